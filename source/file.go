// Package source holds everything that points into a page: files, spans, positions, diagnostics and fixes.
//
// Inside wenma a place is two byte offsets into a decoded file; lines and columns are computed at the edge, when a
// person or an editor is to read them.
package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// File is one decoded page: UTF-8, without a byte order mark, with \n line ends. It is immutable once made.
type File struct {
	// Path is the page's path as it is shown to people, with slashes.
	Path string
	// Text is the decoded text that every Span points into.
	Text string

	lines []int // byte offset at which each line starts
	runes []int // characters before every runeStep-th byte; nil where all lines are short
}

// NewFile indexes the lines of an already decoded text.
func NewFile(path, text string) *File {
	lines := make([]int, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			lines = append(lines, i+1)
		}
	}
	f := &File{Path: path, Text: text, lines: lines}
	for n := range lines {
		if len(f.Line(n+1)) > longLine {
			f.countRunes()
			break
		}
	}
	return f
}

// Columns on a line longer than longLine are counted from the nearest of the places that are runeStep bytes apart, so that many
// of them on one line of megabytes cost no more than on many short lines.
const (
	longLine = 4096
	runeStep = 1024
)

func (f *File) countRunes() {
	f.runes = make([]int, 1, len(f.Text)/runeStep+1)
	for k := 1; k*runeStep <= len(f.Text); k++ {
		f.runes = append(f.runes, f.runes[k-1]+utf8.RuneCountInString(f.Text[f.runeStart(k-1):f.runeStart(k)]))
	}
}

// runeStart is where the character begins that the k-th counted byte is in.
func (f *File) runeStart(k int) int {
	at := k * runeStep
	for at > 0 && at < len(f.Text) && !utf8.RuneStart(f.Text[at]) && at > k*runeStep-utf8.UTFMax {
		at--
	}
	return at
}

// runesBetween counts the characters between two offsets.
func (f *File) runesBetween(start, end int) int {
	if f.runes == nil || end-start <= longLine {
		return utf8.RuneCountInString(f.Text[start:end])
	}
	before := func(offset int) int {
		k := offset / runeStep
		if f.runeStart(k) > offset {
			k--
		}
		return f.runes[k] + utf8.RuneCountInString(f.Text[f.runeStart(k):offset])
	}
	return before(end) - before(start)
}

// Lines counts the lines of the file; a text that ends in a line break has an empty last line.
func (f *File) Lines() int { return len(f.lines) }

// Line returns the text of the 1-based line, without its line break, and "" for a line that the file does not have.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return f.Text[f.lines[n-1]:end]
}

// LineStart is the byte offset of the 1-based line.
func (f *File) LineStart(n int) int { return f.lines[n-1] }

// Position is a place as people and editors count.
type Position struct {
	Line   int // 1-based
	Column int // 1-based, in characters (runes)
}

// Position converts a byte offset; an offset past the end is the end.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Text))
	line := sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset })
	return Position{line, f.runesBetween(f.lines[line-1], offset) + 1}
}

// Span makes a span of the file from two byte offsets, clamped to the text.
func (f *File) Span(start, end int) Span {
	start = min(max(start, 0), len(f.Text))
	return Span{f, start, min(max(end, start), len(f.Text))}
}

// Span is a half-open range of bytes in a file. The zero Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// Known reports whether the span is a place at all.
func (s Span) Known() bool { return s.File != nil }

// Text is the source text that the span covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Position is where the span starts; the zero Position for a span that is nowhere.
func (s Span) Position() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.Start)
}

// EndPosition is where the span ends, exclusive.
func (s Span) EndPosition() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.End)
}

// Line is the 1-based line on which the span starts, 0 when it is nowhere.
func (s Span) Line() int { return s.Position().Line }

// Sub narrows the span to length bytes from offset, counted from the span's start.
func (s Span) Sub(offset, length int) Span {
	if s.File == nil {
		return s
	}
	return s.File.Span(s.Start+offset, s.Start+offset+length)
}

// To covers everything from the start of s to the end of other.
func (s Span) To(other Span) Span {
	if s.File == nil {
		return other
	}
	if other.File != s.File {
		return s
	}
	return Span{s.File, min(s.Start, other.Start), max(s.End, other.End)}
}

// Trim narrows the span so that it neither starts nor ends with white space.
func (s Span) Trim() Span {
	text := s.Text()
	left := len(text) - len(strings.TrimLeft(text, " \t\r\n\u00a0\u3000"))
	trimmed := strings.Trim(text, " \t\r\n\u00a0\u3000")
	return s.Sub(left, len(trimmed))
}
