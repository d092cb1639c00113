package templates

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// Runtime prints the part of the runtime that the given files of a package use: the JSON engine in one file, the rest in
// another. Whatever a used file of the runtime exports comes with it, for the package's users.
func Runtime(p *Package, files [][]byte) (engine, rest []byte) {
	c := closure{
		x: index(), own: make(map[string]bool), used: make(map[*declaration]bool), files: make(map[int]bool),
		bare: make(map[string]bool), selected: make(map[string]bool),
	}
	c.settle(files)
	return c.print(p.Name, func(file string) bool { return strings.HasPrefix(file, "json") }),
		c.print(p.Name, func(file string) bool { return !strings.HasPrefix(file, "json") })
}

// closure collects the declarations that a package needs: those that the words of its code name, and theirs in turn. It goes by
// names alone: a local variable called as a function of the runtime would bring that function along.
type closure struct {
	x              *runtimeIndex
	bare, selected map[string]bool // said so far
	own            map[string]bool // declared by the package in the runtime's place
	used           map[*declaration]bool
	files          map[int]bool
	queue          []*declaration
}

func (c *closure) settle(files [][]byte) {
	for _, text := range files {
		if bytes.Contains(text, []byte("\nconst defaultLanguage")) {
			c.own["defaultLanguage"] = true
		}
	}
	for _, text := range files {
		c.say(wordsOf(text))
	}
	for len(c.queue) > 0 {
		d := c.queue[len(c.queue)-1]
		c.queue = c.queue[:len(c.queue)-1]
		c.say(d.words)
		c.takeExported(d)
		c.takeMethods(d)
	}
}

func (c *closure) say(w words) {
	for _, word := range w.bare {
		if !c.bare[word] && !c.own[word] {
			c.bare[word] = true
			c.need(c.x.byName[word])
		}
	}
	for _, word := range w.selected {
		if !c.selected[word] {
			c.selected[word] = true
			c.need(c.x.methods[word])
		}
	}
}

// need takes declarations in, but for methods of types that are not: those come with their types.
func (c *closure) need(decls []*declaration) {
	for _, d := range decls {
		if !c.used[d] && (d.receiver == "" || c.hasType(d.receiver)) {
			c.used[d] = true
			c.queue = append(c.queue, d)
		}
	}
}

func (c *closure) hasType(name string) bool {
	return slices.ContainsFunc(c.x.byName[name], func(d *declaration) bool { return c.used[d] })
}

// takeExported adds what else the declaration's file exports.
func (c *closure) takeExported(d *declaration) {
	if c.files[d.file] {
		return
	}
	c.files[d.file] = true
	for _, other := range c.x.decls {
		if other.file == d.file && other.receiver == "" && isExported(other.names[0]) {
			c.need([]*declaration{other})
		}
	}
}

// takeMethods adds, for a type that came in, its exported methods and those that somebody spoke of before.
func (c *closure) takeMethods(d *declaration) {
	for _, m := range c.x.decls {
		if m.receiver != "" && slices.Contains(d.names, m.receiver) && (c.selected[m.names[0]] || isExported(m.names[0])) {
			c.need([]*declaration{m})
		}
	}
}

func isExported(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

func (c *closure) print(pkg string, in func(string) bool) []byte {
	var body bytes.Buffer
	imports := map[string]bool{}
	for _, d := range c.x.decls {
		if !c.used[d] || !in(c.x.files[d.file]) {
			continue
		}
		body.WriteByte('\n')
		body.Write(d.text)
		for _, imported := range c.x.imports[d.file] {
			if slices.Contains(d.words.bare, path.Base(imported)) {
				imports[imported] = true
			}
		}
	}
	if body.Len() == 0 {
		return nil
	}
	return slices.Concat([]byte(header+"\n\npackage "+pkg+"\n"+importClause(imports)), body.Bytes())
}

func importClause(imports map[string]bool) string {
	if len(imports) == 0 {
		return ""
	}
	var paths []string
	for p := range imports {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	if len(paths) == 1 {
		return "\nimport \"" + paths[0] + "\"\n"
	}
	return "\nimport (\n\t\"" + strings.Join(paths, "\"\n\t\"") + "\"\n)\n"
}
