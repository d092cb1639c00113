package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// rules are what the fixtures report.
var rules = map[string]*source.Rule{
	"bad-type": {
		Code: "bad-type", Severity: source.Error,
		Message: source.Message{ZH: "类型 %q 看不懂", EN: "type %q is not understood"},
		Help:    source.Message{ZH: "改为 string、integer 等类型", EN: "write a type such as string or integer"},
	},
	"odd-name": {
		Code: "odd-name", Severity: source.Warning,
		Message: source.Message{ZH: "名称 %q 可疑", EN: "name %q is odd"},
	},
	"no-space": {
		Code: "no-space", Severity: source.Warning, Fold: true,
		Message: source.Message{ZH: "标题的 # 后缺空格", EN: "heading without a space after #"},
	},
	"leak": {
		Code: "leak", Severity: source.Warning, Secret: true,
		Message: source.Message{ZH: "这里像是真的", EN: "this looks real"},
	},
	"guess": {
		Code: "guess", Severity: source.Info,
		Message: source.Message{ZH: "按样例推断 %q 的类型", EN: "took the type of %q from the sample"},
	},
}

// TestText shows the diagnostics of every fixture in the ways that its sections name: text.zh, text.en, verbose.en,
// color.en, json.
func TestText(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { runFixture(t, path) })
	}
}

