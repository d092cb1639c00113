package handler

import (
	"context"
	"net/http"

	"example.com/chat/internal/op"
)

// GetChatInfo finds a conversation in the store.
func (h *Handlers) GetChatInfo(_ context.Context, req *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
	chat, ok := h.chats[req.ChatID]
	if !ok {
		return nil, &op.APIError{HTTPStatus: http.StatusNotFound, Code: 404, Message: "没有这个会话"}
	}
	return &chat, nil
}
