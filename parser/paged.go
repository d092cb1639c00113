package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// paged recognizes an answer that is a page of a list: its entries, and how many there are in all. It looks in the payload, and
// beside it.
func (r *reader) paged(d *draft, resp *ir.Response) {
	fields, prefix := ir.Fields(resp.Type), ""
	if e := resp.Envelope; e != nil && e.Data != nil && ir.KindOf(e.Data.Type) == ir.ObjectKind {
		fields, prefix = ir.Fields(e.Data.Type), e.Data.Name.Value+"."
	}
	p := pageOf(fields, prefix)
	if p.list == nil || p.total == "" || lexicon.Page(p.list.Name.Value) != lexicon.PageList && strings.HasSuffix(strings.ToLower(p.total), "count") && !strings.Contains(strings.ToLower(p.total), "total") {
		return // three tags and a count of something
	}
	parts := []string{"list=" + prefix + p.list.Name.Value, "total=" + p.total}
	if p.number != "" {
		parts = append(parts, "page="+p.number)
	}
	if p.size != "" {
		parts = append(parts, "size="+p.size)
	}
	d.ep.Inferred = append(d.ep.Inferred, &ir.Inference{About: "page", Value: strings.Join(parts, ", "), From: p.list.Name.Span, Why: pageWhy})
}

// pageParts are the members of a page, by their path.
type pageParts struct {
	list                *ir.Field
	total, number, size string
}

func pageOf(fields []*ir.Field, prefix string) (p pageParts) {
	var other *ir.Field // a list of objects with a name of its own
	others := 0
	for _, f := range fields {
		if ir.KindOf(f.Type) != ir.ArrayKind {
			continue
		}
		if lexicon.Page(f.Name.Value) == lexicon.PageList && p.list == nil {
			p.list = f
			continue
		}
		if l, ok := f.Type.(*ir.List); ok && ir.KindOf(l.Elem) == ir.ObjectKind {
			other = f
			others++
		}
	}
	if p.list == nil && others == 1 {
		p.list = other
	}
	p.counts(fields, prefix)
	for _, f := range fields {
		info := lexicon.Page(f.Name.Value)
		if inside := ir.Fields(f.Type); inside != nil && (info == lexicon.PageInfo || info == lexicon.PageNumber) {
			p.counts(inside, prefix+f.Name.Value+".")
		}
	}
	return p
}

// counts takes the members that are numbers.
func (p *pageParts) counts(fields []*ir.Field, prefix string) {
	for _, f := range fields {
		if kind := ir.KindOf(f.Type); kind != ir.Integer && kind != ir.Number && kind != ir.String && kind != ir.Any {
			continue
		}
		path := prefix + f.Name.Value
		switch lexicon.Page(f.Name.Value) {
		case lexicon.PageTotal:
			p.total = firstOf(p.total, path)
		case lexicon.PageNumber:
			p.number = firstOf(p.number, path)
		case lexicon.PageSize:
			p.size = firstOf(p.size, path)
		}
	}
}

var pageWhy = source.Message{ZH: "有一个列表和总数", EN: "it has a list and how many entries there are in all"}
