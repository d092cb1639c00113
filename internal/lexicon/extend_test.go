package lexicon

import "testing"

func TestExtend(t *testing.T) {
	l := Default().Extend()
	for _, c := range []struct {
		v           Vocabulary
		word, means string
		known       bool
	}{
		{Types, "流水号", "String", true}, {Types, "宽表", "宽", false}, {Types, "——", "string", false},
		{Columns, "传参名", "字段名", true}, {Columns, "传参名二", "字段之名", false},
		{Presences, "务必", "必填", true}, {Presences, "随缘", "随便", false},
		{Sections, "送出内容", "请求参数", true}, {Sections, "send out", "请求参数", true}, {Sections, "天气", "天气预报", false},
		{Types, "账号", "流水号", true},
	} {
		if l.Add(c.v, c.word, c.means) != c.known {
			t.Errorf("%s as %s: want %v", c.word, c.means, c.known)
		}
	}
	if w, ok := l.Type("账号"); !ok || w.Base != StringBase {
		t.Errorf("账号 is %v", w)
	}
	if c := l.Columns("传参名（必填）"); len(c) == 0 || c[0] != NameColumn {
		t.Errorf("传参名 is %v", c)
	}
	if p, _ := l.Presence("务必"); p != Required {
		t.Errorf("务必 is %v", p)
	}
	for _, title := range []string{"2.1 送出内容", "Send Out"} {
		if r := l.Section(title); r.Topic != Request|Fields || r.Rest != "" {
			t.Errorf("%s is %s, rest %q", title, r.Topic, r.Rest)
		}
	}
	if w, ok := l.Type("整型"); !ok || w.Base != IntegerBase {
		t.Error("the words of the base are lost")
	}
	if _, ok := Default().Type("流水号"); ok {
		t.Error("the base has changed")
	}
	if own, all := len(l.Words(Types)), len(Default().Words(Types)); own != all+2 {
		t.Errorf("%d words, and %d in the base", own, all)
	}
}
