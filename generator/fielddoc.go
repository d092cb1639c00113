package generator

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// describe writes the field's comment: what the page says, the rules that its words leave out, and the place.
func (p *planner) describe(out *templates.Field, f *ir.Field) {
	doc := f.Doc
	if hasConstants(out.Type) {
		doc.Value = withoutValues(doc.Value, f.Type)
	}
	if first, rest, several := strings.Cut(doc.Value, "\n"); several && !fitsLine(f.Label.Value+doc.Value) {
		doc.Value, out.Remarks = first, remarks(rest)
	}
	said := []ir.Text{f.Label, doc}
	if rules := p.unsaid(f); rules != "" {
		said = append(said, ir.Text{Value: rules})
	}
	out.Comment = p.opts.Places.sentence(p.opts.Places.row(f.Span), said...)
	out.Label = clean(f.Name.Value) + "."
	if text := p.opts.Places.sentence(source.Span{}, said...); text != "" {
		out.Label = clean(f.Name.Value) + ": " + text
	}
	out.Long = len(out.Remarks) > 0 || len([]rune(out.Comment)) > shortComment+len(p.opts.Places.of(p.opts.Places.row(f.Span)))
	if f.Deprecated != nil {
		out.Deprecated = p.deprecation(*f.Deprecated, f.Name.Value, f.Doc.Value)
	}
}

// hasConstants reports whether values of a type, or of what it is a list of, are constants of the package.
func hasConstants(t *templates.Type) bool {
	for t != nil && t.Elem != nil {
		t = t.Elem
	}
	return t != nil && t.Named != nil
}

// fitsLine reports whether a text of several lines is as well in one: it is short, and no list.
func fitsLine(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if _, point := pointOf(clean(line)); point {
			return false
		}
	}
	return utf8.RuneCountInString(text) <= shortComment
}

// unsaid are the rules that come from other cells than the description (a column of lengths, of defaults, the type's own) or from
// samples, in brackets. What the description spells out is not said twice.
func (p *planner) unsaid(f *ir.Field) string {
	text := f.Label.Value + "\n" + f.Doc.Value
	var parts []string
	add := func(value, zh, en string) {
		if value != "" && !strings.Contains(text, value) {
			parts = append(parts, p.text(zh, en)+clean(value))
		}
	}
	for _, rule := range f.Rules {
		if r, ok := rule.(*ir.Length); ok && !r.Parts && !r.Bytes && ir.KindOf(f.Type) == ir.String {
			add(lengthText(r, text), "字符数 ", "characters ")
		} else if !strings.Contains(text, rule.Where().Text()) {
			add(ruleWords(rule))
		}
	}
	if f.Default != nil {
		add(f.Shown(f.Default), "默认 ", "default ")
	}
	if s, ok := f.Type.(*ir.Scalar); ok {
		add(s.Layout.Value, "格式 ", "layout ")
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, p.text("，", ", ")) + "]"
}

// ruleWords are the value of a rule that is told by its words, and what stands before it in both languages; "" for other rules.
func ruleWords(rule ir.Rule) (value, zh, en string) {
	switch r := rule.(type) {
	case *ir.Decimals:
		return "<= " + strconv.FormatInt(r.Max, 10), "小数位 ", "decimals "
	case *ir.Characters:
		return r.Class, "只含 ", "only "
	case *ir.Affix:
		texts := make([]string, len(r.Texts))
		for i, t := range r.Texts {
			texts[i] = t.Value
		}
		if value = strings.Join(texts, " | "); r.End {
			return value, "结尾 ", "ends with "
		}
		return value, "开头 ", "begins with "
	}
	return "", "", ""
}

// lengthText writes a length's bounds; nothing where the description has the numbers.
func lengthText(r *ir.Length, said string) string {
	bound := func(n *int64) string {
		if n == nil || strings.Contains(said, strconv.FormatInt(*n, 10)) {
			return ""
		}
		return strconv.FormatInt(*n, 10)
	}
	low, high := bound(r.Min), bound(r.Max)
	switch {
	case low == high:
		return low
	case low == "":
		return "<= " + high
	case high == "":
		return ">= " + low
	}
	return low + ".." + high
}

// text is a word in the language of the package.
func (p *planner) text(zh, en string) string { return source.Message{ZH: zh, EN: en}.In(p.opts.Lang) }

// deprecation is what the page says of something that is out of use: its words, with the advice that follows them. Its own name
// means that the page strikes it out.
func (p *planner) deprecation(text ir.Text, name, doc string) string {
	said := harmless(text.Value)
	switch {
	case said == "" || said == clean(name):
		return p.text("文档里划掉了。", "the documentation strikes it out.")
	case strings.Contains(doc, text.Value):
		_, rest, _ := strings.Cut(doc, text.Value)
		return harmless(text.Value + rest)
	}
	return said
}
