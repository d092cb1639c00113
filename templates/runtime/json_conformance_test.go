package runtime

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// conformanceCase is a line of testdata/json_conformance.txt.
type conformanceCase struct {
	line    int
	accept  bool
	differs bool // encoding/json decides otherwise
	code    string
	offset  int
	doc     string
}

func conformanceCases(tb testing.TB) []conformanceCase {
	text, err := os.ReadFile("testdata/json_conformance.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var cases []conformanceCase
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := conformanceCase{line: i + 1}
		verdict, rest, _ := strings.Cut(line, " ")
		verdict, c.differs = strings.CutSuffix(verdict, "*")
		switch verdict {
		case "accept":
			c.accept = true
		case "refuse":
			var offset string
			c.code, rest, _ = strings.Cut(rest, " ")
			offset, rest, _ = strings.Cut(rest, " ")
			if c.offset, err = strconv.Atoi(offset); err != nil {
				tb.Fatalf("line %d: %v", c.line, err)
			}
		default:
			tb.Fatalf("line %d: verdict %q", c.line, verdict)
		}
		c.doc = rest
		if quoted, ok := strings.CutPrefix(rest, "go:"); ok {
			if c.doc, err = strconv.Unquote(quoted); err != nil {
				tb.Fatalf("line %d: %v", c.line, err)
			}
		}
		cases = append(cases, c)
	}
	return cases
}

// skipAll reads a document and keeps nothing.
func skipAll(data string) error {
	d := newDecoder([]byte(data), 0)
	d.skip()
	return d.end()
}

// readAll reads a document of any shape through the calls that generated code makes.
func readAll(data string) (any, error) {
	d := newDecoder([]byte(data), 0)
	v := readAny(d)
	return v, d.end()
}

func readAny(d *decoder) any {
	switch d.token() {
	case 'n':
		d.null()
		return nil
	case '{':
		members := map[string]any{}
		d.entries()
		for d.entry() {
			members[d.key()] = readAny(d)
		}
		return members
	case '[':
		list := []any{}
		d.list()
		for d.more() {
			list = append(list, readAny(d))
		}
		return list
	case 't', 'f':
		var v bool
		d.boolean(&v)
		return v
	case '"':
		var v string
		d.text(&v)
		return v
	}
	var v float64
	d.number(&v)
	return v
}

// syntaxOf returns the syntax error that an error is, or nil.
func syntaxOf(err error) *SyntaxError {
	var syntax *SyntaxError
	errors.As(err, &syntax)
	return syntax
}

func TestConformance(t *testing.T) {
	cases := conformanceCases(t)
	if len(cases) < 440 {
		t.Errorf("only %d cases", len(cases))
	}
	for _, c := range cases {
		value, err := readAll(c.doc)
		for _, syntax := range []*SyntaxError{syntaxOf(err), syntaxOf(skipAll(c.doc)), asMember(c)} {
			switch {
			case c.accept && syntax != nil:
				t.Errorf("line %d: %q: %v", c.line, c.doc, syntax)
			case !c.accept && syntax == nil:
				t.Errorf("line %d: %q: accepted", c.line, c.doc)
			case !c.accept && (syntax.Code != c.code || syntax.Offset != c.offset):
				t.Errorf("line %d: %q: %s at %d, want %s at %d", c.line, c.doc, syntax.Code, syntax.Offset, c.code, c.offset)
			}
		}
		if valid := json.Valid([]byte(c.doc)); valid != (c.accept != c.differs) {
			t.Errorf("line %d: %q: encoding/json decides %v", c.line, c.doc, valid)
		}
		var want any
		if c.accept && json.Unmarshal([]byte(c.doc), &want) == nil && !reflect.DeepEqual(value, want) {
			t.Errorf("line %d: %q: read %v, want %v", c.line, c.doc, value, want)
		}
	}
}

// asMember reads the document of a case as a member that is unknown to a type, with the offset as it is in
// the document alone.
func asMember(c conformanceCase) *SyntaxError {
	const before = `{"other":`
	if c.code == "trailing-data" || c.code == "unexpected-end" || c.code == "byte-order-mark" {
		return syntaxOf(skipAll(c.doc))
	}
	syntax := syntaxOf(decode([]byte(before+c.doc+"}"), new(chatFoot), 0))
	if syntax != nil {
		syntax.Offset -= len(before)
	}
	return syntax
}

func TestDepth(t *testing.T) {
	for _, shape := range []struct{ open, close string }{{"[", "]"}, {`{"a":`, "}"}} {
		nested := func(n int) string {
			return strings.Repeat(shape.open, n) + "1" + strings.Repeat(shape.close, n)
		}
		if _, err := readAll(nested(maxDepth)); err != nil {
			t.Errorf("%d levels: %v", maxDepth, err)
		}
		if err := skipAll(nested(maxDepth)); err != nil {
			t.Errorf("%d levels: %v", maxDepth, err)
		}
		want := maxDepth * len(shape.open)
		for _, doc := range []string{nested(maxDepth + 1), strings.Repeat(shape.open, 1<<20)} {
			_, err := readAll(doc)
			for _, syntax := range []*SyntaxError{syntaxOf(err), syntaxOf(skipAll(doc))} {
				if syntax == nil || syntax.Code != "too-deep" || syntax.Offset != want {
					t.Errorf("more than %d levels: %v", maxDepth, syntax)
				}
			}
		}
	}
	self := strings.Repeat(`{"self":`, maxDepth+1)
	if syntax := syntaxOf(decode([]byte(self), new(everything), 0)); syntax == nil || syntax.Code != "too-deep" {
		t.Errorf("a recursive type: %v", syntax)
	}
}

func TestManyUnknownNames(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("{")
	for i := range 100_000 {
		doc.WriteString(`"n` + strconv.Itoa(i) + `":{"x":1},`)
	}
	if err := decode([]byte(doc.String()+`"host":"h"}`), new(chatFoot), 0); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"n0", "n15", "n16", "n17", "n99999"} {
		err := decode([]byte(doc.String()+`"`+name+`":1}`), new(chatFoot), 0)
		if syntax := syntaxOf(err); syntax == nil || syntax.Code != "duplicate-name" || syntax.Offset != doc.Len() {
			t.Errorf("%s again: %v", name, err)
		}
	}
}

func TestSyntaxErrorPlace(t *testing.T) {
	doc := "{\n  \"会话\": \"是\",\n  \"用户\": \"张三\", 错\n}"
	syntax := syntaxOf(skipAll(doc))
	if syntax == nil || syntax.Line != 3 || syntax.Column != 15 || syntax.Offset != strings.Index(doc, "错") {
		t.Fatalf("%+v", syntax)
	}
	for lang, want := range map[Language]string{
		0:       "不是有效的 JSON：第 3 行第 15 列（偏移 43 字节）：此处应为双引号括起的字段名",
		Chinese: "不是有效的 JSON：第 3 行第 15 列（偏移 43 字节）：此处应为双引号括起的字段名",
		English: "not valid JSON: line 3, column 15 (offset 43): expected a name in double quotes",
	} {
		if got := syntax.In(lang); got != want {
			t.Errorf("in %d: %s", lang, got)
		}
	}
	if syntax.Error() != syntax.In(defaultLanguage) {
		t.Error(syntax.Error())
	}
}
