// Package handler is the service: what answers the API.
//
// wenma wrote a first version of these files; they are the service's own since then.
package handler

import "example.com/chat/internal/op"

// Handlers handles the operations; those that it has no method for answer with status 501.
type Handlers struct {
	op.UnimplementedHandler
	chats map[string]op.GetChatInfoData
}

var _ op.Handler = (*Handlers)(nil)

// New is a service with one conversation in its store.
func New() *Handlers {
	return &Handlers{chats: map[string]op.GetChatInfoData{
		"c1": {
			ChatID: "c1", Status: "open",
			User:    op.User{UserID: "u1", UserName: "小文", ServiceCount: 3},
			Channel: op.Channel{ChannelID: "web", Name: "官网"},
		},
	}}
}
