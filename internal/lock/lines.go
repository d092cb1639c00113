package lock

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/wenma/wenma/internal/fact"
)

// Lines is a lock as it was written, line by line: enough to look up names and to replace facts, at a fraction of what reading all of it
// costs.
type Lines struct {
	head []byte // what stands before the first fact
	text []byte
	at   []int // where each fact begins, and the end
}

// LinesOf takes a lock that Bytes wrote.
func LinesOf(text []byte) *Lines {
	f := &Lines{text: text}
	for at := 0; at < len(text); {
		end := bytes.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		line := text[at : at+end]
		if len(f.at) == 0 && (bytes.HasPrefix(line, []byte("#")) || bytes.HasPrefix(line, []byte("version "))) {
			f.head = text[:at+end+1]
		} else {
			f.at = append(f.at, at)
		}
		at += end + 1
	}
	f.at = append(f.at, len(text))
	return f
}

func (f *Lines) len() int { return len(f.at) - 1 }

func (f *Lines) line(i int) []byte { return f.text[f.at[i] : f.at[i+1]-1] }

// from is the first fact that is not before a text.
func (f *Lines) from(text string) int {
	return sort.Search(f.len(), func(i int) bool { return string(f.line(i)) >= text })
}

// Name is the Go name that the lock has for a key.
func (f *Lines) Name(kind, key string) (string, bool) {
	prefix := fact.Line("name", kind, key) + " "
	i := f.from(prefix)
	if i == f.len() || !bytes.HasPrefix(f.line(i), []byte(prefix)) {
		return "", false
	}
	words, ok := fact.Texts(string(f.line(i)))
	if !ok || len(words) != 4 {
		return "", false
	}
	return words[3], true
}

// Replace is the lock with some facts in place of others, given as lines; not ok where it does not have the others, or where they
// concern the API as a whole. A name that nothing has any more stays, unless something else has it now.
func (f *Lines) Replace(old, now map[string]bool) (text []byte, ok bool) {
	var gone, come []string
	given := map[string]bool{}
	for line := range now {
		if isName(line) {
			given[lastWord(line)] = true
		}
		if !old[line] {
			come = append(come, line)
		}
	}
	for line := range old {
		if now[line] {
			continue
		}
		if i := f.from(line); i == f.len() || string(f.line(i)) != line {
			return nil, false
		}
		if !isName(line) || given[lastWord(line)] {
			gone = append(gone, line)
		}
	}
	if slices.ContainsFunc(slices.Concat(gone, come), ofAll) {
		return nil, false
	}
	return f.merged(gone, come), true
}

func isName(line string) bool { return strings.HasPrefix(line, "name ") }

// ofAll says whether a fact is a conclusion about the API as a whole: such facts have no owner, or the envelope or the common parameters.
func ofAll(line string) bool {
	owner, ok := strings.CutPrefix(line, "inferred ")
	return ok && (strings.HasPrefix(owner, `"" `) || strings.HasPrefix(owner, `"envelope `) || strings.HasPrefix(owner, "common."))
}

func lastWord(line string) string { return line[strings.LastIndexByte(line, ' ')+1:] }

// merged is the text without some lines and with others, sorted.
func (f *Lines) merged(gone, come []string) []byte {
	slices.Sort(come)
	leave := make(map[int]bool, len(gone))
	for _, line := range gone {
		leave[f.from(line)] = true
	}
	var b bytes.Buffer
	b.Grow(len(f.text) + 4096)
	b.Write(f.head)
	for i := range f.len() {
		line := f.line(i)
		for len(come) > 0 && come[0] < string(line) {
			b.WriteString(come[0] + "\n")
			come = come[1:]
		}
		if len(come) > 0 && come[0] == string(line) {
			come = come[1:]
		}
		if !leave[i] {
			b.Write(f.text[f.at[i]:f.at[i+1]])
		}
	}
	for _, line := range come {
		b.WriteString(line + "\n")
	}
	return b.Bytes()
}
