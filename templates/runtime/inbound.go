package runtime

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
)

// inbound is a request being served.
type inbound struct {
	server   *server
	w        http.ResponseWriter
	r        *http.Request
	problems Problems
	query    query
	buffer   []byte // the request's body, then the answer's
}

var inbounds = sync.Pool{New: func() any { return new(inbound) }}

// inbound starts to serve a request.
func (s *server) inbound(w http.ResponseWriter, r *http.Request) *inbound {
	in := inbounds.Get().(*inbound)
	in.server, in.w, in.r = s, w, r
	return in
}

// done ends serving a request. A panic may go past it: then nothing is used again.
func (in *inbound) done() {
	buffer := in.buffer[:0]
	if cap(buffer) > 1<<16 {
		buffer = nil
	}
	in.query.reset()
	*in = inbound{query: in.query, buffer: buffer}
	inbounds.Put(in)
}

// incoming is a request type as the server fills it.
type incoming interface {
	Validate() error
	receive(*inbound) error
}

// serve runs an operation and writes what comes of it.
func (in *inbound) serve(rt *route) {
	ctx := in.r.Context()
	if in.server.common != nil {
		ctx = in.server.common(ctx, in)
	}
	out, err := in.run(ctx, rt)
	if err != nil {
		in.fail(rt.failed, failureOf(err))
		return
	}
	if err := rt.answer(out, in.w); err != nil {
		in.server.report(in.r, err)
		panic(http.ErrAbortHandler) // the status is gone: the caller must see a broken answer, not a short one
	}
}

// run calls the operation; a panic in it is an error.
func (in *inbound) run(ctx context.Context, rt *route) (out reply, err error) {
	defer func() {
		if value := recover(); value == http.ErrAbortHandler {
			panic(value)
		} else if value != nil {
			err = &PanicError{value, debug.Stack()}
		}
	}()
	return rt.serve(ctx, in)
}

// fail answers with a failure.
func (in *inbound) fail(failed failedFunc, f *Failure) {
	if f.Status >= http.StatusInternalServerError && f.Err != nil {
		in.server.report(in.r, f.Err)
	}
	if f.Allow != "" {
		in.w.Header().Set("Allow", f.Allow)
	}
	if in.server.encode != nil {
		in.server.encode(in.w, in.r, f)
		return
	}
	document := failed(f)
	in.server.fillEnvelope(in.r.Context(), document)
	in.w.Header().Set("Content-Type", "application/json")
	in.w.WriteHeader(f.Status)
	_, _ = in.w.Write(document.appendJSON(nil))
}

// read fills a request type in and checks it. All that is wrong with the request comes in one failure.
func (in *inbound) read(req incoming) error {
	if err := req.receive(in); err != nil {
		return err
	}
	problems := in.problems
	if err := req.Validate(); err != nil {
		problems = problems.andOf(err)
	}
	if len(problems) == 0 {
		return nil
	}
	return &Failure{Status: http.StatusBadRequest, Message: problems.Error(), Problems: problems}
}

// takesBody checks the content type: one of the given, or none at all.
func (in *inbound) takesBody(mediaTypes ...string) error {
	given := in.r.Header.Get("Content-Type")
	if given == "" || given == mediaTypes[0] {
		return nil
	}
	mediaType, _, err := mime.ParseMediaType(given)
	for _, accepted := range mediaTypes {
		if err == nil && (mediaType == accepted || accepted == "application/json" && strings.HasSuffix(mediaType, "+json")) {
			return nil
		}
	}
	return &Failure{Status: http.StatusUnsupportedMediaType, Message: defaultLanguage.pick("请求体的类型应为 "+strings.Join(mediaTypes, " 或 "), "content type must be "+strings.Join(mediaTypes, " or "))}
}

// body reads the request's body, within the limit. It is there until something else is read or answered.
func (in *inbound) body() (_ []byte, err error) {
	body, limit := io.Reader(in.r.Body), in.server.limit
	if n := in.r.ContentLength; n <= 0 || n > limit {
		body = http.MaxBytesReader(in.w, in.r.Body, limit)
	}
	in.buffer, err = readInto(in.buffer[:0], body, limit)
	return in.buffer, bodyError(err)
}

// bodyError is what a body that could not be read is answered with.
func bodyError(err error) error {
	if err == nil {
		return nil
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return &Failure{Status: http.StatusRequestEntityTooLarge, Message: defaultLanguage.pick("请求体超过 "+textOfInt(tooLarge.Limit)+" 字节", "body is larger than "+textOfInt(tooLarge.Limit)+" bytes"), Err: err}
	}
	return &Failure{Status: http.StatusBadRequest, Message: defaultLanguage.pick("请求体读不出来", "body could not be read"), Err: err}
}

// readText reads a body that is text.
func (in *inbound) readText(into *string) error {
	if err := in.takesBody("text/plain"); err != nil {
		return err
	}
	b, err := in.body()
	*into = string(b)
	return err
}

// readFile hands the body on as a file, of whatever type. It is read while the handler runs.
func (in *inbound) readFile(into **FileStream) error {
	body := http.MaxBytesReader(in.w, in.r.Body, in.server.limit)
	*into = &FileStream{ContentType: in.r.Header.Get("Content-Type"), Content: body}
	return nil
}

// readJSON reads a JSON body. An empty body is an empty object: what is missing is then told field by field.
func (in *inbound) readJSON(into jsonDecoder) error {
	if err := in.takesBody("application/json"); err != nil {
		return err
	}
	b, err := in.body()
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(b)) == 0 {
		b = []byte("{}")
	}
	switch err := decode(b, into, checkPresence).(type) {
	case nil:
		return nil
	case Problems:
		in.problems = in.problems.and(err)
		return nil
	default:
		return &Failure{Status: http.StatusBadRequest, Message: err.Error(), Err: err}
	}
}
