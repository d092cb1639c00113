package sample

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// cases gives the archives of a folder of testdata by name.
func cases(t testing.TB, folder string) map[string]*txtar.Archive {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	out := map[string]*txtar.Archive{}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = archive
	}
	return out
}

// input is the first file of a case; the sample is what stands in its <pre>, else all of it.
func input(archive *txtar.Archive) source.Span {
	text := string(archive.Files[0].Data)
	file := source.NewFile("input.md", text)
	if i := strings.Index(text, "<pre>"); i >= 0 {
		return file.Span(i+len("<pre>"), strings.Index(text, "</pre>"))
	}
	return file.Span(0, len(text))
}

// check compares the second file of a case.
func check(t *testing.T, name string, archive *txtar.Archive, got string) {
	t.Helper()
	if *update {
		archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) < 2 {
		t.Fatalf("%s expects nothing; run with -update", name)
	}
	if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestJSON(t *testing.T) {
	for name, archive := range cases(t, "json") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			values, diags := JSON(input(archive))
			check(t, name, archive, dumpAll(values)+dumpDiags(diags))
			for _, j := range values {
				rereads(t, j)
			}
		})
	}
}

func TestCalls(t *testing.T) {
	for name, archive := range cases(t, "calls") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var out strings.Builder
			for _, c := range Calls(input(archive)) {
				dumpCall(&out, c)
				if c.JSON != nil {
					rereads(t, c.JSON)
				}
			}
			check(t, name, archive, out.String())
		})
	}
}

// TestFixes carries out the fixes of every case until none is left: what is read must stay the same.
func TestFixes(t *testing.T) {
	for name, archive := range cases(t, "json") {
		if bytes.Contains(archive.Files[0].Data, []byte("<pre>")) {
			continue
		}
		text := string(archive.Files[0].Data)
		want, _ := JSON(input(archive))
		for round := 0; ; round++ {
			file := source.NewFile("input.md", text)
			got, diags := JSON(file.Span(0, len(text)))
			if diff := cmp.Diff(bare(want), bare(got)); diff != "" {
				t.Errorf("%s, after %d fixes (-before +after):\n%s\n%s", name, round, diff, text)
				break
			}
			fixed := false
			for _, d := range diags {
				if d.Fix != nil {
					text, fixed = source.Apply(file, d.Fix.Edits), true
					break
				}
			}
			if !fixed {
				break
			}
			if round > 40 {
				t.Errorf("%s: fixes never end:\n%s", name, text)
				break
			}
		}
	}
}

// TestRules reads the examples that the rules give.
func TestRules(t *testing.T) {
	for _, rule := range Rules {
		before := rule.Before
		if rule == sampleTooDeep {
			before = strings.Repeat(`{"a": `, maxDepth+1)
		}
		if n := count(rule, before); n != 1 {
			t.Errorf("%s: reported %d times for what it is about: %s", rule.Code, n, before)
		}
		if n := count(rule, rule.After); n != 0 {
			t.Errorf("%s: reported for what is right: %s", rule.Code, rule.After)
		}
	}
}

func count(rule *source.Rule, text string) (n int) {
	file := source.NewFile("x", text)
	_, diags := JSON(file.Span(0, len(text)))
	for _, d := range diags {
		for _, lang := range []source.Lang{source.Chinese, source.English} {
			if strings.Contains(d.Message.In(lang)+d.Help.In(lang), "%!") {
				panic(rule.Code + ": " + d.Message.In(lang))
			}
		}
		if d.Rule == rule {
			n++
		}
	}
	return n
}

