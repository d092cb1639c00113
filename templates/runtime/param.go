package runtime

import (
	"slices"
	"strconv"
	"strings"
)

// param is a parameter of a request being served: its values as text, none when it is absent. Whoever keeps the list copies it.
type param struct {
	in     *inbound
	place  string // the head of a problem's path; "" for a form
	name   string
	values []string
}

// pathParam is the part of the path that a pattern's wildcard, or split, took.
func (in *inbound) pathParam(name, wildcard string) param {
	return param{in, "path", name, []string{in.r.PathValue(wildcard)}}
}

// split takes a segment of the path apart: literal texts and, between them, names of wildcards for the parts. It tells
// whether the segment is made so.
func (in *inbound) split(wildcard string, pieces ...string) bool {
	rest, ok := strings.CutPrefix(in.r.PathValue(wildcard), pieces[0])
	for i := 1; ok && i < len(pieces); i += 2 {
		end := strings.Index(rest, pieces[i+1])
		if i == len(pieces)-2 && strings.HasSuffix(rest, pieces[i+1]) {
			end = len(rest) - len(pieces[i+1])
		}
		if end < 0 {
			return false
		}
		in.r.SetPathValue(pieces[i], rest[:end])
		rest = rest[end+len(pieces[i+1]):]
	}
	return ok && rest == ""
}

// queryParam is a parameter of the URL's query.
func (in *inbound) queryParam(name string) param {
	return param{in, "query", name, in.query.of(in.r.URL.RawQuery, name)}
}

// headerParam is a header.
func (in *inbound) headerParam(name string) param {
	return param{in, "header", name, in.r.Header.Values(name)}
}

// cookieParam is a cookie.
func (in *inbound) cookieParam(name string) param {
	p := param{in: in, place: "cookie", name: name}
	if c, err := in.r.Cookie(name); err == nil {
		p.values = []string{c.Value}
	}
	return p
}

// required makes the parameter's absence a problem.
func (p param) required() param {
	if len(p.values) == 0 {
		p.problem(ProblemMissing, "", "")
	}
	return p
}

// path is the parameter's place in a problem: query.page.
func (p param) path() string {
	b := []byte(p.place)
	return string(appendName(b, p.name))
}

func (p param) problem(code ProblemCode, want, got string) {
	p.in.problems.add(Problem{Path: p.path(), Code: code, Want: want, Got: got})
}

func (p param) text(into *string) {
	if len(p.values) > 0 {
		*into = p.values[0]
	}
}

func (p param) textPtr(into **string) {
	if len(p.values) > 0 {
		text := p.values[0]
		*into = &text
	}
}

func (p param) texts(into *[]string) { *into = slices.Clone(p.values) }

func (p param) integer(into *int64) {
	if len(p.values) > 0 {
		*into, _ = p.parseInteger(p.values[0])
	}
}

func (p param) integerPtr(into **int64) {
	if len(p.values) == 0 {
		return
	}
	if v, ok := p.parseInteger(p.values[0]); ok {
		*into = &v
	}
}

func (p param) integers(into *[]int64) {
	for _, text := range p.values {
		if v, ok := p.parseInteger(text); ok {
			*into = append(*into, v)
		}
	}
}

func (p param) parseInteger(text string) (int64, bool) {
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		p.problem(ProblemType, "integer", "string")
	}
	return v, err == nil
}

func (p param) number(into *float64) {
	if len(p.values) > 0 {
		*into, _ = p.parseNumber(p.values[0])
	}
}

func (p param) numberPtr(into **float64) {
	if len(p.values) == 0 {
		return
	}
	if v, ok := p.parseNumber(p.values[0]); ok {
		*into = &v
	}
}

func (p param) numbers(into *[]float64) {
	for _, text := range p.values {
		if v, ok := p.parseNumber(text); ok {
			*into = append(*into, v)
		}
	}
}

func (p param) parseNumber(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		p.problem(ProblemType, "number", "string")
	}
	return v, err == nil
}

func (p param) boolean(into *bool) {
	if len(p.values) > 0 {
		*into, _ = p.parseBoolean(p.values[0])
	}
}

func (p param) booleanPtr(into **bool) {
	if len(p.values) == 0 {
		return
	}
	if v, ok := p.parseBoolean(p.values[0]); ok {
		*into = &v
	}
}

func (p param) booleans(into *[]bool) {
	for _, text := range p.values {
		if v, ok := p.parseBoolean(text); ok {
			*into = append(*into, v)
		}
	}
}

func (p param) parseBoolean(text string) (bool, bool) {
	v, err := strconv.ParseBool(text)
	if err != nil {
		p.problem(ProblemType, "boolean", "string")
	}
	return v, err == nil
}

// json reads a parameter whose text is JSON.
func (p param) json(read decodeFunc) {
	if len(p.values) == 0 {
		return
	}
	switch err := decode([]byte(p.values[0]), read, checkPresence).(type) {
	case nil:
	case Problems:
		for _, problem := range err {
			problem.Path = joinPaths(p.path(), problem.Path)
			p.in.problems.add(problem)
		}
	default:
		p.problem(ProblemFormat, "JSON", "")
	}
}

// decodeFunc is a function as a jsonDecoder.
type decodeFunc func(*decoder)

func (f decodeFunc) decodeJSON(d *decoder) { f(d) }
