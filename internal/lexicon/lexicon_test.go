package lexicon

import "testing"

func TestSection(t *testing.T) {
	for _, c := range []struct {
		text string
		want Topic
		rest string
	}{
		{"请求参数说明", Request | Fields | Description, ""},
		{"返回json格式示例", Response | Example | Filler, ""},
		{"2.3 响应参数", Response | Fields, ""},
		{"接入地 址", Address, ""},
		{"Request-parameters", Request | Fields, ""},
		{"返回 data 说明", Response | Fields | Description, ""},
		{"filter 参数", Fields, "filter"},
		{"获取会话信息", Filler, "获取会话"},
		{"HTTP Method", Call | Method, ""},
		{"Base URL", Prefix, ""},
		{"", 0, ""},
	} {
		got := Default().Section(c.text)
		if got.Topic != c.want || got.Rest != c.rest {
			t.Errorf("%q: topic %b, rest %q; want %b, %q", c.text, got.Topic, got.Rest, c.want, c.rest)
		}
	}
}

func TestColumns(t *testing.T) {
	for header, want := range map[string]Column{
		"字段名": NameColumn, "**参数名称**": NameColumn, "Parameter": NameColumn, "类 型": TypeColumn, "是否必填": RequiredColumn, "可为空": NullableColumn,
		"位置": LocationColumn, "说明": TextColumn, "备注": NoteColumn, "默认值": DefaultColumn, "示例值": ExampleColumn, "参数名称（必填）": NameColumn, "天气": NoColumn,
	} {
		got := NoColumn
		if columns := Default().Columns(header); len(columns) > 0 {
			got = columns[0]
		}
		if got != want {
			t.Errorf("%q is the column %s, want %s", header, got, want)
		}
	}
}

func TestPresence(t *testing.T) {
	for _, c := range []struct {
		cell string
		want Presence
		rest bool
	}{
		{"是", Required, false}, {"Ture", Required, false}, {"√", Required, false}, {"M", Required, false}, {"N", Optional, false}, {"非必填", Optional, false},
		{"否(私有歌单必填)", Optional, true}, {"layer=20时必填；layer=10时不必填", Conditional, true}, {"否，默认值 10", Optional, true}, {"", NoPresence, false},
		{"一次最多10个", NoPresence, true}, {"C", Conditional, false},
	} {
		if got, rest := Default().Presence(c.cell); got != c.want || rest != c.rest {
			t.Errorf("%q: %d, %v; want %d, %v", c.cell, got, rest, c.want, c.rest)
		}
	}
	for cell, want := range map[string]Presence{"否": Required, "是": Optional, "可空": Optional, "不可为空": Required} {
		if got, _ := Default().Nullable(cell); got != want {
			t.Errorf("in a column of 可为空, %q: %d; want %d", cell, got, want)
		}
	}
}

func TestType(t *testing.T) {
	for word, want := range map[string]Base{
		"String": StringBase, "整型": IntegerBase, "BigDecimal": NumberBase, "布尔": BooleanBase, "JSON对象": ObjectBase, "列表": ArrayBase, "File": FileBase, "可变类型": AnyBase, "Map": MapBase, "Mumber": NoBase, "": NoBase,
	} {
		if got, _ := Default().Type(word); got.Base != want {
			t.Errorf("%q is %d, want %d", word, got.Base, want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for cell, want := range map[string]bool{"-": true, "*": true, "无": true, "……": true, "TODO": true, "": true, "无人机编号": false, "0": false} {
		if got := Placeholder(cell); got != want {
			t.Errorf("%q: %v", cell, got)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"字段名": "字段名", "参数 名称": "参数名称", "**Type**": "type", "ＵＲＬ（地址）": "url地址", "content-type": "contenttype", "“值”：": "值", "": "", "……": "",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q folded is %q, want %q", text, got, want)
		}
		if !Same(text, want) {
			t.Errorf("%q and %q are not the same", text, want)
		}
	}
	if Same("类型", "类型2") || Same("abc", "ab") {
		t.Error("words of which one goes on are the same")
	}
}
