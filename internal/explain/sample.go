package explain

import "github.com/wenma/wenma/ir"

// maxShown is how many different values of a field are kept, and beyond them the first of each further kind.
const maxShown = 3

// sampled knows what the samples show for each field.
type sampled struct {
	fields  map[*ir.Field][]*shown
	members map[*ir.Object]map[string]*ir.Field
}

// shown is one value that samples have, and how often.
type shown struct {
	json   *ir.JSON
	unlike bool
	count  int
}

// showSamples lays the samples beside the types that they are of.
func showSamples(doc *ir.Document) *sampled {
	s := &sampled{fields: make(map[*ir.Field][]*shown), members: make(map[*ir.Object]map[string]*ir.Field)}
	for _, e := range doc.Endpoints {
		for _, sample := range e.Samples {
			switch r := e.Success(); {
			case sample.Kind == ir.RequestSample && e.Body != nil:
				s.walk(e.Body.Type, sample.JSON)
			case sample.Kind != ir.RequestSample && r != nil:
				s.walk(r.Type, sample.JSON)
			}
		}
	}
	return s
}

// walk goes down a sample along a type. The sample ends, so the walk does, also where a type holds itself.
func (s *sampled) walk(t ir.Type, j *ir.JSON) {
	if j == nil {
		return
	}
	switch t := t.(type) {
	case *ir.Ref:
		s.walk(t.Target.Type, j)
	case *ir.List:
		for _, elem := range j.Elems {
			s.walk(t.Elem, elem)
		}
		if j.Kind == ir.ObjectKind {
			s.walk(t.Elem, j)
		}
	case *ir.Map:
		for _, m := range j.Members {
			s.walk(t.Elem, m.Value)
		}
	case *ir.Object:
		for _, m := range j.Members {
			if f := s.member(t, m.Name.Value); f != nil {
				s.add(f, m.Value)
				s.walk(f.Type, m.Value)
			}
		}
	}
}

func (s *sampled) member(o *ir.Object, name string) *ir.Field {
	if s.members[o] == nil {
		s.members[o] = make(map[string]*ir.Field, len(o.Fields))
		for _, f := range o.Fields {
			if s.members[o][f.Name.Value] == nil {
				s.members[o][f.Name.Value] = f
			}
		}
	}
	return s.members[o][name]
}

func (s *sampled) add(f *ir.Field, j *ir.JSON) {
	if j == nil {
		return
	}
	kind := ir.KindOf(f.Type)
	unlike := j.Kind != kind && kind != ir.Any && j.Kind != ir.Null && !(kind == ir.Number && j.Kind == ir.Integer)
	known := false
	for _, other := range s.fields[f] {
		if other.json.Kind == j.Kind && other.json.Text == j.Text {
			other.count++
			return
		}
		known = known || other.json.Kind == j.Kind
	}
	if len(s.fields[f]) < maxShown || !known {
		s.fields[f] = append(s.fields[f], &shown{j, unlike, 1})
	}
}

func (s *sampled) of(f *ir.Field) []*shown { return s.fields[f] }

// show adds what a sample has.
func (s *Subject) show(v *shown) {
	out := Sighting{Kind: v.json.Kind.String(), Value: v.json.Shown(), Unlike: v.unlike, Count: v.count, At: placeOf(v.json.Span)}
	if v.json.Kind == ir.Null {
		out.Value = ""
	}
	known := false
	for i := range s.Samples {
		other := &s.Samples[i]
		if other.Kind == out.Kind && other.Value == out.Value {
			other.Count += out.Count
			return
		}
		known = known || other.Kind == out.Kind
	}
	if len(s.Samples) < maxShown || !known {
		s.Samples = append(s.Samples, out)
	}
}
