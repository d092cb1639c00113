package explain

import "github.com/wenma/wenma/ir"

// maxShown is how many different values of a field are kept, and beyond them the first of each further kind.
const maxShown = 3

// sampled knows what the samples show for each field.
type sampled struct{ fields map[*ir.Field][]*shown }

// shown is one value that samples have, and how often.
type shown struct {
	json   *ir.JSON
	unlike bool
	count  int
}

// showSamples lays the samples beside the types that they are of.
func showSamples(doc *ir.Document) *sampled {
	s := &sampled{fields: make(map[*ir.Field][]*shown)}
	for _, e := range doc.Endpoints {
		e.Shown(s.add)
	}
	return s
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
