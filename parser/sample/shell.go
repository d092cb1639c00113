package sample

import "strings"

// shellWords splits the command at i into words, quotes and escapes resolved. It reads what is pasted into pages rather
// than what a shell accepts: continuation by \, ^ and `, a forgotten one before an option, Chinese quotes, bare JSON.
// It gives where the command ends too.
func shellWords(v *view, i int) (words []*view, end int) {
	s := &shell{view: v, pos: i}
	for s.blank() {
		words = append(words, s.word())
	}
	return words, s.pos
}

type shell struct {
	*view
	pos int
	// noJSON says up to where no document starts.
	noJSON int
}

// blank moves to the next word, false at the end of the command.
func (s *shell) blank() bool {
	for s.pos < len(s.text) {
		c, n := s.char(s.pos)
		switch {
		case isBlank(c):
			s.pos += n
		case s.continued():
		case c == '\n':
			if next := s.blanks(s.pos + 1); !strings.HasPrefix(s.text[next:], "-") || strings.HasPrefix(s.text[next:], "---") {
				return false
			}
			s.pos++
		case c == '|' || c == ';' || c == '&':
			return false
		default:
			return true
		}
	}
	return false
}

// continued moves over an escaped line break.
func (s *shell) continued() bool {
	if c := s.text[s.pos]; c != '\\' && c != '^' && c != '`' {
		return false
	}
	after := s.blanks(s.pos + 1)
	if after < len(s.text) && s.text[after] != '\n' {
		return false
	}
	s.pos = min(after+1, len(s.text))
	return true
}

// word reads a word as a view of its own.
func (s *shell) word() *view {
	w := &view{file: s.file, base: s.offset(s.pos), from: []int{}}
	if s.from == nil {
		w.base = s.base + s.pos
	}
	var out strings.Builder
	for s.pos < len(s.text) {
		c, n := s.char(s.pos)
		switch {
		case isBlank(c) || c == '\n' || s.continued():
			w.text = out.String()
			return w
		case c == '$' && strings.HasPrefix(s.text[s.pos:], "$'"):
			s.pos++
		case isQuote(c) && c != '`':
			s.quoted(w, &out, c, n)
		case (c == '{' || c == '[') && out.Len() == 0 && s.bareJSON(w, &out):
		case c == '\\' || c == '^':
			s.pos += n
			if _, n = s.char(s.pos); n > 0 {
				s.emit(w, &out, n)
			}
		case c == '|' || c == ';' && s.blanks(s.pos+1) > s.pos+1:
			w.text = out.String()
			return w
		default:
			s.emit(w, &out, n)
		}
	}
	w.text = out.String()
	return w
}

// emit copies n bytes into the word.
func (s *shell) emit(w *view, out *strings.Builder, n int) {
	for range n {
		from := s.span(s.pos, s.pos+1)
		w.put(out, s.text[s.pos:s.pos+1], from.Start, from.End)
		s.pos++
	}
}

// quoted copies a quoted part of a word, without its quotes.
func (s *shell) quoted(w *view, out *strings.Builder, quote rune, n int) {
	s.pos += n
	set := closersOf(quote)
	for s.pos < len(s.text) {
		c, n := s.char(s.pos)
		switch {
		case closes(set, c) && (c == quote || c >= 0x80 || !strings.ContainsRune(s.text[s.pos:s.lineEnd(s.pos)], quote)):
			s.pos += n
			return
		case c == '\\' && quote != '\'' && s.escapes():
			s.pos++
			_, n = s.char(s.pos)
			s.emit(w, out, n)
		case c == '\\' && quote != '\'' && s.continued():
		default:
			s.emit(w, out, n)
		}
	}
}

// escapes reports whether the backslash at pos escapes something within double quotes.
func (s *shell) escapes() bool {
	c, n := s.char(s.pos + 1)
	return n > 0 && strings.ContainsRune("\"\\$`", c)
}

// bareJSON copies a JSON document that was pasted without quotes around it.
func (s *shell) bareJSON(w *view, out *strings.Builder) bool {
	r := newReader(s.view)
	r.pos = s.pos
	if s.pos < s.noJSON || !r.startsNested(s.pos, true, 0) {
		return false
	}
	r.document()
	if r.junk > r.read {
		s.noJSON = r.pos
		return false
	}
	s.emit(w, out, r.pos-s.pos)
	return true
}
