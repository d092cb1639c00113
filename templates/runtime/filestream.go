package runtime

import (
	"context"
	"io"
	"mime"
	"net/http"
)

// FileStream is a file on its way: one that a request sends, or one that an answer brings. Content is read once.
type FileStream struct {
	// Name is the file's name; may be empty.
	Name string
	// ContentType is its MIME type; empty means application/octet-stream.
	ContentType string
	Content     io.Reader
}

// Close closes the content where it can be closed. Whoever gets a file from a client's method closes it.
func (f *FileStream) Close() error {
	if c, ok := f.Content.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

func (f *FileStream) mediaType() string {
	if f.ContentType == "" {
		return "application/octet-stream"
	}
	return f.ContentType
}

// setFile sends a file as the whole body.
func (o *outbound) setFile(f *FileStream) {
	if f != nil {
		o.contentType, o.stream = f.mediaType(), f.Content
	}
}

// callFile sends a request whose answer is a file; the caller closes it.
func (c *APIClient) callFile(ctx context.Context, op *Operation, req outgoing) (*FileStream, error) {
	resp, err := c.roundTrip(ctx, op, req)
	if err != nil {
		return nil, err
	}
	if !isSuccess(resp.StatusCode) {
		body, err := c.readAnswer(op, resp, nil)
		if err != nil {
			return nil, err
		}
		return nil, statusError(op, resp, body)
	}
	f := &FileStream{ContentType: resp.Header.Get("Content-Type"), Content: resp.Body}
	if _, params, err := mime.ParseMediaType(resp.Header.Get("Content-Disposition")); err == nil {
		f.Name = params["filename"]
	}
	return f, nil
}

// streamReply answers with a file.
type streamReply struct{ file *FileStream }

func fileReply(f *FileStream) (reply, error) {
	if f == nil {
		return nil, errNoResult
	}
	return streamReply{f}, nil
}

func (r streamReply) write(w http.ResponseWriter) error {
	defer r.file.Close()
	w.Header().Set("Content-Type", r.file.mediaType())
	if r.file.Name != "" {
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": r.file.Name}))
	}
	_, err := io.Copy(w, r.file.Content)
	return err
}
