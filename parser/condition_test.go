package parser

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// conditionsOf reads a body of these rows (name|type|description) and writes the rules between its fields.
func conditionsOf(t *testing.T, rows ...string) string {
	t.Helper()
	page := "# 提交\n\nPOST /submit\n\n请求参数：\n\n|参数|类型|说明|\n|--|--|--|\n"
	for _, row := range rows {
		page += "|" + row + "|\n"
	}
	doc, _ := Parse([]*source.File{source.NewFile("p.md", page)}, Options{})
	var out []string
	for _, f := range ir.Fields(doc.Endpoints[0].Body.Type) {
		for _, i := range f.Inferred {
			if i.About == "condition" {
				out = append(out, f.Name.Value+" "+i.Value)
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestConditions(t *testing.T) {
	const kind = "kind|int|种类：1-个人 2-企业 3-其他组织"
	for _, c := range []struct{ want, rows string }{
		{"licence if kind=2", kind + "\nlicence|string|执照号，kind为2时必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号（当 kind = 2 时必填）"},
		{"licence if kind=2|3", kind + "\nlicence|string|执照号，kind为2、3时必传"},
		{"licence if kind=2|3", kind + "\nlicence|string|执照号，kind=2或3时必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，种类为企业时必填"},
		{"licence unless kind=1", kind + "\nlicence|string|执照号，kind不为1时必填"},
		{"licence if agent", "agent|string|代办人\nlicence|string|执照号，agent不为空时必填"},
		{"licence unless agent", "agent|string|代办人\nlicence|string|执照号，agent为空时必填"},
		{"reason if broken=true", "broken|boolean|是否破损\nreason|string|原因（broken 为 true 时必填）"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号，与tradeNo二选一\ntradeNo|string|流水号，与orderNo二选一"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号\ntradeNo|string|流水号，和orderNo不能同时为空"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号（二选一）\ntradeNo|string|流水号（二选一）\nmemo|string|备注"},
		{"a1 one of a1|a2|a3", "a1|string|手机，a1、a2、a3 至少填一个\na2|string|邮箱\na3|string|微信"},

		// a careful reader would not bet on these
		{"", kind + "\nlicence|string|执照号，type为2时必填"},
		{"", kind + "\nlicence|string|执照号，kind为9时必填"},
		{"", kind + "\nlicence|string|执照号，kind为2且地区为海外时必填"},
		{"", kind + "\nlicence|string|执照号，kind为2时有效"},
		{"", kind + "\nlicence|string|执照号，企业必填"},
		{"", "kind|int|种类\nlicence|string|执照号，kind为企业时必填"},
		{"", "orderNo|string|订单号（二选一）\ntradeNo|string|流水号（二选一）\nmemo|string|备注（二选一）"},
		{"", kind + "\norderNo|string|订单号，如果kind为1，与tradeNo二选一\ntradeNo|string|流水号"},
	} {
		if got := conditionsOf(t, strings.Split(c.rows, "\n")...); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.rows, got, c.want)
		}
	}
}
