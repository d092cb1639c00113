package parser

import (
	"strings"

	"github.com/hbollon/go-edlib"

	"github.com/wenma/wenma/ir"
)

// spelling is a field whose name a table and the samples write differently.
type spelling struct {
	f      *ir.Field
	member *ir.Member
	folded bool // they differ in case, underscores or hyphens only
	sure   bool // one letter apart, and alike in kind
}

// maxRespelt is how many names without a counterpart are compared with each other.
const maxRespelt = 200

// respell joins documented fields that no sample has with members that no table has, where their names are the same word. In
// an answer the sample's spelling counts, which is mostly a copy of what was sent; a request's sample is written by hand as its
// table is, and the table's spelling counts. Fields that have been seen under their own name keep it.
func (r *reader) respell(t *ir.Object, seen *shownMembers, a alignment) {
	var gone []*ir.Field
	for _, f := range t.Fields {
		if f.Origin == ir.FromTable && seen.byName[f.Name.Value] == nil && r.shown[f] == nil {
			gone = append(gone, f)
		}
	}
	if len(gone) == 0 {
		return
	}
	have := make(map[string]bool, len(t.Fields))
	for _, f := range t.Fields {
		have[f.Name.Value] = true
	}
	var extra []string
	for _, name := range seen.order {
		if !have[name] {
			extra = append(extra, name)
		}
	}
	if len(extra) == 0 || len(gone)+len(extra) > maxRespelt {
		return
	}
	for _, s := range spellings(gone, extra, seen) {
		r.respelt(s, seen, a)
	}
}

func (r *reader) respelt(s spelling, seen *shownMembers, a alignment) {
	f, name := s.f, s.member.Name
	rule := nameDiffers
	if s.folded {
		rule = nameCaseDiffers
	}
	r.diags.Add(rule.At(f.Name.Span, f.Name.Value, name.Value).Also(name.Span, "样例中的写法", "as the sample spells it"))
	if !s.folded && !s.sure {
		seen.told[f.Name.Value], seen.told[name.Value] = true, true
		return
	}
	if a == alignRequest {
		r.spelt[f] = append(r.spelt[f], name.Value)
		seen.rename(name.Value, f.Name.Value)
		return
	}
	f.Inferred = append(f.Inferred, &ir.Inference{About: "wire-name", Value: name.Value, From: name.Span, Why: wireNameWhy})
	r.spelt[f] = append(r.spelt[f], f.Name.Value)
	f.Name = name
}

// spellings pairs names, each of which has one counterpart only: those that are the same when folded, then those that are near.
func spellings(gone []*ir.Field, extra []string, seen *shownMembers) []spelling {
	var out []spelling
	paired := map[string]bool{}
	fields, members := map[string][]*ir.Field{}, map[string][]string{}
	for _, f := range gone {
		fields[foldName(f.Name.Value)] = append(fields[foldName(f.Name.Value)], f)
	}
	for _, name := range extra {
		members[foldName(name)] = append(members[foldName(name)], name)
	}
	for _, f := range gone {
		key := foldName(f.Name.Value)
		if len(fields[key]) == 1 && len(members[key]) == 1 {
			name := members[key][0]
			out = append(out, spelling{f: f, member: seen.byName[name][0], folded: true})
			paired[f.Name.Value], paired[name] = true, true
		}
	}
	var names, left []string
	for _, f := range gone {
		if !paired[f.Name.Value] {
			names = append(names, f.Name.Value)
		}
	}
	for _, name := range extra {
		if !paired[name] {
			left = append(left, name)
		}
	}
	documented, shown := newSpeller(names), newSpeller(left)
	for _, f := range gone {
		if near := shown.nearest(f.Name.Value); !paired[f.Name.Value] && near != "" && documented.nearest(near) == f.Name.Value {
			sure := oneLetter(f.Name.Value, near) && fitAll(ir.KindOf(f.Type), memberValues(seen.byName[near]))
			out = append(out, spelling{f: f, member: seen.byName[near][0], sure: sure})
		}
	}
	return out
}

// foldName is a name without what conventions of spelling differ in: userId, user_id and USERID are one.
func foldName(s string) string {
	return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(s, "_", ""), "-", ""))
}

// oneLetter reports whether names are one letter apart: one more, one less, another one, or two swapped.
func oneLetter(a, b string) bool {
	return edlib.OSADamerauLevenshteinDistance(strings.ToLower(a), strings.ToLower(b)) == 1
}
