package templates

import (
	"bytes"
	"embed"
	"io/fs"
	"iter"
	"path"
	"strings"
	"sync"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// runtimeFile is a file of the runtime.
type runtimeFile struct {
	name    string
	imports []string
	exports []*declaration // what it gives to a package's users; methods come with their types
}

// declaration is one top-level declaration of the runtime: its text, what it is called, and what it speaks of.
type declaration struct {
	file     *runtimeFile
	text     []byte // with its doc comment
	code     []byte // without
	names    []string
	receiver string         // the type that a method belongs to
	methods  []*declaration // the exported ones of a type
	needs    string         // the keys of the declarations that it needs, blanks between them
}

// key is the declaration in the list of dependencies: a name, or a method with its type.
func (d *declaration) key() string {
	if d.receiver != "" {
		return d.receiver + "." + d.names[0]
	}
	return d.names[0]
}

// mentions reports whether a declaration speaks of a package that its file imports.
func (d *declaration) mentions(imported string) bool {
	name := path.Base(imported)
	if !bytes.Contains(d.code, []byte(name+".")) {
		return false
	}
	for w := range wordsOf(d.code) {
		if w.of == nil && string(w.text) == name {
			return true
		}
	}
	return false
}

// runtimeIndex is the runtime cut into declarations.
type runtimeIndex struct {
	files []*runtimeFile
	decls []*declaration
	byKey map[string]*declaration // by name; methods as Type.name
}

// index is made once, when first needed. It is a part of every run, so it looks at each line once and at words only where it must.
var index = sync.OnceValue(func() *runtimeIndex {
	x := &runtimeIndex{byKey: make(map[string]*declaration, 2*strings.Count(dependencies, "\n"))}
	entries, _ := fs.ReadDir(runtimeFiles, "runtime") // an embedded directory is always readable
	for _, e := range entries {
		if name := e.Name(); !strings.HasSuffix(name, "_test.go") {
			text, _ := fs.ReadFile(runtimeFiles, "runtime/"+name)
			x.addFile(name, text)
		}
	}
	x.link(dependencies)
	return x
})

// dependencies tell, a line each, what a declaration of the runtime needs of the others. Only types can tell a method from another
// of its name: a test works them out and keeps the list.
//
//go:embed runtime.deps
var dependencies string

// link gives the declarations what they need, and their files and types what of them is exported.
func (x *runtimeIndex) link(text string) {
	for line := range strings.Lines(text) {
		key, needs, _ := strings.Cut(line, ":")
		if d := x.byKey[key]; d != nil {
			d.needs = needs
		}
	}
	for _, d := range x.decls {
		switch {
		case !isExported(d.names[0]):
		case d.receiver == "":
			d.file.exports = append(d.file.exports, d)
		case x.byKey[d.receiver] != nil:
			of := x.byKey[d.receiver]
			of.methods = append(of.methods, d)
		}
	}
}

// addFile cuts a file, which is in gofmt's form: a declaration begins with its keyword at the start of a line, and ends with the
// first line after it that begins with a closing bracket, or on its own line.
func (x *runtimeIndex) addFile(name string, text []byte) {
	file := &runtimeFile{name: name}
	x.files = append(x.files, file)
	for doc, at := 0, 0; at < len(text); {
		switch end := at + lineLength(text[at:]); {
		case bytes.HasPrefix(text[at:], []byte("//")):
			at = end
		case startsDeclaration(text[at:]):
			end = declarationEnd(text, at)
			x.addDeclaration(&declaration{file: file, text: text[doc:end], code: text[at:end]})
			doc, at = end, end
		default:
			doc, at = end, end
		}
	}
}

// lineLength is the length of the first line, with its end.
func lineLength(text []byte) int { return min(lengthUntil(text, '\n')+1, len(text)) }

func startsDeclaration(line []byte) bool {
	if line[0] < 'a' || line[0] > 'z' {
		return false
	}
	for _, keyword := range []string{"func ", "type ", "var ", "const ", "import "} {
		if bytes.HasPrefix(line, []byte(keyword)) {
			return true
		}
	}
	return false
}

// declarationEnd is where the line after a declaration's last begins.
func declarationEnd(text []byte, start int) int {
	at := start + lineLength(text[start:])
	if !opens(text[start:at]) {
		return at
	}
	for at < len(text) {
		end := at + lineLength(text[at:])
		if closes := text[at] == '}' || text[at] == ')'; closes && !opens(text[at:end]) {
			return end
		}
		at = end
	}
	return len(text)
}

// opens reports whether a line opens what a later one closes.
func opens(line []byte) bool {
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.HasSuffix(line, []byte("{")) || bytes.HasSuffix(line, []byte("("))
}

func (x *runtimeIndex) addDeclaration(d *declaration) {
	if bytes.HasPrefix(d.code, []byte("import")) {
		for line := range bytes.Lines(d.code) {
			if _, imported, ok := bytes.Cut(line, []byte(`"`)); ok {
				d.file.imports = append(d.file.imports, string(bytes.TrimSuffix(imported, []byte("\"\n"))))
			}
		}
		return
	}
	d.names, d.receiver = declared(d.code)
	x.decls = append(x.decls, d)
	if d.receiver != "" {
		x.byKey[d.key()] = d
		return
	}
	for _, name := range d.names {
		x.byKey[name] = d
	}
}

// declared finds the names that a declaration gives, and a method's receiver.
func declared(code []byte) (names []string, receiver string) {
	line := code[:lengthUntil(code, '\n')]
	if rest, ok := bytes.CutPrefix(line, []byte("func (")); ok {
		of, rest, _ := bytes.Cut(rest, []byte(") "))
		return []string{string(leadingWord(rest))}, string(leadingWord(of[bytes.LastIndexAny(of, " *")+1:]))
	}
	_, rest, _ := bytes.Cut(line, []byte(" "))
	if !bytes.Equal(rest, []byte("(")) {
		return []string{string(leadingWord(rest))}, ""
	}
	for line := range bytes.Lines(code[len(line)+1:]) {
		if len(line) > 1 && line[0] == '\t' && isLetter(line[1]) {
			names = append(names, string(leadingWord(line[1:])))
		}
	}
	return names, ""
}

func leadingWord(code []byte) []byte { return code[:wordLength(code)] }

func wordLength(code []byte) int {
	n := 0
	for n < len(code) && isLetterOrDigit(code[n]) {
		n++
	}
	return n
}

func isLetter(c byte) bool { return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' }

func isLetterOrDigit(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

// word is a word of Go, and what it is selected from: the word before the dot, ")" for a call, nil for none.
type word struct{ text, of []byte }

// wordsOf gives the words of a piece of Go; those in comments and literals are left out.
func wordsOf(code []byte) iter.Seq[word] {
	return func(yield func(word) bool) {
		var last []byte
		for i := 0; i < len(code); {
			switch c := code[i]; {
			case isLetter(c):
				w := word{text: leadingWord(code[i:])}
				if i > 0 && code[i-1] == '.' {
					w.of = last
				}
				if !yield(w) {
					return
				}
				last = w.text
				i += len(w.text)
			case c == ')':
				last = code[i : i+1]
				i++
			default:
				i += tokenLength(code[i:])
			}
		}
	}
}

// tokenLength is the length of a comment, a literal or a sign.
func tokenLength(code []byte) int {
	switch c := code[0]; {
	case c == '/' && len(code) > 1 && code[1] == '/':
		return lengthUntil(code, '\n')
	case c == '"' || c == '\'':
		return literalLength(code, c)
	case c == '`':
		return min(1+lengthUntil(code[1:], '`')+1, len(code))
	case '0' <= c && c <= '9':
		return wordLength(code)
	}
	return 1
}

func lengthUntil(code []byte, c byte) int {
	if n := bytes.IndexByte(code, c); n >= 0 {
		return n
	}
	return len(code)
}

// literalLength is the length of a quoted literal.
func literalLength(code []byte, quote byte) int {
	for i := 1; i < len(code); i++ {
		if code[i] == '\\' {
			i++
		} else if code[i] == quote {
			return i + 1
		}
	}
	return len(code)
}

// RuntimeNames lists the names that the runtime declares at the top level of a package: no other may have them.
func RuntimeNames() []string {
	var names []string
	for _, d := range index().decls {
		if d.receiver == "" {
			names = append(names, d.names...)
		}
	}
	return names
}
