package templates

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Types prints the structs.
func Types(p *Package, part *Part) *jen.File {
	f := newFile(p)
	for _, s := range part.structs() {
		structType(f, s)
	}
	return f
}

func structType(f *jen.File, s *Struct) {
	f.Add(comment(s.Name, " ", s.Doc))
	if s.Envelope == nil && len(s.Fields) == 0 {
		f.Add(line("type ", s.Name, " struct{}"))
		return
	}
	f.Add(line("type ", s.Name, " struct")).BlockFunc(func(g *jen.Group) {
		if s.Envelope != nil {
			g.Id(s.Envelope.Name)
		}
		for _, field := range s.Fields {
			structField(g, field)
		}
	})
}

// structField is one line, its comment beside it; a long comment stands above.
func structField(g *jen.Group, f *Field) {
	decl := jen.Id(f.Name).Add(f.code())
	if tag := f.tag(); tag != "" {
		decl.Id(tag)
	}
	if f.Deprecated != "" {
		g.Add(comment(f.Name, " ", f.Comment))
		remarks(g, append(f.Remarks, ""))
		g.Add(comment("Deprecated: ", f.Deprecated))
	} else if f.Long {
		g.Add(comment(f.Name, " ", f.Comment))
		remarks(g, f.Remarks)
	} else if f.Comment != "" {
		decl.Comment("// " + f.Comment)
	}
	g.Add(decl)
}

// tag is the struct tag; "" for a name that encoding/json would not take.
func (f *Field) tag() string {
	name := f.Wire
	if f.In == "" {
		return ""
	}
	if f.In != "body" || f.Type.Kind == Stream || f.Type.Kind == List && f.Type.Elem.Kind == Stream {
		name = "-"
	} else if !tagName(name) {
		return ""
	} else if f.Omit {
		name += ",omitempty"
	}
	return "`json:" + strconv.Quote(name) + "`"
}

// tagName tells the names that encoding/json takes from a tag, and that need no escape in it.
func tagName(name string) bool {
	if name == "" || name == "-" || !printable(name) {
		return false
	}
	return !strings.ContainsAny(name, "\"'`\\, ")
}
