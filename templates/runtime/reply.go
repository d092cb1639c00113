package runtime

import (
	"bytes"
	"net/http"
)

// reply is what an operation answers.
type reply interface {
	// write sends it; the error is the handler's, not the caller's.
	write(w http.ResponseWriter) error
}

// wholeReply is an answer that is all in memory.
type wholeReply struct {
	contentType string
	body        []byte
}

func (r *wholeReply) write(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", r.contentType)
	w.Header().Set("Content-Length", textOfInt(int64(len(r.body))))
	_, _ = w.Write(r.body) // a caller that is gone needs no answer
	return nil
}

func jsonReply(v jsonEncoder) (reply, error) {
	b, err := encode(nil, v)
	return &wholeReply{"application/json", b}, err
}

func textReply(text string) (reply, error) {
	return &wholeReply{"text/plain; charset=utf-8", []byte(text)}, nil
}

func rawReply(body []byte) (reply, error) {
	return &wholeReply{"application/json", bytes.TrimSpace(body)}, nil
}
