package parser

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// node is a field on its way from rows to a tree. A node without a row is implied: by a dotted name, or by a sample.
type node struct {
	name   ir.Text
	row    *row
	lists  int // array levels stated by the name: id[] is 1
	kids   []*node
	byName map[string]*node // the first member of each name, once there are many
}

// member returns the first member of that name.
func (n *node) member(name string) *node {
	if len(n.kids) < manyMembers {
		for _, k := range n.kids {
			if k.name.Value == name {
				return k
			}
		}
		return nil
	}
	if n.byName == nil {
		n.byName = make(map[string]*node, 2*len(n.kids))
		for _, k := range slices.Backward(n.kids) {
			n.byName[k.name.Value] = k
		}
	}
	return n.byName[name]
}

// add puts a member at the end.
func (n *node) add(k *node) {
	n.kids = append(n.kids, k)
	if n.byName != nil && n.byName[k.name.Value] == nil {
		n.byName[k.name.Value] = k
	}
}

const manyMembers = 32 // from here on a look-up by map is quicker than a search

// child returns the member of that name, made if need be.
func (n *node) child(name ir.Text) *node {
	if k := n.member(name.Value); k != nil {
		return k
	}
	k := &node{name: name}
	n.add(k)
	return k
}

// nest turns rows into trees: deeper rows go below the last shallower one, dotted names spell their place out, and rows below the title
// of a part are the members of what it names.
func (r *reader) nest(rows []*row) *node {
	root := &node{}
	for len(rows) > 0 {
		end := 1
		for end < len(rows) && slices.Equal(rows[end].under, rows[0].under) {
			end++
		}
		holders := root.called(rows[0].under)
		if len(holders) == 0 {
			holders = append(holders, root)
		}
		for _, holder := range holders {
			r.nestIn(holder, rows[:end])
		}
		rows = rows[end:]
	}
	return root
}

// called are the nodes of some names, the last below a node that has each.
func (n *node) called(names []string) (out []*node) {
	for _, name := range names {
		if k := n.last(name); k != nil {
			out = append(out, k)
		}
	}
	return out
}

// last is the last node of a name below a node.
func (n *node) last(name string) *node {
	for _, k := range slices.Backward(n.kids) {
		if in := k.last(name); in != nil {
			return in
		}
		if k.name.Value == name {
			return k
		}
	}
	return nil
}

// nestIn puts rows below a node.
func (r *reader) nestIn(root *node, rows []*row) {
	type level struct {
		width int
		node  *node
	}
	stack := []level{{-1, root}}
	for _, w := range rows {
		for len(stack) > 1 && stack[len(stack)-1].width >= w.width {
			stack = stack[:len(stack)-1]
		}
		parent := stack[len(stack)-1].node
		n := r.place(parent, root, w)
		stack = append(stack, level{w.width, n})
	}
}

// place puts a row below its parent, following its dotted name. A dotted name that repeats its parent's path starts at the root.
func (r *reader) place(parent, root *node, w *row) *node {
	steps := w.steps
	if len(steps) > 1 && parent != root && root.member(steps[0].name.Value) != nil && parent.member(steps[0].name.Value) == nil {
		parent = root
	}
	for _, s := range steps[:len(steps)-1] {
		if s.name.Empty() {
			parent.lists = max(parent.lists, s.list)
			continue
		}
		parent = parent.child(s.name)
		parent.lists = max(parent.lists, s.list)
	}
	last := steps[len(steps)-1]
	if last.name.Empty() {
		parent.lists = max(parent.lists, last.list)
		return parent
	}
	if k := parent.member(last.name.Value); k != nil && k.row == nil {
		k.row, k.lists = w, max(k.lists, last.list)
		return k
	}
	n := r.room.nodes.put(node{name: last.name, row: w, lists: last.list})
	parent.add(n)
	return n
}

// nested reports whether the rows show any nesting of their own.
func (n *node) nested() bool {
	for _, k := range n.kids {
		if len(k.kids) > 0 {
			return true
		}
	}
	return false
}

// fields makes the members of a node, each name once.
func (r *reader) fields(n *node, d *draft, path string) []*ir.Field {
	var out []*ir.Field
	seen := map[string]*node{}
	for _, k := range n.kids {
		if first := seen[k.name.Value]; first != nil {
			r.repeated(k, first)
			continue
		}
		f := r.field(k, d, joinPath(path, k.name.Value))
		seen[k.name.Value] = k
		out = append(out, f)
	}
	return out
}

// repeated reports a name that stands a second time, once for all endpoints that have the table. A lone name is the title of what
// follows ("pay 格式如下"), and below a title or header of their own names begin anew: 企业 and 个人 in one table.
func (r *reader) repeated(again, first *node) {
	if again.row == nil || again.row.alone || first.row != nil && first.row.part != again.row.part {
		return
	}
	r.once(duplicateField.At(again.name.Span, again.name.Value).Also(first.name.Span, "第一次出现在这里", "first documented here"))
}

