package parser

import (
	"fmt"
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
	const abroad = "abroad|boolean|是否境外"
	for _, c := range []struct{ want, rows string }{
		{"licence if kind=2", kind + "\nlicence|string|执照号，kind为2时必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号（当 kind = 2 时必填）"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，kind=2(企业)时必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，kind=2时,licence不能为空"},
		{"licence if kind=2", kind + "\nlicence|string|执照号；kind为2时，不为空；其他值时可为空"},
		{"licence if kind=2|3", kind + "\nlicence|string|执照号，kind为2、3时必传"},
		{"licence if kind=2|3", kind + "\nlicence|string|执照号，kind=2或3时必填"},
		{"licence if kind=2|3", kind + "\nlicence|string|执照号，kind=2,3时必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，种类为企业时必填"},
		{"licence unless kind=1", kind + "\nlicence|string|执照号，kind不为1时必填"},
		{"licence if agent", "agent|string|代办人\nlicence|string|执照号，agent不为空时必填"},
		{"licence if agent", "agent|string|代办人\nlicence|string|执照号，传了agent则必填"},
		{"licence unless agent", "agent|string|代办人\nlicence|string|执照号，agent为空时必填"},
		{"licence unless agent", "agent|string|代办人\nlicence|string|执照号，不传代办人时必填"},
		{"licence if agent", "agent|string|代办人，传了则licence必填\nlicence|string|执照号"},
		{"reason if broken=true", "broken|boolean|是否破损\nreason|string|原因（broken 为 true 时必填）"},
		{"country if abroad=true", abroad + "\ncountry|string|国家，abroad为是时必填"},
		{"country if abroad=true", abroad + "\ncountry|string|国家，abroad=1时必填"},
		{"city if abroad=false", abroad + "\ncity|string|城市，abroad为false时必填"},

		// the label of a value
		{"licence if kind=2", kind + "\nlicence|string|执照号，企业必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，如修改为企业必填"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，选择企业时必填"},
		{"", kind + "\nform|int|形式：1-独资 2-企业\nlicence|string|执照号，企业必填"},
		{"", kind + "\nlicence|string|执照号，企业账户必填"},
		{"", kind + "\nlicence|string|执照号，个体必填"},
		{"", "kind|int|种类：1-个人 2-其他\nlicence|string|执照号，其他必填"},
		{"", "licence|int|执照：1-个人 2-企业，企业必填"},

		// only if
		{"licence allowed if kind=2", kind + "\nlicence|string|执照号，只有kind为2时方可传入"},
		{"licence allowed if kind=2|3", kind + "\nlicence|string|执照号，仅当kind=2、3时可传"},
		{"licence allowed if kind=2", kind + "\nlicence|string|执照号，kind为2时才能填写"},
		{"licence if kind=2; licence allowed if kind=2", kind + "\nlicence|string|执照号，kind为2时必填，其他情况不能传"},
		{"licence if kind=2", kind + "\nlicence|string|执照号，kind为2时必填，其他情况不传"},
		{"", kind + "\nlicence|string|执照号，仅当kind=2时有效"},
		{"", kind + "\nlicence|string|执照号，kind=2时可传"},
		{"", kind + "\nlicence|string|执照号，只有kind为2时方可传播"},

		// how many of several
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号，与tradeNo二选一\ntradeNo|string|流水号，与orderNo二选一"},
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号\ntradeNo|string|流水号，orderNo和tradeNo任选其一"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号\ntradeNo|string|流水号，和orderNo不能同时为空"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号\ntradeNo|string|流水号，orderNo与tradeNo必须传一个"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号，与 tradeNo 一起二者必须有其一，可以并存\ntradeNo|string|流水号"},
		{"orderNo one of orderNo|tradeNo", "orderNo|string|订单号和流水号至少填一个\ntradeNo|string|流水号"},
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号（二选一）\ntradeNo|string|流水号（二选一）\nmemo|string|备注"},
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号（互斥，orderNo和tradeNo必须传其中一个）\ntradeNo|string|流水号"},
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号，和tradeNo二选一，如果订单不存在，返回错误\ntradeNo|string|流水号"},
		{"orderNo only one of orderNo|tradeNo", "orderNo|string|订单号，与tradeNo不能同时为空\ntradeNo|string|流水号，不能和orderNo同时传"},
		{"orderNo at most one of orderNo|tradeNo", "orderNo|string|订单号，不能和tradeNo同时使用\ntradeNo|string|流水号"},
		{"orderNo at most one of orderNo|tradeNo", "orderNo|string|订单号。orderNo和tradeNo不能同时填写\ntradeNo|string|流水号"},
		{"orderNo at most one of orderNo|tradeNo", "orderNo|string|订单号，非必填，与tradeNo二选一\ntradeNo|string|流水号"},
		{"a1 one of a1|a2|a3", "a1|string|手机，a1、a2、a3 至少填一个\na2|string|邮箱\na3|string|微信"},
		{"a1 only one of a1|a2|a3", "a1|string|手机，a1、a2、a3 三选一\na2|string|邮箱\na3|string|微信"},
		{"a1 at most one of a1|a2|a3", "a1|string|手机，与a2、a3互斥\na2|string|邮箱，与a1、a3互斥\na3|string|微信，与a1、a2互斥"},
		{"a1 at most one of a1|a3; a2 at most one of a2|a3", "a1|string|手机\na2|string|邮箱\na3|string|微信，与a1、a2互斥"},
		{"begin only one of begin|end", "begin|string|开始时间\nend|string|结束时间，开始时间和结束时间二选一"},

		// a careful reader would not bet on these
		{"", kind + "\nlicence|string|执照号，type为2时必填"},
		{"", kind + "\nlicence|string|执照号，kind为9时必填"},
		{"", kind + "\nlicence|string|执照号，kind大于1时必填"},
		{"", kind + "\nlicence|string|执照号，kind为2且地区为海外时必填"},
		{"", kind + "\nlicence|string|执照号，kind为2时必填（除非已存档）"},
		{"", kind + "\nlicence|string|执照号，kind为2时必须大于9位"},
		{"", kind + "\nlicence|string|执照号，kind为2时有效"},
		{"", "kind|int|种类\nlicence|string|执照号，kind为企业时必填"},
		{"", "orderNo|string|订单号（二选一）\ntradeNo|string|流水号（二选一）\nmemo|string|备注（二选一）"},
		{"", "orderNo|string|订单号，和serial二选一\ntradeNo|string|流水号，二选一"},
		{"", kind + "\norderNo|string|订单号，如果kind为1，与tradeNo二选一\ntradeNo|string|流水号"},
		{"", "orderNo|string|订单号，与tradeNo二选一，线下订单必填\ntradeNo|string|流水号"},
		{"", "orderNo|string|订单号，与tradeNo二选一，仅线下订单\ntradeNo|string|流水号"},
		{"", "a1|string|手机，a1、a2、a3 不能同时填写\na2|string|邮箱\na3|string|微信"},
		{"", "a1|string|手机，a1、a2、a3 二选一\na2|string|邮箱\na3|string|微信"},
		{"", "tags|array|标签，至少一个\nname|string|名称"},
		{"", "secret|string|口令，字母和数字至少一个字符\nname|string|名称"},
		{"", "answer|string|name二选一的题目\nname|string|名称"},
		{"", "a1|string|手机，和a2同时生效\na2|string|邮箱"},
		{"", "a1|string|手机，只能填一个\na2|string|邮箱，只能填一个"},
	} {
		if got := conditionsOf(t, strings.Split(c.rows, "\n")...); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.rows, got, c.want)
		}
	}
}

// TestConditionsAgainstSamples reads pages whose samples spell names otherwise, or do not keep to what the descriptions say.
func TestConditionsAgainstSamples(t *testing.T) {
	cases(t, "condition", func(doc *ir.Document, diags source.Diagnostics) string {
		var b strings.Builder
		b.WriteString(diagnosed(diags))
		ir.Walk(doc, func(n ir.Node) {
			if f, ok := n.Of.(*ir.Field); ok && n.Part == "name" {
				for _, rule := range f.Rules {
					fmt.Fprintf(&b, "%s: %s\n", f.Name.Value, ir.RuleText(rule))
				}
			}
		})
		return b.String()
	})
}