func runFixture(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := readFixture(t, archive)
	for i, section := range archive.Files {
		got, ok := render(section.Name, found)
		if !ok {
			continue
		}
		if *update {
			archive.Files[i].Data = got
		} else if diff := cmp.Diff(string(section.Data), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", section.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func render(section string, found source.Diagnostics) ([]byte, bool) {
	var b bytes.Buffer
	switch section {
	case "text.zh":
		Text(&b, found, Options{Lang: source.Chinese})
	case "text.en":
		Text(&b, found, Options{Lang: source.English})
	case "verbose.en":
		Text(&b, found, Options{Lang: source.English, Verbose: true})
	case "color.en":
		Text(&b, found, Options{Lang: source.English, Color: true})
		return bytes.ReplaceAll(b.Bytes(), []byte("\x1b"), []byte("\\e")), true
	case "json":
		JSON(&b, found)
	default:
		return nil, false
	}
	return b.Bytes(), true
}

// readFixture makes the diagnostics of a fixture. Pages are the sections that end in .md; their \t, \e and the like are
// Go escapes. Each line of the section "report" is a rule, a page and a quoted text, the span being the text's first
// occurrence; then, optionally: also PAGE "text", fix "replacement".
func readFixture(t *testing.T, archive *txtar.Archive) source.Diagnostics {
	pages := map[string]*source.File{}
	var found source.Diagnostics
	for _, section := range archive.Files {
		switch {
		case strings.HasSuffix(section.Name, ".md"):
			pages[section.Name] = source.NewFile(section.Name, unescape(t, string(section.Data)))
		case section.Name == "report":
			for line := range strings.Lines(string(section.Data)) {
				found.Add(readDiagnostic(t, pages, words(t, line)))
			}
		}
	}
	return found
}

func readDiagnostic(t *testing.T, pages map[string]*source.File, w []string) *source.Diagnostic {
	if len(w) == 2 {
		return rules[w[0]].At(source.Span{}, w[1])
	}
	span := spanIn(t, pages, w[1], w[2])
	d := rules[w[0]].At(span, strings.TrimSpace(w[2]))
	for w = w[3:]; len(w) > 0; {
		switch w[0] {
		case "also":
			d.Also(spanIn(t, pages, w[1], w[2]), "样例中的写法", "the sample has it so")
			w = w[3:]
		case "fix":
			d.Replace(span, w[1])
			w = w[2:]
		default:
			t.Fatalf("unknown word %q in the report of a fixture", w[0])
		}
	}
	return d
}

func spanIn(t *testing.T, pages map[string]*source.File, page, text string) source.Span {
	file := pages[page]
	if file == nil {
		t.Fatalf("the fixture has no page %q", page)
	}
	before, after, between := strings.Cut(text, "⟨⟩") // an empty span between two texts
	at := strings.Index(file.Text, before+after)
	if at < 0 {
		t.Fatalf("page %q has no text %q", page, text)
	}
	if between {
		return file.Span(at+len(before), at+len(before))
	}
	return file.Span(at, at+len(text))
}

func words(t *testing.T, line string) (out []string) {
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if !strings.HasPrefix(line, `"`) {
			word, rest, _ := strings.Cut(line, " ")
			out, line = append(out, word), rest
			continue
		}
		quoted, err := strconv.QuotedPrefix(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		out, line = append(out, unquote(t, quoted)), line[len(quoted):]
	}
	return out
}

func unescape(t *testing.T, text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	return unquote(t, `"`+strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(text)+`"`)
}

func unquote(t *testing.T, quoted string) string {
	text, err := strconv.Unquote(quoted)
	if err != nil {
		t.Fatalf("%s: %v", quoted, err)
	}
	return text
}

func TestManyMessagesOnOnePageAreCapped(t *testing.T) {
	text := strings.Repeat("|a|Strnig|\n", pageLimit+7)
	file := source.NewFile("a.md", text)
	var found source.Diagnostics
	for n := 1; n <= pageLimit+7; n++ {
		found.Add(rules["bad-type"].At(file.Span(file.LineStart(n)+3, file.LineStart(n)+9), "Strnig"))
	}
	var short, long bytes.Buffer
	Text(&short, found, Options{Lang: source.English})
	Text(&long, found, Options{Lang: source.English, Verbose: true})
	if n := strings.Count(short.String(), "error[bad-type]"); n != pageLimit {
		t.Errorf("%d messages shown, want %d", n, pageLimit)
	}
	if !strings.Contains(short.String(), "... and 7 more on this page (-v shows all)") || !strings.Contains(short.String(), "57 errors") {
		t.Errorf("the rest is not counted:\n%s", short.String()[short.Len()-200:])
	}
	if n := strings.Count(long.String(), "error[bad-type]"); n != pageLimit+7 {
		t.Errorf("%d messages shown with Verbose, want all", n)
	}
}

// TestLongLinesAreCheap reports at ten thousand places of one line of ten megabytes.
func TestLongLinesAreCheap(t *testing.T) {
	line := strings.Repeat("字\u0301|", 10<<20/6)
	file := source.NewFile("a.md", line)
	var found source.Diagnostics
	for i := range 10_000 {
		found.Add(rules["guess"].At(file.Span(i*1000-i*1000%6, i*1000-i*1000%6+3), "字"))
	}
	start := time.Now()
	var b bytes.Buffer
	JSON(&b, found)
	Text(&b, found, Options{Verbose: true})
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestTerminalSeesNoControlCharacter shows every kind of hostile character as path, message and source line.
func TestTerminalSeesNoControlCharacter(t *testing.T) {
	hostile := "a\x1b[2J\x07\u009b31m\u202e\u2066\u200b\ufeff\u00ad\x7f\r\u2028b"
	file := source.NewFile(hostile+".md", hostile)
	rule := &source.Rule{Code: "x", Severity: source.Error, Message: source.Message{ZH: "‘%s’", EN: "‘%s’"}, Help: source.Message{ZH: "‘%s’", EN: "‘%s’"}}
	d := rule.At(file.Span(0, 1), hostile).Also(file.Span(1, 2), hostile, hostile)
	d.Fix = &source.Fix{Title: source.Message{ZH: hostile, EN: hostile}}
	var b bytes.Buffer
	Text(&b, source.Diagnostics{d}, Options{Lang: source.English})
	for _, r := range b.String() {
		if r != '\n' && visible(r, 0) != string(r) {
			t.Errorf("output has %U", r)
		}
	}
}

func TestJSONIsValidWhateverThePageHolds(t *testing.T) {
	file := source.NewFile("a.md", "\xff\x00<&>\u2028")
	var b bytes.Buffer
	JSON(&b, source.Diagnostics{rules["bad-type"].At(file.Span(0, 6), file.Text)})
	if !json.Valid(b.Bytes()) {
		t.Errorf("not JSON:\n%s", b.Bytes())
	}
	if strings.Contains(b.String(), `\u003c`) {
		t.Error("< is escaped, which nobody needs here")
	}
}

func TestCellsAgreeWithWhatIsShown(t *testing.T) {
	for _, r := range []rune{'a', '中', '｜', '，', '…', '\t', 0, '\x1b', '\x7f', '\u009b', '\u200b', '\u202e', '\u3000', '\u00a0', '😀', '\u0301'} {
		for column := range 4 {
			want := 0
			for _, v := range visible(r, column) {
				want += cells(v, 0)
			}
			if got := cells(r, column); got != want {
				t.Errorf("cells(%U, %d) = %d, shown in %d", r, column, got, want)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("|a|\t中文|\n\x1b|b\n", 3, 9)
	f.Add("", 0, 0)
	f.Add(strings.Repeat("长", 300)+"\n\n", 500, 2000)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		file := source.NewFile("a.md", text)
		span := file.Span(start, end)
		var b bytes.Buffer
		Text(&b, source.Diagnostics{rules["bad-type"].At(span, span.Text()).Also(file.Span(end, start), "x", "x")}, Options{})
		for line := range strings.Lines(b.String()) {
			if len([]rune(line)) > 8*messageLimit {
				t.Fatalf("a line of %d characters", len([]rune(line)))
			}
		}
		JSON(&b, source.Diagnostics{rules["bad-type"].At(span)})
	})
}

func ExampleReference() {
	rule := &source.Rule{
		Code: "delimiter-count", Severity: source.Info,
		Message: source.Message{EN: "%d columns of dashes under %d of header", ZH: "分隔行 %d 列，表头 %d 列"},
		Why:     source.Message{EN: "The table is read all the same.", ZH: "表格照常读取。"},
		Help:    source.Message{EN: "write as many cells as the header has", ZH: "与表头列数一致"},
		Before:  "|a|b|\n|-|-|-|", After: "|a|b|\n|-|-|",
	}
	_, section, _ := strings.Cut(string(Reference([]*source.Rule{rule}, source.English)), "## delimiter-count\n")
	fmt.Print(section)
	// Output:
	// **info**: … columns of dashes under … of header
	//
	// The table is read all the same.
	//
	// write as many cells as the header has
	//
	// On the page:
	//
	// ```markdown
	// |a|b|
	// |-|-|-|
	// ```
	//
	// Better:
	//
	// ```markdown
	// |a|b|
	// |-|-|
	// ```
}
