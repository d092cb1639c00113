package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// requestVariants takes tables below headings within a section of request parameters that has none itself for that request: one heading
// for each vendor or kind, whatever it is called. A table that a field of another means is a type, and stays one.
func (r *reader) requestVariants(d *draft) {
	for _, group := range r.variantGroups(d.subs) {
		var variants []*decl
		for _, s := range group {
			if !r.mentioned(s, d) && !r.mentionedIn(group, s) {
				variants = append(variants, s)
			}
		}
		sets := make([][]*row, len(variants))
		for i, s := range variants {
			s.used, sets[i] = true, s.rows
		}
		if group[0].within.filled {
			sets = append(sets, nil) // the table of the section itself, for those that are no such variant
		}
		r.join(d, sets)
		for _, s := range variants {
			d.fields = append(d.fields, &fieldSection{role: s.within.role, rows: s.rows, table: s.table})
		}
	}
}

// variantGroups are the declarations that stand in one section of request parameters, by section. In a section that has parameters of its
// own a heading must say that there are more: 差异参数[oss].
func (r *reader) variantGroups(subs []*decl) (groups [][]*decl) {
	for _, s := range subs {
		switch last := len(groups) - 1; {
		case s.within == nil || s.within.filled && !r.furtherFields(s):
		case last >= 0 && groups[last][0].within == s.within:
			groups[last] = append(groups[last], s)
		default:
			groups = append(groups, []*decl{s})
		}
	}
	return groups
}

// furtherFields reports whether the title of a declaration speaks of parameters, and of a variant in brackets.
func (r *reader) furtherFields(s *decl) bool {
	return strings.HasSuffix(s.doc.Value, "["+s.name.Value+"]") && r.lex.Section(strings.TrimSuffix(s.doc.Value, "["+s.name.Value+"]")).Any(lexicon.Fields)
}

// mentionedIn reports whether a row of another declaration of the group means this one.
func (r *reader) mentionedIn(group []*decl, s *decl) bool {
	for _, o := range group {
		if o != s && r.mentioned(s, &draft{fields: []*fieldSection{{rows: o.rows}}}) {
			return true
		}
	}
	return false
}

// dataVariants makes one of the tables that describe an object in several variants: data[oss] and data[blob] are both data.
func (r *reader) dataVariants(d *draft) {
	byName := map[string][]*fieldSection{}
	var order []string
	for _, f := range d.fields {
		base, ok := r.variantOf(f.subject.Value)
		if f.role != roleResponse || f.failure() || !ok || !r.partOf(base, d) {
			continue
		}
		f.subject.Value = base
		if byName[base] == nil {
			order = append(order, base)
		}
		byName[base] = append(byName[base], f)
	}
	for _, base := range order {
		r.joinSections(d, byName[base])
	}
}

// joinSections gives the first of several tables the rows that the others have besides.
func (r *reader) joinSections(d *draft, sections []*fieldSection) {
	sets := make([][]*row, len(sections))
	for i, f := range sections {
		sets[i] = f.rows
	}
	r.join(d, sets)
	first := sections[0]
	first.rows = slices.Clone(first.rows)
	for _, f := range sections[1:] {
		known, skip := topNames(first.rows), false
		for _, w := range f.rows {
			if w.top(f.rows) {
				skip = known[w.name().Value]
			}
			if !skip {
				first.rows = append(first.rows, w)
			}
		}
	}
	d.fields = slices.DeleteFunc(d.fields, func(f *fieldSection) bool { return slices.Contains(sections[1:], f) })
}

// join makes optional what only some of the variants have. All their rows are accounted for: one stands for those of its name.
func (r *reader) join(d *draft, sets [][]*row) {
	if len(sets) < 2 {
		return
	}
	names := make([]map[string]bool, len(sets))
	for i, rows := range sets {
		names[i] = topNames(rows)
	}
	for _, rows := range sets {
		for _, w := range rows {
			r.joined = append(r.joined, w.span)
			everywhere := !slices.ContainsFunc(names, func(has map[string]bool) bool { return !has[w.name().Value] })
			if w.top(rows) && !everywhere {
				w.presence = ir.Optional
				d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "presence", Value: w.name().Value + " optional", From: w.name().Span, Why: variantWhy})
			}
		}
	}
}

func topNames(rows []*row) map[string]bool {
	names := map[string]bool{}
	for _, w := range rows {
		if w.top(rows) {
			names[w.name().Value] = true
		}
	}
	return names
}

// top reports whether a row of a table stands at its first level.
func (w *row) top(rows []*row) bool { return len(w.steps) == 1 && w.width <= rows[0].width }

// variantOf takes the name of a container out of the title of one of its variants: data of data[oss] and data（blob）.
func (r *reader) variantOf(title string) (base string, ok bool) {
	open := strings.IndexAny(title, "[(（")
	if open < 1 || !identifier(title[:open]) {
		return "", false
	}
	_, inside, _ := strings.Cut(title[open:], string([]rune(title[open:])[:1]))
	inside = strings.TrimRight(inside, "])）")
	_, levels := arrayMarks(title)
	_, isType := r.lex.Type(inside) // data(object), whereas data[blob] is a blob's
	if levels > 0 || isType && title[open] != '[' || !identifier(inside) {
		return "", false
	}
	return title[:open], lexicon.Envelope(title[:open]) == lexicon.EnvelopeData
}

// repeats reports whether a table has nothing but names that others have: the answer over again, for another variant of it.
func (f *fieldSection) repeats(names map[string]bool) bool {
	return !slices.ContainsFunc(f.rows, func(w *row) bool { return !names[w.name().Value] })
}

// requestSection is a heading that titles request parameters, while the blocks below it are read.
type requestSection struct {
	level  int
	role   role
	filled bool // it has a table of its own
}

var variantWhy = source.Message{ZH: "只有部分变体有这个字段", EN: "only some of the variants have it"}
