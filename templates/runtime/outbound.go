package runtime

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
)

// outbound is a request being put together.
type outbound struct {
	path        string // escaped
	query       []byte
	header      http.Header
	contentType string
	body        []byte
	stream      io.Reader // instead of body
	err         error
}

var outbounds = sync.Pool{New: func() any { return new(outbound) }}

// done ends putting a request together: it has been made, or given up.
func (o *outbound) done() {
	*o = outbound{query: o.query[:0]}
	outbounds.Put(o)
}

// setPath fills a path in: literal pieces stand as they are, every second piece is a parameter's value.
func (o *outbound) setPath(pieces ...string) {
	for i := 1; i < len(pieces); i += 2 {
		if pieces[i] == "." || pieces[i] == ".." {
			o.err = errDots
		}
		pieces[i] = url.PathEscape(pieces[i])
	}
	o.path = strings.Join(pieces, "")
}

// errDots keeps a parameter from leading to another path.
var errDots = errors.New("a path parameter is a dot or two")

func (o *outbound) addQuery(name, value string) {
	o.query = appendPair(o.query, name, value)
}

func appendPair(b []byte, name, value string) []byte {
	if len(b) > 0 {
		b = append(b, '&')
	}
	b = append(b, url.QueryEscape(name)...)
	b = append(b, '=')
	return append(b, url.QueryEscape(value)...)
}

func (o *outbound) addHeader(name, value string) {
	if o.header == nil {
		o.header = make(http.Header)
	}
	o.header.Add(name, value)
}

func (o *outbound) addCookie(name, value string) {
	o.addHeader("Cookie", (&http.Cookie{Name: name, Value: value}).String())
}

// setJSON makes a value the body, as JSON; one that JSON cannot hold is an error when the request is built.
func (o *outbound) setJSON(v jsonEncoder) {
	buffer := lend()
	*buffer = v.appendJSON(*buffer)
	o.setDocument(bytes.Clone(*buffer))
	giveBack(buffer)
}

// setDocument is setJSON for a document that is written already.
func (o *outbound) setDocument(document []byte) {
	o.setBody("application/json", document)
	if err := unwritable(document); err != nil {
		o.err = err
	}
}

func (o *outbound) setBody(contentType string, body []byte) {
	o.contentType, o.body = contentType, body
}

// settleBody reads a streamed body into memory when a signer has to see it.
func (o *outbound) settleBody(signed bool) error {
	if o.stream == nil || !signed {
		return nil
	}
	body, err := io.ReadAll(o.stream)
	o.discard()
	o.body, o.stream = body, nil
	return err
}

// discard ends a streamed body that nobody will read.
func (o *outbound) discard() {
	if c, ok := o.stream.(io.Closer); ok {
		_ = c.Close()
	}
}

func (o *outbound) request(ctx context.Context, method string, base *url.URL) (*http.Request, error) {
	if o.err != nil {
		return nil, o.err
	}
	var body io.Reader
	if o.stream != nil {
		body = o.stream
	} else if o.body != nil {
		body = bytes.NewReader(o.body)
	}
	r, err := http.NewRequestWithContext(ctx, method, "", body)
	if err != nil {
		return nil, err
	}
	if *r.URL, err = o.url(base); err != nil {
		return nil, err
	}
	r.Host = r.URL.Host
	if o.header != nil {
		r.Header = o.header
	}
	if r.Header.Get("Accept") == "" {
		r.Header.Set("Accept", "application/json, */*;q=0.5")
	}
	if o.contentType != "" {
		r.Header.Set("Content-Type", o.contentType)
	}
	return r, nil
}

func (o *outbound) url(base *url.URL) (u url.URL, err error) {
	u = *base
	escaped := strings.TrimSuffix(base.EscapedPath(), "/") + o.path
	u.Path, err = url.PathUnescape(escaped)
	u.RawPath, u.RawQuery = escaped, string(o.query)
	return u, err
}

func textOfInt(v int64) string { return strconv.FormatInt(v, 10) }

func textOfFloat(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func textOfBool(v bool) string { return strconv.FormatBool(v) }
