package apidiff

import (
	"slices"
	"strings"
)

// fields compares the fields of an operation. One that is gone and one that is new may be the same under another name or in
// another place.
func (d *differ) fields(old, new []*Field) {
	l := &leftovers{differ: d, old: old, new: new}
	var replaced []string // paths of fields of another type: what was in them is gone with that
	merge(old, new, func(f *Field) string { return f.Path }, func(o, n *Field) {
		switch {
		case n == nil:
			l.gone = append(l.gone, o)
		case o == nil:
			l.come = append(l.come, n)
		default:
			d.field(o, n)
			if o.Type != n.Type {
				replaced = append(replaced, o.Path)
			}
		}
	})
	for _, path := range replaced {
		l.drop(path)
	}
	l.reshaped()
	l.placeholders()
	l.pair(outermost, FieldRenamed, l.renamed)
	l.pair(outermost, FieldMoved, travelsElsewhere)
	l.pair(all, FieldMoved, l.regrouped)
	for _, f := range outermost(l.gone) {
		// A server that read a member gets it no longer; a caller that read a member of the answer gets it no longer.
		d.add(FieldRemoved, f.Type, "", f.Response(), !f.Response(), f, nil)
	}
	for _, f := range outermost(l.come) {
		d.add(FieldAdded, "", f.Type, f.Required && !f.Response(), f.Required && f.Response(), nil, f)
	}
}

// leftovers are the fields that only one of both sides has.
type leftovers struct {
	*differ
	old, new   []*Field // all fields
	gone, come []*Field
}

// drop leaves out what is within a path.
func (l *leftovers) drop(path string) {
	inside := func(f *Field) bool { return f.Path == path || within(f.Path, path) }
	l.gone, l.come = slices.DeleteFunc(l.gone, inside), slices.DeleteFunc(l.come, inside)
}

// reshaped finds the fields that one side has as a whole and the other in parts: elements that were texts and are objects. An
// object that is an element, a body or an answer is no field of its own.
func (l *leftovers) reshaped() {
	for _, o := range slices.Clone(l.gone) {
		if i := slices.IndexFunc(l.come, func(n *Field) bool { return within(n.Path, o.Path) }); i >= 0 && slices.Contains(l.gone, o) {
			l.add(TypeChanged, o.Type, "object", true, true, o, nil)
			l.drop(o.Path)
		}
	}
	for _, n := range slices.Clone(l.come) {
		if i := slices.IndexFunc(l.gone, func(o *Field) bool { return within(o.Path, n.Path) }); i >= 0 && slices.Contains(l.come, n) {
			l.add(TypeChanged, "object", n.Type, true, true, nil, n)
			l.drop(n.Path)
		}
	}
}

// placeholders pairs the parameters of a path: they travel by their place, and their names with nothing.
func (l *leftovers) placeholders() {
	gone, come := inPath(l.gone), inPath(l.come)
	for i := range min(len(gone), len(come)) {
		l.same(gone[i], come[i])
	}
}

func inPath(fields []*Field) []*Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f *Field) bool { return place(f.Path) != "path" })
}

// same compares two fields that are one, and what is in them, and takes them out.
func (l *leftovers) same(o, n *Field) {
	old, new := below(l.old, o.Path), below(l.new, n.Path)
	l.drop(o.Path)
	l.drop(n.Path)
	l.field(o, n)
	if o.Type == n.Type {
		l.fields(rebased(old, o.Path, n.Path), new)
	}
}

func below(fields []*Field, path string) []*Field {
	var out []*Field
	for _, f := range fields {
		if within(f.Path, path) {
			out = append(out, f)
		}
	}
	return out
}

// rebased are the fields below a path as they are called below another.
func rebased(fields []*Field, from, to string) []*Field {
	out := make([]*Field, len(fields))
	for i, f := range fields {
		moved := *f
		moved.Path = to + strings.TrimPrefix(f.Path, from)
		out[i] = &moved
	}
	return out
}

// pair takes the pairs that match, where each has only one match, out of both sides. Which of the fields may match, candidates says.
func (l *leftovers) pair(candidates func([]*Field) []*Field, kind Kind, same func(o, n *Field) bool) {
	gone, come := candidates(l.gone), candidates(l.come)
	for _, o := range gone {
		n := only(come, func(n *Field) bool { return same(o, n) })
		if n == nil || only(gone, func(o *Field) bool { return same(o, n) }) == nil || !slices.Contains(l.gone, o) || !slices.Contains(l.come, n) {
			continue
		}
		l.add(kind, o.Path, n.Path, true, true, o, n)
		l.same(o, n)
	}
}

// only is the one of a list that matches; nil where none does, or several.
func only[T any](list []*T, match func(*T) bool) *T {
	i := slices.IndexFunc(list, match)
	if i < 0 || slices.ContainsFunc(list[i+1:], match) {
		return nil
	}
	return list[i]
}

func all(fields []*Field) []*Field { return slices.Clone(fields) }

// outermost leaves out what is within another field of the list: it came or went with that.
func outermost(fields []*Field) []*Field {
	var out []*Field
	for _, f := range fields {
		if !slices.ContainsFunc(out, func(o *Field) bool { return within(f.Path, o.Path) }) {
			out = append(out, f)
		}
	}
	return out
}

func within(path, outer string) bool {
	rest, ok := strings.CutPrefix(path, outer)
	return ok && rest != "" && strings.ContainsRune(".[{", rune(rest[0]))
}

// travelsElsewhere matches parameters of one name in two places: query.page and body.page.
func travelsElsewhere(o, n *Field) bool {
	return o.Response() == n.Response() && place(o.Path) != place(n.Path) &&
		strings.TrimPrefix(o.Path, place(o.Path)) == strings.TrimPrefix(n.Path, place(n.Path))
}

func place(path string) string {
	if i := strings.IndexAny(path, ".[{"); i >= 0 {
		return path[:i]
	}
	return path
}

// regrouped matches members of one name and type that the page describes in the same words, or that went into a new object or
// came out of one that is gone.
func (l *leftovers) regrouped(o, n *Field) bool {
	from, to := parent(o.Path), parent(n.Path)
	if o.Response() != n.Response() || from == to || name(o.Path) != name(n.Path) || o.Type != n.Type {
		return false
	}
	if o.About != "" && n.About != "" {
		return o.About == n.About
	}
	return has(l.new, from) != has(l.old, to)
}

// has reports whether there is an object at the path.
func has(fields []*Field, path string) bool {
	return slices.ContainsFunc(fields, func(f *Field) bool { return f.Path == path || within(f.Path, path) })
}

// renamed matches fields of one object and type with names that are alike, the same description, or the same members.
func (l *leftovers) renamed(o, n *Field) bool {
	return parent(o.Path) == parent(n.Path) && o.Type == n.Type &&
		(alike(name(o.Path), name(n.Path)) || o.About != "" && o.About == n.About || l.alikeWithin(o, n))
}

// alikeWithin reports whether most of what is in either field is in the other too.
func (l *leftovers) alikeWithin(o, n *Field) bool {
	old, new := rebased(below(l.old, o.Path), o.Path, n.Path), below(l.new, n.Path)
	shared := 0
	for _, f := range old {
		if slices.ContainsFunc(new, func(n *Field) bool { return n.Path == f.Path && n.Type == f.Type }) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= max(len(old), len(new))
}

func parent(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }

func name(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// alike reports whether names are one name: but for case and marks, or one within the other.
func alike(a, b string) bool {
	bare := func(s string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", "[]", "").Replace(s))
	}
	a, b = bare(a), bare(b)
	return a == b || len(a) > 3 && len(b) > 3 && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a) || strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
