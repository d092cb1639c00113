package block

import (
	"slices"
	"strings"
)

// commented are languages in which a line may start with a single # without being a heading.
var commented = []string{
	"sh", "bash", "shell", "zsh", "console", "python", "py", "ruby", "rb", "perl", "yaml", "yml", "toml", "ini", "conf",
	"properties", "php", "r", "md", "markdown", "c", "cpp", "dockerfile", "makefile", "nginx",
}

// newSection finds where something plainly new begins after the line of a fence that nobody closed: a heading, or, if
// asked for, what follows a complete JSON value. It is bound, the start of a line or the end of the page, if nothing does
// before; -1 for the end of the page.
func newSection(src string, f fence, bound int, afterJSON bool) int {
	json := jsonEnd{other: !afterJSON}
	hashes := 1
	if slices.Contains(commented, strings.ToLower(f.info)) {
		hashes = 2
	}
	for at := nextLine(src, f.at); at < bound; {
		end := nextLine(src, at)
		line := src[at:end]
		if json.done && strings.TrimSpace(line) != "" || plainHeading(line, hashes) {
			return at
		}
		json.read(line)
		at = end
	}
	if bound == len(src) {
		return -1
	}
	return bound
}

func nextLine(src string, at int) int {
	if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(src)
}

// plainHeading reports whether a line can hardly be anything but a heading.
func plainHeading(line string, hashes int) bool {
	trimmed := strings.TrimLeft(line, " ")
	if len(line)-len(trimmed) > 3 || !strings.HasPrefix(trimmed, "#") {
		return false
	}
	h, ok := readHeading(strings.TrimRight(trimmed, "\n"))
	return ok && h.level >= hashes && h.to > h.from && (h.spaced || h.level > 1)
}

// jsonEnd notices when a JSON value is complete, by its brackets.
type jsonEnd struct {
	started, done, other bool
	depth                int
	inString             bool
}

func (j *jsonEnd) read(line string) {
	if j.other || j.done {
		return
	}
	trimmed := strings.TrimSpace(line)
	if !j.started {
		if trimmed == "" {
			return
		}
		j.started, j.other = true, trimmed[0] != '{' && trimmed[0] != '['
	}
	for i := 0; i < len(trimmed) && !j.other; i++ {
		switch c := trimmed[i]; {
		case j.inString && c == '\\':
			i++
		case c == '"':
			j.inString = !j.inString
		case j.inString:
		case c == '{' || c == '[':
			j.depth++
		case c == '}' || c == ']':
			j.depth--
		}
	}
	j.inString = false // a string does not go over the end of a line
	j.done = !j.other && j.depth <= 0
}
