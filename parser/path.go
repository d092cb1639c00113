package parser

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// pathBrackets are the notations of a path parameter, longest first.
var pathBrackets = []struct{ open, close string }{{"{{", "}}"}, {"${", "}"}, {"[[", "]]"}, {"{", "}"}, {"<", ">"}, {"[", "]"}}

// normalPath writes a path in its normal form: a leading slash, each parameter as {name}, whatever the page's notation.
func normalPath(t ir.Text) ir.Path {
	s := t.Value
	for _, query := range [...]string{"{?", "[?"} { // of a template: /books{?page,size}
		s, _, _ = strings.Cut(s, query)
	}
	s = strings.TrimRight(s, "/.")
	if s == "" && t.Value != "" {
		s = "/"
	}
	if strings.HasSuffix(t.Value, "/") && len(s) > 1 {
		s += "/"
	}
	p := ir.Path{Text: ir.Text{Span: t.Span}}
	var b strings.Builder
	if !strings.HasPrefix(s, "/") {
		b.WriteByte('/')
	}
	for i := 0; i < len(s); {
		name, at, n := pathParam(s, i)
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		clean, _, _ := strings.Cut(strings.Trim(name, " "), ":") // {id:[0-9]+} is a Spring pattern
		b.WriteString("{" + clean + "}")
		p.Params = append(p.Params, ir.Text{Value: clean, Span: t.Span.Sub(at, len(clean))})
		i += n
	}
	p.Value = b.String()
	return p
}

// pathParam reads the parameter that starts at i; n is 0 when there is none.
func pathParam(s string, i int) (name string, at, n int) {
	if s[i] == ':' && i > 0 && s[i-1] == '/' {
		end := i + 1
		for end < len(s) && wordByte(s[end]) {
			end++
		}
		if end > i+1 {
			return s[i+1 : end], i + 1, end - i
		}
	}
	for _, b := range pathBrackets {
		if !strings.HasPrefix(s[i:], b.open) {
			continue
		}
		from := i + len(b.open)
		end := strings.Index(s[from:], b.close)
		if end <= 0 || strings.Contains(s[from:from+end], "/") {
			continue
		}
		if b.open == "{" && strings.Contains(s[from:from+end], "{") { // a pattern with a repetition: {id:[a-z]{3}}
			if last := strings.LastIndexByte(s[from:], '}'); last > end && !strings.Contains(s[from:from+last], "/") {
				end = last
			}
		}
		return s[from : from+end], from, from + end + len(b.close) - i
	}
	return "", 0, 0
}