// TestHostile reads texts that grow what a careless reader would read again and again.
// BenchmarkHostile shows whether work stays linear: each input is given at two sizes, whose times per byte should agree.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{
		"{", "[", "}", "\"", "“", "„", "'", "`", "{\"a\":", "{\"a\":[", "/*", "//", "#", "\"a\n", "'a\n", "{a:", "[{", "\"{\"a\":", "{\"{\"a\":\"",
		"<", "<b", "&", "&quot;", "(", "【", "，", "a:", "{\"", "{\"a\":\"", "{'a", "{ ", "{\n", "[1,", "1,000,", "...", "\\", "\"\\", "{/**/", "{\"a\"", "=",
		"{{", "${", "curl ", "curl -d '", "curl {", "GET /", "a=b&", "http://", "/?a=&", "Body:\n{", "返回：\n", "\u3000", "{\"a\":1 x ", "{\"a\": x\n", "[]",
	} {
		for _, size := range []int{1 << 14, 1 << 16} {
			b.Run(fmt.Sprintf("%q/%dK", piece, size>>10), func(b *testing.B) {
				text := "{\"a\": [" + strings.Repeat(piece, size/len(piece))
				span := source.NewFile("x", text).Span(0, len(text))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					JSON(span)
					Calls(span)
					SplitURL(ir.Text{Value: text, Span: span})
				}
			})
		}
	}
}

func TestSplitURL(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"http://127.0.0.1:8080/op/v2/x?a=1&b=%E4%BD%A0#top", "http://127.0.0.1:8080 | /op/v2/x | a=1 b=你 | top"},
		{"/v1/users/{id}?name={name}&&...", " | /v1/users/{id} | name={name} | "},
		{"{{base_url}}/users/:id", "{{base_url}} | /users/:id |  | "},
		{"http://[[域名]]/api/x", "http://[[域名]] | /api/x |  | "},
		{"http(s)://a.example.com/pay/check", "http(s)://a.example.com | /pay/check |  | "},
		{"${host}/a/b", "${host} | /a/b |  | "},
		{"https://{domain}:{port}/a?b", "https://{domain}:{port} | /a | b= | "},
		{"api.example.com/v1/x", "api.example.com | /v1/x |  | "},
		{"域名/api/x", "域名 | /api/x |  | "},
		{"localhost:8080", "localhost:8080 |  |  | "},
		{"user/get.do?id=1", " | user/get.do | id=1 | "},
		{"index.php/api?c=1", " | index.php/api | c=1 | "},
		{"`https://a.example.com/x`，说明", "https://a.example.com | /x |  | "},
		{"http://a.example.com/x?q=<id>&amp;r=2 HTTP/1.1", "http://a.example.com | /x | q=<id> r=2 | "},
		{"/groups/{Group id}/members", " | /groups/{Group id}/members |  | "},
		{"https://***/x", "https://*** | /x |  | "},
		{"", " |  |  | "},
	} {
		file := source.NewFile("x", "地址："+c.url)
		u := SplitURL(ir.Text{Value: c.url, Span: file.Span(len("地址："), len(file.Text))})
		got := u.Base.Value + " | " + u.Path.Value + " | " + dumpPairs(u.Query, " ") + " | " + u.Fragment.Value
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.url, got, c.want)
		}
		for _, text := range []ir.Text{u.Base, u.Path, u.Fragment} {
			if text.Value != text.Span.Text() {
				t.Errorf("%s: %q stands at %q", c.url, text.Value, text.Span.Text())
			}
		}
	}
}

// TestSplitURLCleaned takes a URL whose markup was cleaned away.
func TestSplitURLCleaned(t *testing.T) {
	file := source.NewFile("x", "http://a.example.com/get\\_user?a=1&amp;b=2")
	u := SplitURL(ir.Text{Value: "http://a.example.com/get_user?a=1&b=2", Span: file.Span(0, len(file.Text))})
	if u.Path.Value != "/get_user" || u.Path.Span.Text() != file.Text || len(u.Query) != 2 {
		t.Errorf("got %+v", u)
	}
}

