package templates

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// Runtime is the part of the runtime that the files of a package use. Whatever a used file of the runtime exports comes with it, for
// the package's users.
type Runtime struct {
	x        *runtimeIndex
	used     map[*declaration]bool
	files    map[int]bool
	replaced *declaration // what the package declares in the runtime's place
	queue    []*declaration
}

// NewRuntime is a part with nothing in it.
func NewRuntime() *Runtime {
	return &Runtime{x: index(), used: make(map[*declaration]bool), files: make(map[int]bool)}
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

// receivers are the variables that templates call the runtime's methods on.
var receivers = map[string][]string{
	"c": {"checker", "APIClient"}, "d": {"decoder"}, "form": {"parts"}, "in": {"inbound"}, "o": {"outbound"},
	"param": {"param"}, "s": {"server"}, "server": {"server"}, ")": {"param"},
}

// say takes in what the package's own code names.
func (r *Runtime) say(code []byte) {
	for w := range wordsOf(code) {
		if w.of == "" {
			r.need(r.x.byKey[w.text])
			continue
		}
		for _, receiver := range receivers[w.of] {
			r.need(r.x.byKey[receiver+"."+w.text])
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
		for _, other := range d.needs {
			r.need(other)
		}
		r.takeExported(d)
	}
}

// takeExported adds what else the declaration's file exports, and the exported methods of a type.
func (r *Runtime) takeExported(d *declaration) {
	fresh := !r.files[d.file]
	r.files[d.file] = true
	for _, other := range r.x.decls {
		if !isExported(other.names[0]) {
			continue
		}
		if fresh && other.file == d.file && other.receiver == "" || other.receiver != "" && slices.Contains(d.names, other.receiver) {
			r.need(other)
		}
	}
}

func isExported(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

func (r *Runtime) print(pkg string, in func(string) bool) []byte {
	var body bytes.Buffer
	imports := map[string]bool{}
	for _, d := range r.x.decls {
		if !r.used[d] || d == r.replaced || !in(r.x.files[d.file]) {
			continue
		}
		body.WriteByte('\n')
		body.Write(d.text)
		for _, imported := range r.x.imports[d.file] {
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
