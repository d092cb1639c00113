package runtime

import (
	"net/url"
	"slices"
	"strings"
)

// query is the query of a request's URL, taken apart when it is first asked: the names and, beside them, the values as they come.
// It takes and leaves out what [url.ParseQuery] does.
type query struct {
	parsed        bool
	names, values []string
	long          url.Values // of a query with more parameters than one looks through
}

// manyParams is from how many parameters on looking them up in a map is faster than looking through them.
const manyParams = 32

// of returns the values that a name has in the query of a URL, in their order. They are there until the request is done.
func (q *query) of(raw, name string) []string {
	if !q.parsed {
		q.parse(raw)
	}
	first := slices.Index(q.names, name)
	if first < 0 {
		return q.long[name]
	}
	if !slices.Contains(q.names[first+1:], name) {
		return q.values[first : first+1 : first+1]
	}
	var values []string
	for i, n := range q.names {
		if n == name {
			values = append(values, q.values[i])
		}
	}
	return values
}

func (q *query) parse(raw string) {
	q.parsed = true
	if strings.Count(raw, "&") >= manyParams {
		q.long, _ = url.ParseQuery(raw)
		return
	}
	escapes := strings.IndexByte(raw, '%') >= 0 || strings.IndexByte(raw, '+') >= 0
	semicolons := strings.IndexByte(raw, ';') >= 0
	for raw != "" {
		var pair string
		pair, raw, _ = strings.Cut(raw, "&")
		if pair == "" || semicolons && strings.Contains(pair, ";") {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		if escapes {
			var err, valueErr error
			name, err = url.QueryUnescape(name)
			value, valueErr = url.QueryUnescape(value)
			if err != nil || valueErr != nil {
				continue
			}
		}
		q.names, q.values = append(q.names, name), append(q.values, value)
	}
}

// reset forgets the query, and keeps the memory for another one.
func (q *query) reset() {
	clear(q.names)
	clear(q.values)
	q.parsed, q.names, q.values, q.long = false, q.names[:0], q.values[:0], nil
}
