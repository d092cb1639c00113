package sample

import "strings"

// disposition reads the line that a part of a multipart body begins with: Content-Disposition: form-data; name="scan"; filename="1.jpg".
func (s *script) disposition(i, j int) bool {
	const header = "content-disposition:"
	text := s.text[i:j]
	lower := strings.ToLower(text)
	if !strings.HasPrefix(lower, header) || !strings.Contains(lower, "form-data") {
		return false
	}
	from, to := quotedAttribute(text, "name")
	if from == to {
		return false
	}
	s.begin(false)
	_, file := quotedAttribute(text, "filename")
	s.call.Form = append(s.call.Form, Pair{Name: s.piece(i+from, i+to), File: file > 0})
	s.call.Multipart = true
	s.at, s.raw = partSection, false
	s.extend(i, j)
	return true
}

// quotedAttribute is where the value of an attribute stands between quotes: in name="scan" that of name. Both are 0 for none.
func quotedAttribute(text, name string) (from, to int) {
	lower := strings.ToLower(text)
	for at := 0; ; {
		i := strings.Index(lower[at:], name)
		if i < 0 {
			return 0, 0
		}
		i += at
		at = i + len(name)
		rest := strings.TrimLeft(text[at:], " ")
		if i > 0 && isWordByte(text[i-1]) || !strings.HasPrefix(rest, "=\"") {
			continue
		}
		from = len(text) - len(rest) + len("=\"")
		if n := strings.IndexByte(text[from:], '"'); n >= 0 {
			return from, from + n
		}
		return 0, 0
	}
}

// partValue takes a line behind the headers of a part for its value. A file's is not kept.
func (s *script) partValue(i, j int) {
	text := s.text[i:j]
	last := &s.call.Form[len(s.call.Form)-1]
	if last.File || !last.Value.Empty() || strings.HasPrefix(text, "--") || headerLine().MatchString(text) && strings.HasPrefix(strings.ToLower(text), "content-") {
		return
	}
	last.Value = s.piece(i, j)
	s.extend(i, j)
}
