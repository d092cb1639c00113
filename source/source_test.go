package source

import (
	"strings"
	"testing"
)

func TestPosition(t *testing.T) {
	f := NewFile("p.md", "甲乙\nab丙\n")
	for offset, want := range map[int]Position{0: {1, 1}, 3: {1, 2}, 6: {1, 3}, 7: {2, 1}, 9: {2, 3}, 12: {2, 4}, 13: {3, 1}, 99: {3, 1}, -1: {1, 1}} {
		if got := f.Position(offset); got != want {
			t.Errorf("offset %d is %v, want %v", offset, got, want)
		}
	}
	if f.Lines() != 3 || f.Line(2) != "ab丙" || f.Line(3) != "" || f.Line(4) != "" {
		t.Errorf("%d lines, the second %q", f.Lines(), f.Line(2))
	}
}

func TestMasked(t *testing.T) {
	f := NewFile("p.md", "a 密码是Zx9q，\nZx9q-\nk1 o")
	got := f.Masked([]string{"Zx9q", "k1\n", "o", ""})
	if want := "a 密码是****，\n****-\nk1 o"; got.Text != want || got.Path != "p.md" || got.Lines() != 3 {
		t.Errorf("%q on %d lines, want %q", got.Text, got.Lines(), want)
	}
	if key := NewFile("p.md", "x\nkey\nbody\nx").Masked([]string{"key\nbody"}); key.Text != "x\n***\n****\nx" || key.Line(3) != "****" {
		t.Errorf("%q", key.Text)
	}
	if f.Masked(nil) != f {
		t.Error("a file without secrets is copied")
	}
}

func TestSpan(t *testing.T) {
	f := NewFile("p.md", "a \u3000bcd \n")
	s := f.Span(1, 99).Trim()
	if s.Text() != "bcd" || s.Sub(1, 1).Text() != "c" || s.Sub(2, 9).Text() != "d \n" {
		t.Errorf("%q, %q, %q", s.Text(), s.Sub(1, 1).Text(), s.Sub(2, 9).Text())
	}
	if (Span{}).Known() || (Span{}).Text() != "" || (Span{}).Line() != 0 {
		t.Error("the zero span is somewhere")
	}
	if got := f.Span(0, 1).To(s).Text(); got != "a \u3000bcd" {
		t.Errorf("%q", got)
	}
	if other := NewFile("q.md", "x"); f.Span(0, 1).To(other.Span(0, 1)).File != f {
		t.Error("a span reaches into another file")
	}
}

func TestApply(t *testing.T) {
	f := NewFile("p.md", "one two three")
	other := NewFile("q.md", "zzz")
	got := Apply(f, []Edit{{f.Span(8, 13), "3"}, {f.Span(0, 3), "1"}, {f.Span(2, 5), "overlap"}, {other.Span(0, 1), "x"}, {f.Span(4, 4), "+"}})
	if got != "1 +two 3" {
		t.Errorf("%q", got)
	}
}

// TestCompatible: a fix that overlaps one before, or lies directly beside it, waits; it keeps no other from its place.
func TestCompatible(t *testing.T) {
	f, other := NewFile("p.md", "one two three"), NewFile("q.md", "zzz")
	fix := func(edits ...Edit) *Fix { return &Fix{Edits: edits} }
	first, second := fix(Edit{f.Span(8, 13), "3"}, Edit{f.Span(0, 3), "1"}), fix(Edit{f.Span(5, 6), "w"}, Edit{other.Span(0, 3), ""})
	overlaps, beside, within := fix(Edit{f.Span(2, 5), ""}), fix(Edit{f.Span(3, 3), "!"}), fix(Edit{other.Span(1, 1), "y"})
	half := fix(Edit{f.Span(7, 7), "-"}, Edit{f.Span(9, 10), ""})
	got := Compatible([]*Fix{first, overlaps, beside, half, second, within})
	if len(got) != 2 || got[0] != first || got[1] != second {
		t.Errorf("%d fixes: %+v", len(got), got)
	}
	if free := Compatible([]*Fix{half, first}); len(free) != 1 || free[0] != half {
		t.Errorf("%+v", free)
	}
}

func TestDiagnostics(t *testing.T) {
	f := NewFile("p.md", "abc")
	rule := &Rule{Code: "x-y", Severity: Warning, Message: Message{"有 %q", "there is %q"}, Help: Message{"改 %[1]s", "mend %[1]s"}}
	var ds Diagnostics
	ds.Add(rule.At(f.Span(2, 3), "b"), nil, rule.At(f.Span(0, 1), "a").Also(f.Span(1, 2), "看", "see").Replace(f.Span(0, 1), "A"))
	ds.Sort()
	d := ds[0]
	if d.Message.In(English) != `there is "a"` || d.Help.In(Chinese) != "改 a" || len(d.Related) != 1 || Apply(f, d.Fix.Edits) != "Abc" {
		t.Errorf("%+v", d)
	}
	if len(ds) != 2 || ds.Has(Error) || !ds.Has(Warning) || ds.Count(Warning) != 2 || ds.Count(Info) != 0 {
		t.Errorf("%d diagnostics", len(ds))
	}
}

// TestLongLines counts columns on a line that is counted piece by piece.
func TestLongLines(t *testing.T) {
	text := strings.Repeat("甲ab乙\n", 3) + strings.Repeat("甲ab乙🙂", 5000) + "\nend"
	f := NewFile("p.md", text)
	line, column := 1, 1
	for i, r := range text {
		if got := f.Position(i); got != (Position{line, column}) {
			t.Fatalf("offset %d is %v, want %d:%d", i, got, line, column)
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	if got := f.Position(len(text)); got != (Position{5, 4}) {
		t.Errorf("the end is %v", got)
	}
}
