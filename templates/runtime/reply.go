package runtime

import (
	"bytes"
	"context"
	"net/http"
)

// reply is what an operation answers.
type reply interface {
	// write sends it; the error is the handler's, not the caller's.
	write(w http.ResponseWriter) error
}

// answer sends a reply with the route's status.
func (rt *route) answer(out reply, w http.ResponseWriter) error {
	if rt.status == 0 {
		return out.write(w)
	}
	with := &statusWriter{w, rt.status}
	err := out.write(with)
	if err == nil {
		_, err = with.Write(nil) // there may have been nothing to write
	}
	return err
}

// statusWriter sends a status before the first byte.
type statusWriter struct {
	http.ResponseWriter
	status int // 0 once it is sent
}

func (w *statusWriter) Write(b []byte) (int, error) {
	if w.status != 0 {
		w.WriteHeader(w.status)
		w.status = 0
	}
	return w.ResponseWriter.Write(b)
}

// wholeReply is an answer that is all in memory.
type wholeReply struct {
	contentType []string
	body        []byte
}

func (r *wholeReply) write(w http.ResponseWriter) error {
	writeWhole(w, r.contentType, r.body)
	return nil
}

// jsonReply is a request of which the answer is in the buffer.
type jsonReply inbound

func (r *jsonReply) write(w http.ResponseWriter) error {
	writeWhole(w, jsonType, r.buffer)
	return nil
}

// jsonType and textType are content types as headers have them; nobody changes their elements.
var jsonType = []string{"application/json"}

var textType = []string{"text/plain; charset=utf-8"}

// countedByServer is up to how many bytes net/http finds out itself how long an answer is.
const countedByServer = 2048

func writeWhole(w http.ResponseWriter, contentType []string, body []byte) {
	w.Header()["Content-Type"] = contentType
	if n := len(body); n > countedByServer {
		w.Header().Set("Content-Length", textOfInt(int64(n)))
	}
	_, _ = w.Write(body) // a caller that is gone needs no answer
}

// answer makes a JSON document the answer.
func (in *inbound) answer(v jsonEncoder) (_ reply, err error) {
	in.buffer, err = encode(in.buffer[:0], v)
	return (*jsonReply)(in), err
}

// answerIn is answer for a document with an envelope, which the server's options complete.
func (in *inbound) answerIn(ctx context.Context, envelope any, v jsonEncoder) (reply, error) {
	in.server.fillEnvelope(ctx, envelope)
	return in.answer(v)
}

func textReply(text string) (reply, error) {
	return &wholeReply{textType, []byte(text)}, nil
}

func rawReply(body []byte) (reply, error) {
	return &wholeReply{jsonType, bytes.TrimSpace(body)}, nil
}
