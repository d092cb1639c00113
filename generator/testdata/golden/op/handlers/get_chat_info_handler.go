// Scaffolded once by wenma. This file is yours to edit: wenma never writes it again.

package handlers

import (
	"context"
	"gen.test/op"
)

// GetChatInfo 获取会话信息: POST /op/v2/getChatInfo (getChatInfo.md:3)
func (h *Handlers) GetChatInfo(ctx context.Context, req *op.GetChatInfoRequest) (*op.GetChatInfoData, error) {
	return h.UnimplementedHandler.GetChatInfo(ctx, req)
}
