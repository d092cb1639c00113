package templates

import (
	"bytes"
	"slices"
	"strings"
)

// Runtime is the part of the runtime that the files of a package use. Whatever a used file of the runtime exports comes with it, for
// the package's users.
type Runtime struct {
	x        *runtimeIndex
	used     map[*declaration]bool
	files    map[*runtimeFile]bool
	replaced *declaration // what the package declares in the runtime's place
	queue    []*declaration
}

// NewRuntime is a part with nothing in it.
func NewRuntime() *Runtime {
	return &Runtime{x: index(), used: make(map[*declaration]bool), files: make(map[*runtimeFile]bool)}
}

// UsedBy adds what a file uses.
func (r *Runtime) UsedBy(file []byte) {
	if bytes.Contains(file, []byte("\nconst defaultLanguage")) {
		r.replaced = r.x.byKey["defaultLanguage"]
	}
	r.say(file)
	r.settle()
}

// UseAll adds all that there is.
func (r *Runtime) UseAll() {
	for _, d := range r.x.decls {
		r.used[d] = true
	}
}

// Print gives the JSON engine as one file and the rest as another; nil for a file with nothing in it.
func (r *Runtime) Print(pkg string) (engine, rest []byte) {
	return r.print(pkg, func(file string) bool { return strings.HasPrefix(file, "json") }),
		r.print(pkg, func(file string) bool { return !strings.HasPrefix(file, "json") })
}

// receivers are the types of the variables that templates call the runtime's methods on.
func receivers(variable string) []string {
	switch variable {
	case "c":
		return []string{"checker", "APIClient"}
	case "d":
		return []string{"decoder"}
	case "form":
		return []string{"parts"}
	case "in":
		return []string{"inbound"}
	case "o":
		return []string{"outbound"}
	case "param", ")":
		return []string{"param"}
	case "s", "server":
		return []string{"server"}
	}
	return nil
}

// say takes in what the package's own code names.
func (r *Runtime) say(code []byte) {
	for w := range wordsOf(code) {
		if w.of == nil {
			r.need(r.x.byKey[string(w.text)])
			continue
		}
		for _, receiver := range receivers(string(w.of)) {
			r.need(r.x.byKey[receiver+"."+string(w.text)])
		}
	}
}

func (r *Runtime) need(d *declaration) {
	if d != nil && !r.used[d] {
		r.used[d] = true
		r.queue = append(r.queue, d)
	}
}

func (r *Runtime) settle() {
	for len(r.queue) > 0 {
		d := r.queue[len(r.queue)-1]
		r.queue = r.queue[:len(r.queue)-1]
		for key := range strings.FieldsSeq(d.needs) {
			r.need(r.x.byKey[key])
		}
		r.takeExported(d)
	}
}

// takeExported adds what else the declaration's file exports, and the exported methods of a type.
func (r *Runtime) takeExported(d *declaration) {
	for _, m := range d.methods {
		r.need(m)
	}
	if r.files[d.file] {
		return
	}
	r.files[d.file] = true
	for _, other := range d.file.exports {
		r.need(other)
	}
}

func isExported(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

func (r *Runtime) print(pkg string, in func(string) bool) []byte {
	parts := [][]byte{nil} // for what stands before the declarations
	var imports []string
	for _, d := range r.x.decls {
		if !r.used[d] || d == r.replaced || !in(d.file.name) {
			continue
		}
		parts = append(parts, []byte("\n"), d.text)
		for _, imported := range d.file.imports {
			if !slices.Contains(imports, imported) && d.mentions(imported) {
				imports = append(imports, imported)
			}
		}
	}
	if len(parts) == 1 {
		return nil
	}
	parts[0] = []byte(header + "\n\npackage " + pkg + "\n" + importClause(imports))
	return bytes.Join(parts, nil)
}

func importClause(paths []string) string {
	switch slices.Sort(paths); len(paths) {
	case 0:
		return ""
	case 1:
		return "\nimport \"" + paths[0] + "\"\n"
	}
	return "\nimport (\n\t\"" + strings.Join(paths, "\"\n\t\"") + "\"\n)\n"
}
