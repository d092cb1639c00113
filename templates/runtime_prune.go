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
	c := closure{x: index(), used: make(map[*declaration]bool), files: make(map[int]bool)}
	for _, text := range files {
		if bytes.Contains(text, []byte("\nconst defaultLanguage")) {
			c.replaced = c.x.byKey["defaultLanguage"]
		}
	}
	for _, text := range files {
		c.say(text)
	}
	c.settle()
	return c.print(p.Name, func(file string) bool { return strings.HasPrefix(file, "json") }),
		c.print(p.Name, func(file string) bool { return !strings.HasPrefix(file, "json") })
}

// closure collects the declarations that a package needs: those that its code names, and theirs in turn.
type closure struct {
	x        *runtimeIndex
	used     map[*declaration]bool
	files    map[int]bool
	replaced *declaration // what the package declares in the runtime's place
	queue    []*declaration
}

// receivers are the variables that templates call the runtime's methods on.
var receivers = map[string][]string{
	"c": {"checker", "APIClient"}, "d": {"decoder"}, "form": {"parts"}, "in": {"inbound"}, "o": {"outbound"},
	"param": {"param"}, "s": {"server"}, "server": {"server"}, ")": {"param"},
}

// say takes in what the package's own code names.
func (c *closure) say(code []byte) {
	for w := range wordsOf(code) {
		if w.of == "" {
			c.need(c.x.byKey[w.text])
			continue
		}
		for _, receiver := range receivers[w.of] {
			c.need(c.x.byKey[receiver+"."+w.text])
		}
	}
}

func (c *closure) need(d *declaration) {
	if d != nil && !c.used[d] {
		c.used[d] = true
		c.queue = append(c.queue, d)
	}
}

func (c *closure) settle() {
	for len(c.queue) > 0 {
		d := c.queue[len(c.queue)-1]
		c.queue = c.queue[:len(c.queue)-1]
		for _, other := range d.needs {
			c.need(other)
		}
		c.takeExported(d)
	}
}

// takeExported adds what else the declaration's file exports, and the exported methods of a type.
func (c *closure) takeExported(d *declaration) {
	fresh := !c.files[d.file]
	c.files[d.file] = true
	for _, other := range c.x.decls {
		if !isExported(other.names[0]) {
			continue
		}
		if fresh && other.file == d.file && other.receiver == "" || other.receiver != "" && slices.Contains(d.names, other.receiver) {
			c.need(other)
		}
	}
}

func isExported(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

func (c *closure) print(pkg string, in func(string) bool) []byte {
	var body bytes.Buffer
	imports := map[string]bool{}
	for _, d := range c.x.decls {
		if !c.used[d] || d == c.replaced || !in(c.x.files[d.file]) {
			continue
		}
		body.WriteByte('\n')
		body.Write(d.text)
		for _, imported := range c.x.imports[d.file] {
			if slices.Contains(d.words, path.Base(imported)) {
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
