package runtime

import (
	"encoding/binary"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decoder reads one document. Its methods read the value that comes next.
type decoder struct {
	data     []byte
	pos      int
	depth    int
	mode     decodeMode
	err      *SyntaxError
	problems Problems
	frames   []frame         // the objects, lists and maps being read, outermost first
	keys     []string        // the members being read of those frames that are maps
	names    [][]byte        // what the open objects hold beside known members
	scratch  []byte          // the last text that held escapes
	shared   strings.Builder // where the texts are kept
}

// frame is where reading stands in an object, a list or a map: a part of the way to the value being read.
type frame struct {
	table *keyTable // of an object
	index int       // the member of the table, or the element of a list, that is being read; inMap in a map
	guess int       // the member that is likely to be next, in the table's list
	seen  uint64    // which of the first 64 members of the table were there
	wide  []uint64  // which of the others
	names nameSet   // the members beside those
	state cursorState
}

const inMap = -2

// top is the innermost frame, until the next one is opened.
func (d *decoder) top() *frame { return &d.frames[len(d.frames)-1] }

// open starts to read what stands between brackets, past the first of them.
func (d *decoder) open(index int) {
	d.enter()
	d.push(nil, index, cursorOpened)
}

// push makes a frame, in the place of one that was used before where there is one. Pointers are written seldom: while garbage is
// being collected, each costs as much as the rest of the member.
func (d *decoder) push(table *keyTable, index int, state cursorState) {
	n := len(d.frames)
	if n == cap(d.frames) {
		d.frames = append(d.frames, frame{})
	}
	d.frames = d.frames[:n+1]
	f := &d.frames[n]
	if f.table != table {
		f.table = table
	}
	f.index, f.seen, f.state = index, 0, state
}

// shut ends what open started.
func (d *decoder) shut() {
	if f := d.top(); f.names.base > 0 || f.wide != nil {
		d.forget(&f.names)
		f.wide = nil
	}
	d.frames = d.frames[:len(d.frames)-1]
}

// at tells whether a byte comes next, without white space before it.
func (d *decoder) at(c byte) bool { return d.pos < len(d.data) && d.data[d.pos] == c }

// token skips white space and returns the byte that comes next; 0 at the end, and perhaps elsewhere: only
// what JSON doesn't have is 0.
func (d *decoder) token() byte {
	if d.pos < len(d.data) && d.data[d.pos] > ' ' {
		return d.data[d.pos]
	}
	return d.space()
}

func (d *decoder) space() byte {
	d.pos = blanksEnd(d.data, d.pos)
	if d.pos == len(d.data) {
		return 0
	}
	return d.data[d.pos]
}

// blanksEnd returns where the white space that may be at i ends.
func blanksEnd(data []byte, i int) int {
	for i < len(data) {
		switch data[i] {
		case '\n':
			// Indentation is skipped eight blanks at a time.
			for i++; i+8 <= len(data); i += 8 {
				if x := binary.LittleEndian.Uint64(data[i:]) ^ 0x2020202020202020; x != 0 {
					i += bits.TrailingZeros64(x) / 8
					break
				}
			}
		case ' ', '\t', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// enter goes one level down, past the bracket that the text stands on.
func (d *decoder) enter() {
	if d.deepen() {
		d.pos++
	}
}

// deepen goes one level down, and tells whether there may be so many.
func (d *decoder) deepen() bool {
	if d.depth++; d.depth > maxDepth {
		d.fail(d.pos, faultDepth)
		return false
	}
	return true
}

// leave comes up again, past the closing bracket.
func (d *decoder) leave() {
	d.depth--
	d.pos++
}

// null takes a null if that is what comes next. Where the presence of the member matters and it may not
// be null, that is a problem.
func (d *decoder) null() bool {
	if !d.at('n') && d.token() != 'n' {
		return false
	}
	d.literal("null")
	d.absent()
	return true
}

// absent judges a null, or what a loosely read field takes for one.
func (d *decoder) absent() {
	if d.mode&checkPresence == 0 || d.err != nil || len(d.frames) == 0 {
		return
	}
	f := d.top()
	if f.table != nil && f.table.keys.isRequired(f.index) && !f.table.keys.isNullable(f.index) {
		d.problem(ProblemNull, "", "")
	}
}

// other deals with a value that isn't of the kind that its field holds: null is left to the presence rule, anything
// else is a problem. The value is skipped, and the field keeps what it has.
func (d *decoder) other(want string) {
	got := ""
	switch c := d.token(); c {
	case 'n':
		d.null()
		return
	case '"':
		got = "string"
	case '{':
		got = "object"
	case '[':
		got = "array"
	case 't', 'f':
		got = "boolean"
	default:
		if c == '-' || isDigit(c) {
			got = "number"
		}
	}
	d.skip()
	d.problem(ProblemType, want, got)
}

// problem records what is wrong with the value being read.
func (d *decoder) problem(code ProblemCode, want, got string) {
	if d.err == nil && len(d.problems) < maxProblems {
		d.problems.add(Problem{Path: string(d.appendPath(nil, len(d.frames))), Code: code, Want: want, Got: got})
	}
}

// memberProblem records what is wrong with a member of the object being read, which isn't that of the frame.
func (d *decoder) memberProblem(code ProblemCode, name string) {
	if d.err == nil && len(d.problems) < maxProblems {
		at := d.appendPath(nil, len(d.frames)-1)
		d.problems.add(Problem{Path: string(appendName(at, name)), Code: code})
	}
}

// appendPath appends the way that leads through so many frames.
func (d *decoder) appendPath(b []byte, frames int) []byte {
	maps := 0
	for _, f := range d.frames[:frames] {
		switch {
		case f.index == inMap:
			b = appendName(b, d.keys[maps])
			maps++
		case f.table == nil:
			b = appendIndex(b, f.index)
		case f.index >= 0:
			b = appendName(b, f.table.keys.names[f.index])
		}
	}
	return b
}

// maxPathName bounds the part of a path that the sender of a document chooses.
const maxPathName = 64

// appendName appends a member's name to a path: plainly after a dot, or quoted in brackets if it is not a
// plain word.
func appendName(b []byte, name string) []byte {
	if len(name) > maxPathName {
		n := maxPathName
		for n > 0 && !utf8.RuneStart(name[n]) {
			n--
		}
		name = name[:n] + "…"
	}
	if !isPlainName(name) {
		b = append(b, '[')
		b = strconv.AppendQuote(b, name)
		return append(b, ']')
	}
	if len(b) > 0 {
		b = append(b, '.')
	}
	return append(b, name...)
}

func isPlainName(name string) bool {
	for _, r := range name {
		if r <= ' ' || r == '.' || r == '[' || r == ']' || r == '"' || r == '\\' || !strconv.IsPrint(r) {
			return false
		}
	}
	return name != ""
}

func appendIndex(b []byte, i int) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(i), 10)
	return append(b, ']')
}
