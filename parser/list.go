package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

// listField reads a list whose items are fields, as a table's rows would be: "- ACCESS-KEY 字符串类型的 API key". It takes at
// least two such items in a row under a label of request fields, or one that is called as a placeholder of the path.
func (sc *scan) listField(i int, c *cue) bool {
	if c.Marker == "" || !requestRole(sc.role) {
		return false
	}
	var rows []*row
	end := i
	for ; end < len(sc.p.cues); end++ {
		item := sc.p.cues[end]
		if item.Kind != block.Text || item.Marker == "" {
			break
		}
		w := sc.r.readItem(item)
		if w == nil {
			break
		}
		if sc.must && w.presence == ir.Unstated {
			w.presence = ir.Required
		}
		rows = append(rows, w)
	}
	if len(rows) < 2 && !(len(rows) == 1 && sc.role == rolePath && sc.d.placeholder(rows[0].written.Value)) {
		return false
	}
	if slices.ContainsFunc(rows, func(w *row) bool { return sc.d.tabled(w.written.Value) }) {
		return false // remarks on what a table has
	}
	sc.lineSet = end
	sc.d.fields = append(sc.d.fields, &fieldSection{role: sc.role, rows: rows, table: &table{}, shared: sc.shared})
	return true
}

// tabled reports whether a table of the request has a parameter of that name.
func (d *draft) tabled(name string) bool {
	for _, f := range d.fields {
		if requestRole(f.role) && f.table.Table != nil && slices.ContainsFunc(f.rows, func(w *row) bool { return w.written.Value == name }) {
			return true
		}
	}
	return false
}

// readItem reads one item: a name, then what it is.
func (r *reader) readItem(c *cue) *row {
	t := c.text.Text
	end := 0
	for end < len(t) && (wordByte(t[end]) || t[end] == '.') {
		end++
	}
	rest := strings.TrimLeft(t[end:], " \t:：-—（(")
	if end < 2 || rest == "" || rest == t[end:] || !identifier(t[:end]) || methodAt(t, 0) != "" {
		return nil
	}
	name := textAt(c.text, 0, end)
	w := &row{steps: []step{{name: name}}, written: name, span: c.Span, docs: []ir.Text{textAt(c.text, len(t)-len(rest), len(t))}, width: c.List}
	presenceInText(w)
	return w
}

// pathLine reads what stands behind the label of path parameters, where it says what the placeholders of the path are:
//
//	路径参数：userId 用户编号，bookId 图书编号
func (sc *scan) pathLine(c *cue) {
	line := c.text.Text
	first := max(strings.LastIndex(line, c.value.Value), 0)
	starts := sc.d.placeholders(line, first)
	if len(starts) == 0 || starts[0] > first+len("{") {
		return // a sentence
	}
	var rows []*row
	for i, start := range starts {
		end := len(line)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if w := readPlaceholder(c.text, start, end); w != nil {
			rows = append(rows, w)
		}
	}
	if len(rows) > 0 {
		sc.d.fields = append(sc.d.fields, &fieldSection{role: rolePath, rows: rows, table: &table{}})
	}
}

// placeholders is where names of the path's placeholders start in a line, from a byte on.
func (d *draft) placeholders(line string, at int) (starts []int) {
	for at < len(line) {
		end := wordEnd(line, at)
		if d.placeholder(line[at:end]) {
			starts = append(starts, at)
		}
		at = max(end, at+1)
	}
	return starts
}

// wordEnd is where the ASCII word ends that starts at a byte; there, if none does.
func wordEnd(s string, at int) int {
	for at < len(s) && wordByte(s[at]) {
		at++
	}
	return at
}

// readPlaceholder reads a placeholder's name and what it is; nil where the name is all.
func readPlaceholder(line block.Inline, start, end int) *row {
	name := textAt(line, start, wordEnd(line.Text, start))
	said := line.Text[start+len(name.Value) : end]
	from := end - len(strings.TrimLeft(said, " \t}:：-—,，、"))
	doc := strings.TrimRight(line.Text[from:end], " \t,，、;；。{")
	if inside, ok := strings.CutPrefix(doc, "（"); ok && strings.HasSuffix(inside, "）") {
		from, doc = from+len("（"), strings.TrimSuffix(inside, "）")
	}
	if doc == "" {
		return nil
	}
	docs := []ir.Text{textAt(line, from, from+len(doc))}
	w := &row{steps: []step{{name: name}}, written: name, span: line.Span(start, end), docs: docs}
	presenceInText(w)
	return w
}

// placeholder reports whether the path has a placeholder of that name.
func (d *draft) placeholder(name string) bool {
	return slices.ContainsFunc(d.ep.Path.Params, func(p ir.Text) bool { return p.Value == name })
}

// listCode reads fields that are laid out in a code block, in columns parted by blanks:
//
//	board_id   int   必填   版块
func (sc *scan) listCode(span source.Span) {
	if !fieldRole(sc.role) {
		return
	}
	var rows []*row
	for at := 0; at < span.End-span.Start; {
		text := span.Text()[at:]
		end := strings.IndexByte(text, '\n')
		if end < 0 {
			end = len(text)
		}
		if line := span.Sub(at, end).Trim(); line.Start < line.End {
			w := sc.r.readColumns(line)
			if w == nil {
				return
			}
			rows = append(rows, w)
		}
		at += end + 1
	}
	if len(rows) > 1 || len(rows) == 1 && len(rows[0].docs) > 0 {
		sc.d.fields = append(sc.d.fields, &fieldSection{role: sc.role, subject: sc.subject, rows: rows, table: &table{}, shared: sc.shared})
	}
}

// readColumns reads one such line; nil when it is none.
func (r *reader) readColumns(line source.Span) *row {
	text := line.Text()
	var parts []ir.Text
	for at := 0; at < len(text); {
		end := strings.IndexAny(text[at:], " \t")
		if end < 0 || len(parts) > 0 && !strings.ContainsAny(text[at+end:min(len(text), at+end+2)], "\t") && !strings.HasPrefix(text[at+end:], "  ") && len(parts) > 2 {
			end = len(text) - at
		}
		if end > 0 {
			parts = append(parts, ir.Text{Value: text[at : at+end], Span: line.Sub(at, end)})
		}
		at += end + 1
	}
	if len(parts) < 2 || !identifier(parts[0].Value) || !r.typeLike(parts[1].Value) {
		return nil
	}
	in := block.Read(parts[1].Span)
	w := &row{steps: []step{{name: parts[0]}}, written: parts[0], span: line, declared: parts[1], typ: r.typeCell(in)}
	for _, p := range parts[2:] {
		if presence, rest := r.lex.Presence(p.Value); presence != 0 && !rest && w.presence == ir.Unstated {
			w.presence = ir.Presence(presence)
			continue
		}
		w.docs = append(w.docs, p)
	}
	return w
}
