package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// nestingMarks stand before a name to show its depth; each counts once.
const nestingMarks = "└├─│┗┣━┖┠↳»›>＞+＋－–—·•○●◦→∟┕┝▪■◆| \t\u00a0\u3000"

// names is what a name cell holds.
type names struct {
	paths    [][]step
	written  []ir.Text // each path as the page writes it
	presence ir.Presence
	when     ir.Text
	remark   ir.Text
	// ascii says that the names are identifiers, not words for people.
	ascii bool
}

// readNames reads a name cell: nesting marks, one or several dotted names, and what is said beside them. What it returns is good until
// it is called again.
func (r *reader) readNames(c block.Inline, indent int) (n *names, width int) {
	n = &r.names
	*n = names{paths: n.paths[:0], written: n.written[:0]}
	text := c.Text
	from, width := nesting(text)
	width += indent
	from, starred := skipStars(text, from)
	end := strings.IndexByte(text[from:], '\n')
	if end < 0 {
		end = len(text)
	} else {
		end += from
	}
	head := text[from:end]
	if strings.Trim(head, ".…·-—*/ ") == "" {
		return n, width
	}
	r.nameRemark(n, c, end, len(text))
	length := r.wordsLen(head, nameLen(head))
	word := strings.TrimRight(head[:length], " \t*")
	if strings.HasSuffix(strings.TrimRight(head[:length], " "), "*") || starred {
		n.presence = ir.Required
	}
	r.nameRemark(n, c, from+length, end)
	word = strings.Trim(word, "\"'“”‘’`")
	if word == "" {
		return n, width
	}
	start := from + strings.Index(text[from:], word)
	n.ascii = true
	for _, piece := range splitNames(word) {
		at := start + piece.at
		if piece.text = strings.ReplaceAll(piece.text, "_ ", "_"); strings.Contains(piece.text, " ") && lowerWord(strings.ReplaceAll(piece.text, " ", "")) {
			piece.text = r.closeName(c.Span(at, at+len(piece.text)), piece.text)
		}
		if path := r.dotted(c, at, piece.text); path != nil {
			n.paths = append(n.paths, path)
			n.written = append(n.written, ir.Text{Value: unquotedKeys.Replace(piece.text), Span: c.Span(at, at+len(piece.text))})
			n.ascii = n.ascii && piece.text[0] < utf8.RuneSelf
		}
	}
	return n, width
}

// nesting measures the marks and blanks before a name.
func nesting(s string) (end, width int) {
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case c == '-' && (end+1 < len(s) && (s[end+1] == '-' || s[end+1] == ' ' || s[end+1] == '>' || width > 0 || letterAt(s, end+1))):
		case c == '─' || c == '━':
			// the arm of a branch, part of its mark
			end += size
			if width == 0 {
				width++
			}
			continue
		case !strings.ContainsRune(nestingMarks, c):
			return end, width
		}
		end += size
		width++
	}
	return end, width
}

func letterAt(s string, i int) bool {
	return i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= utf8.RuneSelf)
}

func skipStars(s string, i int) (int, bool) {
	from := i
	for i < len(s) && (s[i] == '*' || s[i] == ' ') {
		i++
	}
	if i == len(s) {
		return from, false
	}
	return i, strings.Contains(s[from:i], "*")
}

// nameLen is how much of a cell's first line is the name: an identifier with its path, else everything up to a remark.
func nameLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			if i > 0 && !strings.HasPrefix(s[i:], "、") && !strings.HasPrefix(s[i:], "，") && !strings.HasPrefix(s[i:], "｜") && s[i-1] != '.' && s[0] < utf8.RuneSelf {
				return i // a Chinese remark behind an identifier
			}
			if strings.HasPrefix(s[i:], "（") || strings.HasPrefix(s[i:], "：") || strings.HasPrefix(s[i:], "【") {
				return i
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		case c == '(' && i > 0, c == '<' && i > 0, c == '{' && i > 0 && s[i-1] != '/' && s[i-1] != '.', c == ';', c == '=':
			return i
		case c == ':' && i > 0 && (i+1 == len(s) || s[i+1] == ' '):
			return i
		case c == ' ' || c == '\t':
			rest := strings.TrimLeft(s[i:], " \t")
			if rest != "" && strings.ContainsAny(rest[:1], "/,|.>*") || strings.HasPrefix(rest, "或") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "、") || i > 0 && strings.ContainsAny(s[i-1:i], "/,|.>") {
				i++
				continue
			}
			if s[0] >= utf8.RuneSelf || i > 0 && s[i-1] == '_' {
				i++
				continue
			}
			return i
		default:
			i++
		}
	}
	return i
}

// nameRemark reads what stands beside a name: requiredness or a remark.
func (r *reader) nameRemark(n *names, c block.Inline, from, to int) {
	if from >= to {
		return
	}
	t := textAt(c, from, to)
	bare := strings.Trim(t.Value, "()（）[]【】*:： -—")
	if bare == "" {
		return
	}
	if p, rest := r.lex.Presence(bare); p != lexicon.NoPresence && !strings.ContainsAny(bare, "0123456789") {
		n.presence = ir.Presence(p)
		if rest {
			n.when = t
		}
		return
	}
	if p, when := prose.Presence(t); p != ir.Unstated {
		n.presence = p
		if when != nil {
			n.when = *when
		}
		return
	}
	if n.remark.Empty() && !lexicon.Placeholder(bare) {
		at := strings.Index(c.Text[from:to], bare) + from
		n.remark = ir.Text{Value: bare, Span: c.Span(at, at+len(bare))}
	}
}

