package templates

import (
	"bytes"
	"embed"
	"io/fs"
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
	receiver string // the type that a method belongs to
	words    words
}

// words are what a piece of Go speaks of.
type words struct {
	bare     []string // functions, types, variables
	selected []string // fields and methods: what stands after a dot
}

// runtimeIndex is the runtime cut into declarations.
type runtimeIndex struct {
	files   []string
	imports [][]string // of each file
	decls   []*declaration
	byName  map[string][]*declaration // functions, types, variables, constants
	methods map[string][]*declaration
}

// index is made once, when first needed.
var index = sync.OnceValue(func() *runtimeIndex {
	x := &runtimeIndex{byName: make(map[string][]*declaration), methods: make(map[string][]*declaration)}
	entries, _ := fs.ReadDir(runtimeFiles, "runtime") // an embedded directory is always readable
	for _, e := range entries {
		if name := e.Name(); !strings.HasSuffix(name, "_test.go") {
			text, _ := fs.ReadFile(runtimeFiles, "runtime/"+name)
			x.addFile(name, text)
		}
	}
	return x
})

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
	d := &declaration{file: file, text: text, words: wordsOf(code)}
	d.names, d.receiver = declared(code)
	x.decls = append(x.decls, d)
	by := x.byName
	if d.receiver != "" {
		by = x.methods
	}
	for _, name := range d.names {
		by[name] = append(by[name], d)
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

// wordsOf lists the words of a piece of Go; those in comments and literals are left out.
func wordsOf(code []byte) (w words) {
	for i := 0; i < len(code); {
		switch c := code[i]; {
		case isLetter(c):
			word := leadingWord(code[i:])
			if i > 0 && code[i-1] == '.' {
				w.selected = append(w.selected, word)
			} else {
				w.bare = append(w.bare, word)
			}
			i += len(word)
		case c == '/' && i+1 < len(code) && code[i+1] == '/':
			i += lengthUntil(code[i:], '\n')
		case c == '"' || c == '\'':
			i += literalLength(code[i:], c)
		case c == '`':
			i += 1 + lengthUntil(code[i+1:], '`') + 1
		case '0' <= c && c <= '9':
			i += wordLength(code[i:])
		default:
			i++
		}
	}
	return w
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
