package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
	"github.com/wenma/wenma/source"
)

// cellValues reads the values that a type cell lists in brackets: enum(1,2,3), int(0/1), ENUM{A,B}, string(asc|desc). A length,
// a precision and the name of a format are none.
func (r *reader) cellValues(f *ir.Field, s *ir.Scalar) *prose.Enum {
	text := f.Declared.Value
	open := strings.IndexAny(text, "(（{[<【")
	if open <= 0 || len(text) > maxTypeLen || s.Kind == ir.Boolean || s.Kind == ir.File {
		return nil
	}
	end := strings.LastIndexAny(text, ")）}]>】")
	if end < open {
		return nil
	}
	head, known := r.lex.Type(text[:open])
	inside := trimText(textIn(f.Declared, open, end), "(（{[<【 ")
	pieces := strings.FieldsFunc(inside.Value, func(c rune) bool { return strings.ContainsRune(",，/|、;；", c) })
	if !known || len(pieces) < 2 {
		return nil
	}
	numbers := 0
	for _, p := range pieces {
		if _, word := r.lex.Type(p); word {
			return nil // number(int32,int64)
		}
		count(&numbers, strings.Trim(strings.TrimSpace(p), "-0123456789.") == "")
	}
	kind := s.Kind
	switch head.Base {
	case lexicon.EnumBase:
		if numbers == len(pieces) {
			kind = ir.Integer
		}
	case lexicon.StringBase:
		if numbers == len(pieces) && strings.ContainsAny(inside.Value, ",，") {
			return nil // varchar(10,20)
		}
	case lexicon.IntegerBase, lexicon.NumberBase:
		if first := strings.TrimSpace(pieces[0]); strings.ContainsAny(inside.Value, ",，") && numbers == 2 && len(pieces) == 2 && first != "0" && first != "1" && first != "-1" || head.Base == lexicon.NumberBase && numbers == 2 {
			return nil // decimal(10,2), int(10,0)
		}
	default:
		return nil
	}
	enum := prose.Under("可选值", inside, kind).Enum
	if enum == nil || len(enum.Values) < len(pieces) {
		return nil
	}
	return enum
}

// inCell makes an enumeration of a field whose type cell lists its values.
func (l *lister) inCell(f *ir.Field, s *ir.Scalar) bool {
	listed := l.r.cellValues(f, s)
	if listed == nil {
		return false
	}
	list := &valueList{values: listed.Values, open: listed.Open, rows: []source.Span{listed.Span}}
	if (s.Kind == ir.Integer || s.Kind == ir.Number) && !list.integers() {
		return false
	}
	if onlyEnum(f) && list.integers() {
		s.Kind = ir.Integer
	}
	l.set(f, s, list, listed.Span)
	enum := &ir.Enum{Values: list.values, Open: list.open}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "enum", Value: valuesText(enum), From: listed.Span, Why: cellValuesWhy})
	return true
}

var cellValuesWhy = source.Message{ZH: "类型那一格列出了取值", EN: "the type cell lists the values"}