func joinPath(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// field makes one field of a node.
func (r *reader) field(n *node, d *draft, path string) *ir.Field {
	f := r.room.fields.put(ir.Field{Name: n.name, Span: n.name.Span, Origin: ir.FromTable})
	if w := n.row; w != nil {
		f.Span, f.Label, f.Note, f.Declared = w.span, w.label, w.note, w.declared
		f.Doc = joinTexts(w.docs)
		f.Presence, f.When, f.Default, f.Example, f.Rules = w.presence, w.when, w.def, w.example, w.rules
		r.keepRemarks(f, w)
		for _, at := range w.titles {
			f.Inferred = append(f.Inferred, &ir.Inference{About: "nesting", Value: f.Name.Value, From: at, Why: titleRowWhy})
		}
		if w.struck {
			f.Deprecated = &ir.Text{Value: n.name.Value, Span: n.name.Span}
		}
		if w.typ != nil && w.typ.nullable {
			f.Nullable = &ir.Sighting{Kind: ir.Null, Span: w.declared.Span}
		}
	} else {
		f.Origin = ir.FromSample
	}
	f.Secret, f.Signature = lexicon.Secret(f.Name.Value), lexicon.Signature(f.Name.Value)
	f.Type = r.typeOf(n, d, path, f)
	r.elementsInText(f)
	f.Rules = fittingRules(f)
	return f
}

// elementsInText takes the elements of a list from its description where nothing else tells: "图片地址，字符串数组".
func (r *reader) elementsInText(f *ir.Field) {
	list, ok := f.Type.(*ir.List)
	if !ok {
		return
	}
	if s, ok := list.Elem.(*ir.Scalar); !ok || s.Kind != ir.Any {
		return
	}
	for piece := range strings.FieldsFuncSeq(f.Doc.Value, func(c rune) bool { return strings.ContainsRune("，,。；; \n（）()", c) }) {
		e := r.parseType(piece, 0)
		if e != nil && e.base == lexicon.ArrayBase && e.elem != nil && e.elem.base != lexicon.NoBase {
			list.Elem = r.fromExpr(e.elem, nil, f.Doc.Span)
			f.Inferred = append(f.Inferred, &ir.Inference{About: "items", Value: typeName(list), From: f.Doc.Span, Why: proseWhy})
			return
		}
	}
}

// fittingRules leaves out rules that say nothing about the field's kind: a number is never empty.
func fittingRules(f *ir.Field) []ir.Rule {
	kind := ir.KindOf(f.Type)
	var out []ir.Rule
	for _, rule := range f.Rules {
		if _, ok := rule.(*ir.NotEmpty); ok && kind != ir.String && kind != ir.ArrayKind {
			continue
		}
		out = append(out, rule)
	}
	return out
}

// joinTexts makes one description of several cells.
func joinTexts(texts []ir.Text) ir.Text {
	var kept []ir.Text
	for _, t := range texts {
		if len(kept) == 0 || kept[len(kept)-1].Value != t.Value {
			kept = append(kept, t)
		}
	}
	if len(kept) == 0 {
		return ir.Text{}
	}
	out := kept[0]
	for _, t := range kept[1:] {
		out.Value += "\n" + t.Value
		out.Span = out.Span.To(t.Span)
	}
	return out
}

// typeOf makes the type of a node from its declared type, its members, and the sections that it refers to.
func (r *reader) typeOf(n *node, d *draft, path string, f *ir.Field) ir.Type {
	span := n.name.Span
	var e *typeExpr
	if n.row != nil {
		if e = n.row.typ; e == nil && n.row.schema.known() {
			e = n.row.schema
		}
		if s := n.row.schema; s.known() && s.base != lexicon.NoBase && e != nil && e.base == lexicon.ArrayBase && e.elem == nil && s.base != lexicon.ArrayBase {
			e = &typeExpr{base: lexicon.ArrayBase, elem: s, span: e.span}
		}
		if !n.row.declared.Empty() {
			span = n.row.declared.Span
		}
	}
	var t ir.Type
	if len(n.kids) > 0 {
		object := ir.At(&ir.Object{Fields: r.fields(n, d, path)}, span)
		t = wrapDeclared(object, e, span)
		state(t, e, span)
	} else {
		t = r.declaredType(e, n, d, path, span)
	}
	if ref := refIn(t); f != nil && ref != nil && ref.Name.Value != ref.Target.Name.Value {
		f.Inferred = append(f.Inferred, &ir.Inference{About: "reference", Value: ref.Target.Name.Value, From: ref.Name.Span, Why: healedWhy})
	}
	for range n.lists {
		if _, ok := t.(*ir.List); ok {
			break
		}
		t = ir.At(&ir.List{Elem: t}, span)
	}
	return t
}

// wrapDeclared makes a list of members where the declared type is one.
func wrapDeclared(object *ir.Object, e *typeExpr, span source.Span) ir.Type {
	var t ir.Type = object
	for ; e != nil && e.base == lexicon.ArrayBase; e = e.elem {
		t = ir.At(&ir.List{Elem: t}, span)
	}
	return t
}

// declaredType makes the type of a field without members in the same table.
func (r *reader) declaredType(e *typeExpr, n *node, d *draft, path string, span source.Span) ir.Type {
	if e == nil || e.base == lexicon.ObjectBase || e.base == lexicon.ArrayBase && (e.elem == nil || e.elem.base == lexicon.ObjectBase) || e.base == lexicon.NoBase {
		if t := r.referred(e, n, d, path, span); t != nil {
			return t
		}
	}
	if e == nil {
		return ir.At(&ir.Scalar{Kind: ir.Any}, span)
	}
	return r.fromExpr(e, d, span)
}
