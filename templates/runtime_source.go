package templates

import (
	"bytes"
	"embed"
	"io/fs"
	"iter"
	"strings"
	"sync"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// declaration is one top-level declaration of the runtime: its text, what it is called, and what it speaks of.
type declaration struct {
	file     int
	text     []byte // with its doc comment
	names    []string
	receiver string   // the type that a method belongs to
	words    []string // those that stand before no dot: packages among them
	needs    []*declaration
}

// key is the declaration in the list of dependencies: a name, or a method with its type.
func (d *declaration) key() string {
	if d.receiver != "" {
		return d.receiver + "." + d.names[0]
	}
	return d.names[0]
}

// runtimeIndex is the runtime cut into declarations.
type runtimeIndex struct {
	files   []string
	imports [][]string // of each file
	decls   []*declaration
	byKey   map[string]*declaration // by name; methods as Type.name
}

// index is made once, when first needed.
var index = sync.OnceValue(func() *runtimeIndex {
	x := &runtimeIndex{byKey: make(map[string]*declaration)}
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

// link reads the dependencies.
func (x *runtimeIndex) link(text string) {
	for line := range strings.Lines(text) {
		key, needs, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		d := x.byKey[key]
		for _, need := range strings.Fields(needs) {
			if other := x.byKey[need]; d != nil && other != nil {
				d.needs = append(d.needs, other)
			}
		}
	}
}

// addFile cuts a file, which is in gofmt's form: a declaration begins with its keyword at the start of a line, and ends with the
// first line after it that begins with a closing bracket, or on its own line.
func (x *runtimeIndex) addFile(name string, text []byte) {
	x.files = append(x.files, name)
	x.imports = append(x.imports, nil)
	lines := bytes.SplitAfter(text, []byte("\n"))
	for doc, i := 0, 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case bytes.HasPrefix(line, []byte("//")):
			continue
		case startsDeclaration(line):
			end := declarationEnd(lines, i)
			x.addDeclaration(bytes.Join(lines[doc:end], nil), bytes.Join(lines[i:end], nil))
			i = end - 1
		}
		doc = i + 1
	}
}

func startsDeclaration(line []byte) bool {
	for _, keyword := range []string{"func ", "type ", "var ", "const ", "import "} {
		if bytes.HasPrefix(line, []byte(keyword)) {
			return true
		}
	}
	return false
}

// declarationEnd is the line after a declaration's last.
func declarationEnd(lines [][]byte, start int) int {
	if !opens(lines[start]) {
		return start + 1
	}
	for i := start + 1; i < len(lines); i++ {
		if c := lines[i]; (bytes.HasPrefix(c, []byte("}")) || bytes.HasPrefix(c, []byte(")"))) && !opens(lines[i]) {
			return i + 1
		}
	}
	return len(lines)
}

func opens(line []byte) bool {
	line = bytes.TrimRight(line, "\n")
	return bytes.HasSuffix(line, []byte("{")) || bytes.HasSuffix(line, []byte("("))
}

func (x *runtimeIndex) addDeclaration(text, code []byte) {
	file := len(x.files) - 1
	if bytes.HasPrefix(code, []byte("import")) {
		for _, line := range strings.Split(string(code), "\n") {
			if _, path, ok := strings.Cut(line, `"`); ok {
				x.imports[file] = append(x.imports[file], strings.TrimSuffix(path, `"`))
			}
		}
		return
	}
	d := &declaration{file: file, text: text}
	for w := range wordsOf(code) {
		if w.of == "" {
			d.words = append(d.words, w.text)
		}
	}
	d.names, d.receiver = declared(code)
	x.decls = append(x.decls, d)
	for _, name := range d.names {
		if d.receiver != "" {
			name = d.key()
		}
		x.byKey[name] = d
	}
}

// declared finds the names that a declaration gives, and a method's receiver.
func declared(code []byte) (names []string, receiver string) {
	line := firstLine(code)
	if rest, ok := bytes.CutPrefix(line, []byte("func (")); ok {
		of, rest, _ := bytes.Cut(rest, []byte(") "))
		return []string{leadingWord(rest)}, leadingWord(of[bytes.LastIndexAny(of, " *")+1:])
	}
	_, rest, _ := bytes.Cut(line, []byte(" "))
	if !bytes.Equal(rest, []byte("(")) {
		return []string{leadingWord(rest)}, ""
	}
	for _, line := range bytes.Split(code, []byte("\n"))[1:] {
		if len(line) > 1 && line[0] == '\t' && isLetter(line[1]) {
			names = append(names, leadingWord(line[1:]))
		}
	}
	return names, ""
}

func leadingWord(code []byte) string { return string(code[:wordLength(code)]) }

func wordLength(code []byte) int {
	n := 0
	for n < len(code) && isLetterOrDigit(code[n]) {
		n++
	}
	return n
}

func firstLine(code []byte) []byte {
	line, _, _ := bytes.Cut(code, []byte("\n"))
	return line
}

func isLetter(c byte) bool { return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' }

func isLetterOrDigit(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

// word is a word of Go, and what it is selected from: the word before the dot, ")" for a call, "" for none.
type word struct{ text, of string }

// wordsOf gives the words of a piece of Go; those in comments and literals are left out.
func wordsOf(code []byte) iter.Seq[word] {
	return func(yield func(word) bool) {
		last := ""
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
				last = ")"
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
