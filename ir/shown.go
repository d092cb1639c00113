package ir

// Shown visits each field of the body and the answer of which a sample has a value, with the value.
func (e *Endpoint) Shown(visit func(*Field, *JSON)) {
	s := &shower{visit: visit, members: make(map[*Object]map[string]*Field)}
	for _, sample := range e.Samples {
		switch r := e.Success(); {
		case sample.Kind == RequestSample && e.Body != nil:
			s.walk(e.Body.Type, sample.JSON)
		case sample.Kind != RequestSample && r != nil:
			s.walk(r.Type, sample.JSON)
		}
	}
}

type shower struct {
	visit   func(*Field, *JSON)
	members map[*Object]map[string]*Field
}

// walk goes down a sample along a type. The sample ends, so the walk does, also where a type holds itself.
func (s *shower) walk(t Type, j *JSON) {
	if j == nil {
		return
	}
	switch t := t.(type) {
	case *Ref:
		s.walk(t.Target.Type, j)
	case *List:
		for _, elem := range j.Elems {
			s.walk(t.Elem, elem)
		}
		if j.Kind == ObjectKind {
			s.walk(t.Elem, j)
		}
	case *Map:
		for _, m := range j.Members {
			s.walk(t.Elem, m.Value)
		}
	case *Object:
		for _, m := range j.Members {
			if f := s.member(t, m.Name.Value); f != nil && m.Value != nil {
				s.visit(f, m.Value)
				s.walk(f.Type, m.Value)
			}
		}
	}
}

// member is the first member of that name.
func (s *shower) member(o *Object, name string) *Field {
	if s.members[o] == nil {
		s.members[o] = make(map[string]*Field, len(o.Fields))
		for _, f := range o.Fields {
			if s.members[o][f.Name.Value] == nil {
				s.members[o][f.Name.Value] = f
			}
		}
	}
	return s.members[o][name]
}
