package block

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/source"
)

func read(text string) Inline {
	f := source.NewFile("page.md", text)
	return Read(f.Span(0, len(text)))
}

func TestReadText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// no markup
		{"", ""},
		{"  会话id \u3000", "会话id"},
		{"\u200b\u00a0name\ufeff", "name"},
		{"snake_case_name", "snake_case_name"},
		{"_id", "_id"},
		{"_id/user_id", "_id/user_id"},
		{"__v", "__v"},
		{"a*b", "a*b"},
		{"*", "*"},
		{"*/userChat.Subtitle", "*/userChat.Subtitle"},
		{"*userChat.Status", "*userChat.Status"},
		{"*/*", "*/*"},
		{"image/*,video/*", "image/*,video/*"},
		{"5*3*2", "5*3*2"},
		{"长*宽*高", "长*宽*高"},
		{"138****1234", "138****1234"},
		{"6222***1234,6222***5678", "6222***1234,6222***5678"},
		{"张**", "张**"},
		{"select * from a where b * 2", "select * from a where b * 2"},
		{"*name, *age", "*name, *age"},
		{"List<Object>", "List<Object>"},
		{"List<a>", "List<a>"},
		{"Map<String,List<Integer>>", "Map<String,List<Integer>>"},
		{"/user/<id>/{name}", "/user/<id>/{name}"},
		{"/user/<code>", "/user/<code>"},
		{"array<object>", "array<object>"},
		{"a < b && c > d", "a < b && c > d"},
		{"?a=1&lt=2", "?a=1&lt=2"},
		{"[[域名]]/user", "[[域名]]/user"},
		{"data[0].id", "data[0].id"},
		{"ids[](数组)", "ids[](数组)"},
		{"list[0](可选)", "list[0](可选)"},
		{`C:\temp\new`, `C:\temp\new`},
		{"`未闭合", "`未闭合"},
		// emphasis
		{"**请求URL：**POST", "请求URL：POST"},
		{"**请求URL： **", "请求URL："},
		{"** 标题 **", "标题"},
		{"文字**（粗体）**文字", "文字（粗体）文字"},
		{"*必填*", "必填"},
		{"_必填_", "必填"},
		{"***重要***", "重要"},
		{"__init__", "init"},
		{"~~废弃~~ 用 id", "废弃 用 id"},
		{"**a*", "**a*"},
		// escapes, references, code
		{`user\_id`, "user_id"},
		{`a\|b`, "a|b"},
		{`\*必填\*`, "*必填*"},
		{"`a|b`", "a|b"},
		{"`a\\|b` 或 ``c`d``", "a|b 或 c`d"},
		{"`**x**`", "**x**"},
		{"a&nbsp;b&lt;c&gt;", "a b<c>"},
		{"&nbsp&nbsp;└─id", "└─id"},
		{"A&amp;B &#20013;", "A&B 中"},
		// tags
		{"原创<br />转载<br>其他</br>", "原创\n转载\n其他"},
		{"<font color=\"red\">必填</font>", "必填"},
		{"<b>x</b><sup>2</sup>", "x2"},
		{"<code>id</code>", "id"},
		{"<a name=\"x\"></a>标题", "标题"},
		{"标题 <!-- 备注 -->", "标题"},
		{"<p>段落</p>", "段落"},
		{"枚举<p>值: <b>1</b></p><ul><li>甲</li><li>乙</li></ul>", "枚举\n值: 1\n甲\n乙"},
		{"说明  \n  **示例值**：15", "说明\n示例值：15"},
		// links
		{"[User](#user)", "User"},
		{"见[User](#user \"标题\")和[`B`](b.md)", "见User和B"},
		{"![图](a.png)文字", "文字"},
		{"[![图](a.png)](b.html)x", "x"},
		{"<https://a.example/x_y>", "https://a.example/x_y"},
		{"[a](b", "[a](b"},
	} {
		if got := read(c.in); got.Text != c.want {
			t.Errorf("Read(%q) = %q, want %q", c.in, got.Text, c.want)
		}
	}
}

func TestReadMarks(t *testing.T) {
	i := read("**`a`** <code>b c</code>")
	if len(i.Codes()) != 2 || i.Codes()[0].Text() != "a" || i.Codes()[1].Text() != "b c" || i.Bold() {
		t.Errorf("codes %v, bold %v", i.Codes(), i.Bold())
	}
	if i := read("**全部** **粗体**"); !i.Bold() || i.Struck() {
		t.Errorf("bold %v, struck %v", i.Bold(), i.Struck())
	}
	if i := read("<del>~~旧~~</del>"); !i.Struck() || i.Bold() {
		t.Errorf("bold %v, struck %v", i.Bold(), i.Struck())
	}
	i = read(`见 [**User** 对象](#user) 和 <a href="b.html">B</a>`)
	want := []Link{{Text: "User 对象", Target: "#user"}, {Text: "B", Target: "b.html"}}
	if len(i.Links()) != len(want) {
		t.Fatalf("links %v", i.Links())
	}
	for n, l := range i.Links() {
		if l.Text != want[n].Text || l.Target != want[n].Target {
			t.Errorf("link %q -> %q", l.Text, l.Target)
		}
	}
	if got := i.Links()[0].Span.Text(); got != "[**User** 对象](#user)" {
		t.Errorf("link span %q", got)
	}
}

// TestReadSpan maps every word of a text back: what stands at its span reads as that word.
func TestReadSpan(t *testing.T) {
	for _, in := range []string{
		"plain text", "  **bold** word", "a\\_b `code x` &lt;c&gt;", "见[User](#u)表", "x<br/>y<font color=red>z</font>w",
		"&nbsp;&nbsp;name&nbsp;", "`a\\|b` tail", "**x** ~~y~~ [z](q) ![i](j) <b>k</b>",
	} {
		i := read(in)
		for at := range i.Text {
			for _, end := range []int{at + 1, len(i.Text)} {
				span := i.Span(at, end)
				if span.Start > span.End || span.End > len(in) {
					t.Fatalf("Read(%q).Span(%d, %d) = [%d:%d]", in, at, end, span.Start, span.End)
				}
				if again := Read(span).Text; end == at+1 && i.Text[at] > ' ' && again != i.Text[at:end] {
					t.Errorf("Read(%q).Span(%d, %d) is %q, want %q", in, at, end, span.Text(), i.Text[at:end])
				}
			}
		}
	}
}

func TestReadPlainDoesNotAllocate(t *testing.T) {
	f := source.NewFile("page.md", " 用户名称 ")
	span := f.Span(0, len(f.Text))
	if n := testing.AllocsPerRun(100, func() { _ = Read(span) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, text := range []string{"用户名称", "详细信息参考`User`", "**请求URL：**<br/>[User](#user)&nbsp;x"} {
		f := source.NewFile("page.md", text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(f.Span(0, len(text)))
			}
		})
	}
}

func BenchmarkReadHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"stars": "*a ", "pairs": "**a", "backquotes": "\\``", "brackets": "[a](", "images": "![", "tags": "<a ", "opencode": "<code>",
		"quotes": `<a "`, "references": "&a", "tildes": "~~a", "comments": "<!--", "closers": "](",
	} {
		for _, size := range []int{100_000, 200_000} {
			text := strings.Repeat(unit, size/len(unit)) + ")"
			f := source.NewFile("page.md", text)
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Read(f.Span(0, len(text)))
				}
			})
		}
	}
}
