package runtime

import (
	"bytes"
	"encoding/json"
	"io"
)

// A gateway has one path for all its operations; a parameter selects among them.

func (in *inbound) queryAction(name string) string { return firstOf(in.queryParam(name).values) }

func (in *inbound) headerAction(name string) string { return firstOf(in.headerParam(name).values) }

// bodyAction looks for the parameter in a form or a JSON object, and leaves the body to be read again.
func (in *inbound) bodyAction(name string) string {
	b, err := in.body()
	b = bytes.Clone(b)
	in.r.Body = io.NopCloser(bytes.NewReader(b))
	if err != nil {
		return ""
	}
	members := map[string]any{}
	if json.Unmarshal(b, &members) == nil {
		text, _ := members[name].(string)
		return text
	}
	if in.readForm() != nil {
		return ""
	}
	in.r.Body = io.NopCloser(bytes.NewReader(b))
	return firstOf(in.r.PostForm[name])
}

func firstOf(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
