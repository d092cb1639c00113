package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
)

// listName is what a list of values is called.
type listName struct {
	title  ir.Text // all of it
	idents []ir.Text
	words  []ir.Text // 订单状态, of 附录A 订单状态说明
	// numbers are by what an appendix or a section is referred to: 附录A, 3.2.
	numbers []string
}

// maxListTitle is how long a title may be, in bytes; what is longer is a sentence.
const maxListTitle = 120

// valueTitle is what stands above a table: the line or heading next to it that names something.
func (r *reader) valueTitle(p *page, at int) listName {
	var nearest listName
	for i := at - 1; i >= 0 && i >= at-6; i-- {
		c := p.cues[i]
		if c.Kind != block.Text && c.Kind != block.Heading {
			break
		}
		text := whole(c.text)
		if len(text.Value) > maxListTitle || text.Empty() {
			continue
		}
		name := r.listNames(text)
		if nearest.title.Empty() {
			nearest = name
		}
		if name.named() && (c.Kind == block.Heading || c.text.Bold() || strings.ContainsAny(text.Value, ":：") || len(text.Value) <= 48) {
			return name
		}
		if c.Kind == block.Heading {
			break
		}
	}
	return nearest
}

// calledBy is what a table of values is called: its caption, the header of its values where that names what they are of and no
// title does (|订单状态|含义|), or what stands above it.
func (r *reader) calledBy(t *table, cols valueColumns, above listName) listName {
	if !t.caption.Empty() {
		return r.listNames(t.caption)
	}
	if cols.value >= len(t.header) || cols.dict >= 0 || above.saysValues() {
		return above
	}
	head := whole(t.header[cols.value])
	if name := r.listNames(head); len(name.words) == 1 && distinctive(name.words[0].Value) && !lexicon.FailureTitle(head.Value) {
		return name
	}
	return above
}

// listNames are the names in a title.
func (r *reader) listNames(title ir.Text) listName {
	n := listName{title: title}
	number, rest := splitNumber(title)
	if strings.Contains(number.Value, ".") {
		n.numbers = append(n.numbers, number.Value)
	}
	n.appendix(rest.Value)
	s := rest.Value
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		ident := c < utf8.RuneSelf && (wordByte(byte(c)) || c == '.')
		if !ident && !unicode.IsLetter(c) {
			at += size
			continue
		}
		end := at + size
		for end < len(s) {
			c, size := utf8.DecodeRuneInString(s[end:])
			if same := c < utf8.RuneSelf && (wordByte(byte(c)) || c == '.'); same != ident || !ident && !unicode.IsLetter(c) {
				break
			}
			end += size
		}
		n.take(r, rest, at, end, ident)
		at = end
	}
	return n
}

// appendix notes the letter or number of an appendix or a table: 附录A, 表3.
func (n *listName) appendix(s string) {
	for _, w := range []string{"附录", "附表", "表"} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		end := 0
		for end < len(rest) && (wordByte(rest[end]) || rest[end] == '.') {
			end++
		}
		if end == 0 {
			if c, size := utf8.DecodeRuneInString(rest); strings.ContainsRune("一二三四五六七八九十", c) {
				end = size
			}
		}
		if end > 0 && end <= len("十")+1 {
			n.numbers = append(n.numbers, w+strings.TrimRight(rest[:end], ".-"))
		}
		return
	}
}

// take keeps a word of a title that names something.
func (n *listName) take(r *reader, title ir.Text, from, to int, ident bool) {
	word := textIn(title, from, to)
	if ident {
		word = trimText(word, ".-_")
		if _, known := r.lex.Type(word.Value); known || len(word.Value) < 2 || strings.Trim(word.Value, "0123456789.") == "" || genericIdent(word.Value) {
			return
		}
		n.idents = append(n.idents, word)
		return
	}
	stem := lexicon.ListName(word.Value)
	if n := utf8.RuneCountInString(stem); n < 2 || n > 16 || lexicon.ListFiller(stem) {
		return
	}
	at := strings.Index(word.Value, stem)
	n.words = append(n.words, textIn(word, at, at+len(stem)))
}

// genericIdent reports words that say what kind of thing a title is of, and do not name it.
func genericIdent(s string) bool {
	switch strings.ToLower(s) {
	case "enum", "enums", "api", "http", "https", "json", "list", "table", "value", "values", "url":
		return true
	}
	return false
}

// textIn is a part of a text.
func textIn(t ir.Text, from, to int) ir.Text {
	if t.Span.Text() != t.Value {
		return ir.Text{Value: t.Value[from:to], Span: t.Span}
	}
	return ir.Text{Value: t.Value[from:to], Span: t.Span.Sub(from, to-from)}
}

// trimText is a text without some characters around it.
func trimText(t ir.Text, cutset string) ir.Text {
	inside := strings.Trim(t.Value, cutset)
	at := strings.Index(t.Value, inside)
	return textIn(t, at, at+len(inside))
}

func (n *listName) named() bool { return len(n.idents)+len(n.words)+len(n.numbers) > 0 }

// saysValues reports whether a title says that values follow: 订单状态枚举, OrderStatus.
func (n *listName) saysValues() bool {
	if lexicon.ValueTitle(n.title.Value) {
		return true
	}
	for _, id := range n.idents {
		if lexicon.ValueName(id.Value) {
			return true
		}
	}
	return false
}

// name is what a type made of the list is called: the identifier in its title, else the words.
func (n *listName) name() ir.Text {
	switch {
	case len(n.idents) > 0:
		id := n.idents[len(n.idents)-1]
		if at := strings.LastIndexByte(id.Value, '.'); at >= 0 {
			return textIn(id, at+1, len(id.Value))
		}
		return id
	case len(n.words) > 0:
		return n.words[0]
	}
	return n.title
}

// distinctive reports whether a word says by itself what the list is of: orderStatus and 订单状态 do, status and 状态 do not.
func distinctive(word string) bool {
	if word == "" {
		return false
	}
	if word[0] >= utf8.RuneSelf {
		return utf8.RuneCountInString(word) >= 4
	}
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '_' || word[i] == '-' || word[i] >= 'A' && word[i] <= 'Z' && word[i-1] >= 'a' && word[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// keys are the words by which the list can be found, folded.
func (n *listName) keys() []string {
	var out []string
	for _, t := range n.idents {
		if len(n.idents) == 1 || strings.Contains(t.Value, ".") {
			out = append(out, lexicon.Fold(t.Value))
		}
	}
	for _, t := range n.words {
		out = append(out, lexicon.Fold(t.Value))
	}
	for _, s := range n.numbers {
		out = append(out, numberKey(s))
	}
	return out
}

// numberKey keeps the points of a section number: 3.2 is not 32.
func numberKey(s string) string { return lexicon.Fold(strings.ReplaceAll(s, ".", "点")) }
