package runtime

import (
	"io"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// parts is a multipart/form-data body being put together; it is written while it is sent.
type parts struct{ list []part }

type part struct {
	name, text string
	file       *FileStream
}

func (p *parts) add(name, value string) { p.list = append(p.list, part{name: name, text: value}) }

func (p *parts) addFile(name string, f *FileStream) {
	if f != nil {
		p.list = append(p.list, part{name: name, file: f})
	}
}

// setParts makes the parts the body of a request.
func (o *outbound) setParts(p *parts) {
	r, w := io.Pipe()
	m := multipart.NewWriter(w)
	o.contentType = m.FormDataContentType()
	o.stream = &partsReader{PipeReader: r, write: func() { _ = w.CloseWithError(p.writeTo(m)) }}
}

// partsReader starts writing the parts when somebody first reads, so that a request that is never sent costs nothing.
type partsReader struct {
	*io.PipeReader
	write func()
}

// Read gives the next bytes of the body.
func (r *partsReader) Read(b []byte) (int, error) {
	if r.write != nil {
		go r.write()
		r.write = nil
	}
	return r.PipeReader.Read(b)
}

func (p *parts) writeTo(m *multipart.Writer) error {
	for _, part := range p.list {
		if err := part.writeTo(m); err != nil {
			return err
		}
	}
	return m.Close()
}

func (p part) writeTo(m *multipart.Writer) error {
	if p.file == nil {
		return m.WriteField(p.name, p.text)
	}
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", `form-data; name="`+quoteParam(p.name)+`"; filename="`+quoteParam(p.file.Name)+`"`)
	header.Set("Content-Type", p.file.mediaType())
	w, err := m.CreatePart(header)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, p.file.Content)
	return err
}

// quoteParam escapes a name for a quoted parameter of a header.
func quoteParam(s string) string {
	return strings.NewReplacer("\\", "\\\\", `"`, `\"`, "\r", "%0D", "\n", "%0A").Replace(s)
}