// wordsLen is how much of a cell is its name where a second word follows the first and is no remark: "order id".
func (r *reader) wordsLen(s string, length int) int {
	rest := strings.Trim(s[length:], " \t")
	if rest == "" || !lowerWord(s[:length]) || !lowerWord(rest) {
		return length
	}
	_, typ := r.lex.Type(rest)
	p, _ := r.lex.Presence(rest)
	if typ || p != lexicon.NoPresence || r.lex.Location(rest) != "" {
		return length
	}
	return len(strings.TrimRight(s, " \t"))
}

// lowerWord reports whether a text is a word in lower case, as parts of names are.
func lowerWord(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") == ""
}

// closeName reads a name with a blank in it as if it had an underscore there.
func (r *reader) closeName(at source.Span, s string) string {
	name := strings.Join(strings.Fields(s), "_")
	r.once(nameWithBlank.At(at, s, name))
	return name
}

type piece struct {
	text string
	at   int
}

// splitNames separates several names in one cell: "lng/lat", "a,b", "a、b", "a 或 b". A slash inside of one path stays.
func splitNames(s string) []piece {
	if oneWord(s) {
		return []piece{{s, 0}}
	}
	for _, sep := range []string{"、", "，", ",", "/", " or ", "或", "|", "｜"} {
		if !strings.Contains(s, sep) {
			continue
		}
		var out []piece
		at := 0
		for part := range strings.SplitSeq(s, sep) {
			word := strings.TrimSpace(part)
			if !identifier(strings.TrimRight(word, "*")) {
				out = nil
				break
			}
			out = append(out, piece{strings.TrimRight(word, "*"), at + strings.Index(part, word)})
			at += len(part) + len(sep)
		}
		if len(out) > 1 {
			return out
		}
	}
	return []piece{{s, 0}}
}

var pathSeparators = []string{">>", "->", "=>", "»", "＞", ">", "."}

// pathSigns are in all of them.
const pathSigns = ">.»＞"

// dotted reads a name as a path: data.list[].id, data>>list>>id, data.list[0].id.
func (r *reader) dotted(c block.Inline, at int, s string) []step {
	if path := r.inBrackets(c, at, s); path != nil {
		return path
	}
	if name, lists := arrayMarks(strings.Trim(s, " \t:：")); name != "" && !strings.ContainsAny(s, pathSigns) {
		start := at + strings.Index(s, name)
		return r.room.steps.one(step{ir.Text{Value: name, Span: c.Span(start, start+len(name))}, lists})
	}
	var path []step
	for from := 0; from <= len(s); {
		end, next := len(s), len(s)+1
		for _, sep := range pathSeparators {
			if i := strings.Index(s[from:], sep); i >= 0 && from+i < end {
				end, next = from+i, from+i+len(sep)
			}
		}
		part := strings.Trim(s[from:end], " \t:：")
		name, lists := arrayMarks(part)
		switch {
		case name != "":
			start := at + from + strings.Index(s[from:end], name)
			path = append(path, step{ir.Text{Value: name, Span: c.Span(start, start+len(name))}, lists})
		case lists > 0 && len(path) > 0:
			path[len(path)-1].list += lists
		case lists > 0:
			path = append(path, step{list: lists})
		}
		from = next
	}
	return path
}

// unquotedKeys writes order['price'] as it travels: order[price].
var unquotedKeys = strings.NewReplacer("['", "[", "']", "]", "[\"", "[", "\"]", "]")

// inBrackets reads a name as a path whose further steps stand in brackets, as forms have them: user[name], orders[key]['price'].
func (r *reader) inBrackets(c block.Inline, at int, s string) []step {
	open := strings.IndexByte(s, '[')
	if open < 1 || !strings.HasSuffix(s, "]") || !identifier(s[:open]) || strings.Contains(s[:open], ".") {
		return nil
	}
	path := []step{{name: ir.Text{Value: s[:open], Span: c.Span(at, at+open)}}}
	for from := open; from < len(s); {
		end := from + strings.IndexByte(s[from:], ']')
		inside := strings.Trim(s[from+1:end], "'\"")
		switch _, mark := arrayMarks(s[from : end+1]); {
		case s[from] != '[':
			return nil
		case mark > 0 || end+1 < len(s) && s[end+1] == '[' && lexicon.Index(inside):
			path[len(path)-1].list++
		case !r.memberWord(inside):
			return nil
		default:
			start := at + from + 1 + strings.Index(s[from+1:end], inside)
			path = append(path, step{name: ir.Text{Value: inside, Span: c.Span(start, start+len(inside))}})
		}
		from = end + 1
	}
	if len(path) == 1 {
		return nil
	}
	return path
}

// memberWord reports whether a word in brackets behind a name is a member's, and not a type or a remark: id[int], id[required].
func (r *reader) memberWord(s string) bool {
	_, typ := r.lex.Type(s)
	p, _ := r.lex.Presence(s)
	return identifier(s) && !typ && p == lexicon.NoPresence
}

// arrayMarks takes [], [0], [n] off the end of a name and counts them.
func arrayMarks(s string) (name string, levels int) {
	for {
		open := strings.LastIndexByte(s, '[')
		if open < 0 || !strings.HasSuffix(s, "]") {
			return s, levels
		}
		switch inside := s[open+1 : len(s)-1]; {
		case inside == "", inside == "n", inside == "i", inside == "*", inside == "N", inside == "x", strings.Trim(inside, "0123456789") == "":
			s, levels = s[:open], levels+1
		default:
			return s, levels
		}
	}
}

// titlePath is the path that a title spells, without the marks of its arrays: data.list for data.list[n] and data[].list.
func titlePath(title string) string {
	steps := strings.Split(title, ".")
	for i, s := range steps {
		steps[i], _ = arrayMarks(s)
	}
	return strings.Join(steps, ".")
}

// lastStep is the name at the end of a path.
func lastStep(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
