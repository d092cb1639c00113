package prose

import (
	"testing"

	"github.com/wenma/wenma/ir"
)

func TestCells(t *testing.T) {
	for _, c := range []struct {
		read   func(string, ir.Text, ir.Kind) Rules
		header string
		kind   ir.Kind
		text   string
		want   string
	}{
		{Under, "取值范围", ir.Integer, "[1,2000]", `>=1; <=2000`},
		{Under, "取值范围", ir.Integer, "1-100", `>=1; <=100`},
		{Under, "取值范围", ir.String, "sun, rain, snow...", `enum sun rain snow …`},
		{Under, "取值范围", ir.String, `"up":涨 "down":跌`, `enum up=涨 down=跌`},
		{Under, "枚举值", ir.String, "up、down", `enum up down`},
		{Under, "约束", ir.Integer, "选填，默认 10", `default "10"; optional`},
		{Under, "约束", ir.Integer, "none", ``},
		{Under, "取值范围", ir.String, `"rain"...`, ``},
		{Length, "最大长度", ir.String, "32", `length ..32`},
		{Length, "长度", ir.String, "1-32", `length 1..32`},
		{Length, "长度", ir.Integer, "11", ``},
		{Length, "长度", ir.String, "不限", ``},
		{Length, "大小", ir.String, "4", ``},
	} {
		if got := describe(c.read(c.header, ir.Text{Value: c.text}, c.kind)); got != c.want {
			t.Errorf("%s of a %s, %q: got %s, want %s", c.header, c.kind, c.text, got, c.want)
		}
	}
}

func TestPresenceAlone(t *testing.T) {
	for said, want := range map[string]ir.Presence{
		"用户名，必填": ir.Required, "备注（选填）": ir.Optional, "kind为2时必填": ir.Conditional, "用户名": ir.Unstated, "是否必填": ir.Unstated,
	} {
		if got, _ := Presence(ir.Text{Value: said}); got != want {
			t.Errorf("%q: got %s, want %s", said, got, want)
		}
	}
}