func FuzzJSON(f *testing.F) {
	for _, archive := range cases(f, "json") {
		f.Add(string(archive.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x", text)
		values, diags := JSON(file.Span(0, len(text)))
		for _, j := range values {
			inBounds(t, j, len(text))
		}
		for _, d := range diags {
			if d.Span.File != file || d.Span.Start > d.Span.End || d.Span.End > len(text) {
				t.Fatalf("%s at %d-%d of %d", d.Rule.Code, d.Span.Start, d.Span.End, len(text))
			}
		}
		if json.Valid([]byte(text)) && utf8.ValidString(text) && strings.Count(text, "[")+strings.Count(text, "{") < maxDepth {
			sameAsStandard(t, text, values, diags)
		}
	})
}

func sameAsStandard(t *testing.T, text string, values []*ir.JSON, diags source.Diagnostics) {
	if len(values) != 1 || !values[0].Strict || len(diags) != 0 {
		t.Fatalf("strict JSON: %d values, %s", len(values), dumpDiags(diags))
	}
	var out bytes.Buffer
	write(&out, values[0])
	if got, want := decode(t, out.Bytes()), decode(t, []byte(text)); !reflect.DeepEqual(got, want) {
		t.Fatalf("got %#v, want %#v", got, want)
	}
}

func FuzzCalls(f *testing.F) {
	for _, archive := range cases(f, "calls") {
		f.Add(string(archive.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x", text)
		for _, c := range Calls(file.Span(0, len(text))) {
			spans := []source.Span{c.Method.Span, c.URL.Span, c.Body.Span, c.Span}
			for _, p := range append(append(c.Headers, c.Query...), c.Form...) {
				spans = append(spans, p.Name.Span, p.Value.Span)
			}
			for _, s := range spans {
				if s.Start < 0 || s.Start > s.End || s.End > len(text) {
					t.Fatalf("%d-%d of %d", s.Start, s.End, len(text))
				}
			}
			if c.JSON != nil {
				inBounds(t, c.JSON, len(text))
			}
			SplitURL(c.URL)
		}
	})
}

// rereads checks that every node stands where it says.
func rereads(t *testing.T, j *ir.JSON) {
	t.Helper()
	text := j.Span.Text()
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case !Exact(j):
	case j.Kind == ir.String:
		if !isQuote(first) && first != '&' && first != '\\' && !strings.HasPrefix(text, strings.TrimRight(j.Text, `"`)) {
			t.Errorf("string %q stands at %q", j.Text, text)
		}
	case j.Kind == ir.Integer || j.Kind == ir.Number:
		if !strings.Contains(strings.ReplaceAll(text, ",", ""), strings.Trim(j.Text, "0.")) {
			t.Errorf("number %q stands at %q", j.Text, text)
		}
	}
	contains(t, j.Comment)
	for _, m := range j.Members {
		if !strings.ContainsAny(m.Name.Span.Text(), `\&`) && m.Name.Value != m.Name.Span.Text() {
			t.Errorf("name %q stands at %q", m.Name.Value, m.Name.Span.Text())
		}
		contains(t, m.Comment)
		rereads(t, m.Value)
	}
	for _, e := range j.Elems {
		rereads(t, e)
	}
}

// contains checks that the words of a comment stand at its place.
func contains(t *testing.T, comment ir.Text) {
	t.Helper()
	for _, word := range strings.Fields(comment.Value) {
		if !strings.Contains(comment.Span.Text(), word) && !strings.Contains(comment.Span.Text(), "&") {
			t.Errorf("comment %q stands at %q", comment.Value, comment.Span.Text())
		}
	}
}

func inBounds(t *testing.T, j *ir.JSON, size int) {
	for _, s := range []source.Span{j.Span, j.Comment.Span} {
		if s.Start < 0 || s.Start > s.End || s.End > size {
			t.Fatalf("%d-%d of %d", s.Start, s.End, size)
		}
	}
	for _, m := range j.Members {
		inBounds(t, &ir.JSON{Span: m.Name.Span, Comment: m.Comment}, size)
		inBounds(t, m.Value, size)
	}
	for _, e := range j.Elems {
		inBounds(t, e, size)
	}
}

// write writes a value as JSON.
func write(out *bytes.Buffer, j *ir.JSON) {
	switch j.Kind {
	case ir.ObjectKind:
		sep := "{"
		for _, m := range j.Members {
			name, _ := json.Marshal(m.Name.Value)
			fmt.Fprintf(out, "%s%s:", sep, name)
			write(out, m.Value)
			sep = ","
		}
		out.WriteString(strings.TrimPrefix(sep+"}", ","))
	case ir.ArrayKind:
		sep := "["
		for _, e := range j.Elems {
			out.WriteString(sep)
			write(out, e)
			sep = ","
		}
		out.WriteString(strings.TrimPrefix(sep+"]", ","))
	case ir.String:
		text, _ := json.Marshal(j.Text)
		out.Write(text)
	default:
		out.WriteString(j.Text)
	}
}

func decode(t *testing.T, text []byte) (v any) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

// bare is the dump of values without comments.
func bare(values []*ir.JSON) string {
	var out strings.Builder
	for _, line := range strings.Split(dumpAll(values), "\n") {
		line, _, _ = strings.Cut(line, " // ")
		fmt.Fprintln(&out, strings.TrimPrefix(strings.TrimSuffix(line, " ~"), "strict "))
	}
	return out.String()
}

func dumpAll(values []*ir.JSON) string {
	var out strings.Builder
	for _, j := range values {
		if j.Strict {
			out.WriteString("strict ")
		}
		dump(&out, j, "", ir.Text{})
	}
	return out.String()
}

// dump writes a value, one line to a member or element; ~ marks words in the place of a value.
func dump(out *strings.Builder, j *ir.JSON, indent string, comment ir.Text) {
	tail := ""
	if !Exact(j) {
		tail = " ~"
	}
	for _, c := range []ir.Text{comment, j.Comment} {
		if !c.Empty() {
			tail += " // " + c.Value
		}
	}
	switch j.Kind {
	case ir.ObjectKind, ir.ArrayKind:
		brackets := "{}"
		if j.Kind == ir.ArrayKind {
			brackets = "[]"
		}
		fmt.Fprintf(out, "%s%s\n", brackets[:1], tail)
		for _, m := range j.Members {
			fmt.Fprintf(out, "%s  %s: ", indent, m.Name.Value)
			dump(out, m.Value, indent+"  ", m.Comment)
		}
		for _, e := range j.Elems {
			out.WriteString(indent + "  ")
			dump(out, e, indent+"  ", ir.Text{})
		}
		fmt.Fprintf(out, "%s%s\n", indent, brackets[1:])
	default:
		fmt.Fprintf(out, "%v %q%s\n", j.Kind, j.Text, tail)
	}
}

func dumpDiags(diags source.Diagnostics) string {
	var out strings.Builder
	for _, d := range diags {
		p := d.Span.Position()
		fmt.Fprintf(&out, "%d:%d %v %s: %s", p.Line, p.Column, d.Severity, d.Rule.Code, d.Message.ZH)
		if d.Fix != nil {
			fmt.Fprintf(&out, " [%s]", d.Fix.Title.ZH)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func dumpCall(out *strings.Builder, c *Call) {
	fmt.Fprintf(out, "call %s %s (line %d)\n", c.Method.Value, c.URL.Value, c.Span.Line())
	for _, list := range []struct {
		name  string
		pairs []Pair
	}{{"header", c.Headers}, {"query", c.Query}, {"form", c.Form}} {
		if len(list.pairs) > 0 {
			fmt.Fprintf(out, "  %s: %s\n", list.name, dumpPairs(list.pairs, "\n    "))
		}
	}
	if !c.Body.Empty() {
		fmt.Fprintf(out, "  body: %q\n", c.Body.Value)
	}
	if c.JSON != nil {
		out.WriteString("  json: ")
		dump(out, c.JSON, "  ", ir.Text{})
	}
	out.WriteString(dumpDiags(c.Diags))
}

func dumpPairs(pairs []Pair, sep string) string {
	var out []string
	for _, p := range pairs {
		text := p.Name.Value + "=" + p.Value.Value
		if p.File {
			text += " (file)"
		}
		out = append(out, text)
	}
	return strings.Join(out, sep)
}
