package parser

import (
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/sample"
	"github.com/wenma/wenma/source"
)

// methodShown takes the method that the page does not state from an example of the call.
func (d *draft) methodShown() {
	if !d.ep.Method.Empty() || d.ep.Path.Empty() {
		return
	}
	for _, c := range d.calls {
		if c.Method.Empty() {
			continue
		}
		if _, ok := leadsTo(sample.SplitURL(c.URL).Path.Value, d.ep.Path.Value); ok {
			d.ep.Method = c.Method
			d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "method", Value: c.Method.Value, From: c.Method.Span, Why: shownMethodWhy})
			return
		}
	}
}

// serverShown is the address that examples of calls have before the paths of their endpoints, where the pages give none and all examples
// agree.
func (r *reader) serverShown() *ir.Server {
	var found *ir.Server
	for _, d := range r.drafts {
		for _, c := range d.calls {
			u := sample.SplitURL(c.URL)
			before, ok := leadsTo(u.Path.Value, d.ep.Path.Value)
			if !ok || !strings.Contains(u.Base.Value, "://") || ownMachine(u.Base.Value) {
				continue
			}
			s := &ir.Server{URL: ir.Text{Value: u.Base.Value + before, Span: u.Base.Span}, Span: c.URL.Span}
			if found != nil && found.URL.Value != s.URL.Value {
				return nil
			}
			if found == nil {
				found = s
			}
		}
	}
	return found
}

// ownMachine reports whether an address is that of whoever made the example.
func ownMachine(base string) bool {
	return strings.Contains(base, "//127.") || strings.Contains(base, "//localhost")
}

// leadsTo reports whether the path of a call is that of an endpoint, with values in place of its parameters, and what stands before it.
func leadsTo(path, template string) (before string, ok bool) {
	have, want := strings.Split(strings.Trim(path, "/"), "/"), strings.Split(strings.Trim(template, "/"), "/")
	more := len(have) - len(want)
	if more < 0 || template == "" {
		return "", false
	}
	for i, step := range want {
		if h := have[more+i]; h != step && (h == "" || !strings.HasPrefix(step, "{")) {
			return "", false
		}
	}
	if more == 0 {
		return "", true
	}
	return "/" + strings.Join(have[:more], "/"), true
}

var shownServerWhy = source.Message{ZH: "页面没有写服务器地址，请求示例里都是这个", EN: "the pages give no address; the examples of calls have this one"}

var shownMethodWhy = source.Message{ZH: "页面没有写请求方式，请求示例里是这样", EN: "the page states no method; an example of the call has this one"}
