package parser

import (
	"strings"

	"github.com/wenma/wenma/source"
)

// socketAddress is the address of a WebSocket on a page that has no call over HTTP: what it documents are messages, not endpoints.
func (p *page) socketAddress() source.Span {
	for _, c := range p.cues {
		text := strings.ToLower(c.Span.Text())
		for _, scheme := range []string{"wss://", "ws://"} {
			if at := strings.Index(text, scheme); at >= 0 && len(text) == len(c.Span.Text()) {
				return c.Span.Sub(at, addressLen(text[at:]))
			}
		}
	}
	return source.Span{}
}

// addressLen is how long the address is that a text begins with.
func addressLen(text string) int {
	for i, r := range text {
		if r <= ' ' || r > '~' || strings.ContainsRune("`|\"'<>)", r) {
			return i
		}
	}
	return len(text)
}
