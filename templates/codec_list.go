package templates

import "github.com/dave/jennifer/jen"

// decode prints the function that reads the list or map.
func (h *Helper) decode(f *jen.File) {
	f.Line()
	f.Add(joined("func decode", h.Name, "(d *decoder) ", h.Type.code())).BlockFunc(func(g *jen.Group) {
		if h.Type.Kind == Map {
			h.decodeMap(g)
		} else {
			h.decodeList(g)
		}
	})
}

func (h *Helper) decodeList(g *jen.Group) {
	start := "list"
	if h.Type.Loose {
		start = "looseList"
	}
	elem := h.Type.Elem
	g.Add(line("if !d.", start, "()")).Block(line("return nil"))
	g.Add(joined("all := ", h.Type.code(), "{}"))
	g.Add(line("for d.more()")).BlockFunc(func(g *jen.Group) {
		if elem.Kind == Object && !elem.Loose {
			g.Add(line("all = append(all, ", elem.text(), "{})"))
			g.Add(line("all[len(all)-1].decodeJSON(d)"))
			return
		}
		if elem.Helper != nil {
			g.Add(line("all = append(all, decode", elem.Helper.Name, "(d))"))
			return
		}
		g.Var().Id("v").Add(elem.code())
		elem.decode(g, "v", false)
		g.Add(line("all = append(all, v)"))
	})
	g.Add(line("return all"))
}

func (h *Helper) decodeMap(g *jen.Group) {
	elem := h.Type.Elem
	if h.Type.Loose {
		g.Add(line("if d.looseNull()")).Block(line("return nil"))
	}
	g.Add(line("if !d.entries()")).Block(line("return nil"))
	g.Add(joined("m := ", h.Type.code(), "{}"))
	g.Add(line("for d.entry()")).BlockFunc(func(g *jen.Group) {
		if elem.Helper != nil {
			g.Add(line("m[d.key()] = decode", elem.Helper.Name, "(d)"))
			return
		}
		g.Var().Id("v").Add(elem.code())
		elem.decode(g, "v", false)
		g.Add(line("m[d.key()] = v"))
	})
	g.Add(line("return m"))
}

// encode prints the function that writes the list or map.
func (h *Helper) encode(f *jen.File) {
	elem := h.Type.Elem
	f.Line()
	f.Add(joined("func append", h.Name, "(b []byte, v ", h.Type.code(), ") []byte")).BlockFunc(func(g *jen.Group) {
		g.Add(line("start := len(b)"))
		if h.Type.Kind == Map {
			g.Add(joined("for _, k := range ", jen.Qual("slices", "Sorted"), "(", jen.Qual("maps", "Keys"), "(v))")).BlockFunc(func(g *jen.Group) {
				g.Add(line("b = appendKey(b, k)"))
				g.Add(line("e := v[k]"))
				elem.encode(g, `""`, "e", "")
			})
			g.Add(line("return endMap(b, start, v == nil)"))
			return
		}
		g.Add(line("for i := range v")).BlockFunc(func(g *jen.Group) { elem.encode(g, `","`, "v[i]", "") })
		g.Add(line("return endList(b, start, v == nil)"))
	})
}
