// Package manypages writes as many API pages as a measurement needs: one endpoint a page, in dialects that take turns, the same
// pages for the same number on every machine.
package manypages

import (
	"fmt"
	"strings"
)

// Page is a page's file name and text.
type Page struct{ Name, Text string }

// Pages are the first n pages.
func Pages(n int) []Page {
	out := make([]Page, n)
	for i := range out {
		e := endpointOf(i)
		out[i] = Page{fmt.Sprintf("%04d-%s-%s.md", i, e.noun.path, e.verb.path), dialects[i%len(dialects)](e)}
	}
	return out
}

type word struct{ path, title string }

var (
	nouns = []word{
		{"parcel", "包裹"}, {"member", "会员"}, {"course", "课程"}, {"room", "房间"}, {"device", "设备"}, {"invoice", "发票"}, {"menu", "菜单"}, {"ticket", "工单"},
		{"clinic", "诊所"}, {"vehicle", "车辆"}, {"coupon", "优惠券"}, {"article", "文章"}, {"shelf", "货架"}, {"meter", "电表"}, {"badge", "徽章"}, {"route", "路线"},
	}
	verbs = []word{{"create", "新增"}, {"update", "修改"}, {"detail", "详情"}, {"list", "列表"}, {"close", "关闭"}}
)

// field is a row of a table: its value is what the sample shows.
type field struct{ name, kind, doc, value string }

var fields = []field{
	{"Id", "Long", "编号", "10086"}, {"Name", "String", "名称，不超过32个字", `"甲"`}, {"State", "Integer", "状态：0-未启用 1-启用 2-停用", "1"},
	{"Count", "Integer", "数量，最大 100", "3"}, {"Price", "BigDecimal", "价格（元）", "12.5"}, {"CreateTime", "String", "创建时间，格式 yyyy-MM-dd HH:mm:ss", `"2024-05-06 07:08:09"`},
	{"Remark", "String", "备注", `""`}, {"Hidden", "Boolean", "是否隐藏", "false"}, {"OwnerId", "Long", "负责人编号", "42"}, {"Email", "String", "联系邮箱", `"a@example.com"`},
	{"Address", "String", "地址", `"一号楼"`}, {"Level", "Integer", "级别：1-低 2-中 3-高", "2"}, {"Ratio", "Double", "占比，0~1", "0.5"}, {"Tags", "List<String>", "标签", `["a","b"]`},
}

type endpoint struct {
	n          int
	noun, verb word
	path       string
	request    []field
	response   []field
}

func endpointOf(i int) endpoint {
	e := endpoint{n: i, noun: nouns[i%len(nouns)], verb: verbs[i/len(nouns)%len(verbs)]}
	e.path = fmt.Sprintf("/v1/%s%d/%s", e.noun.path, i/(len(nouns)*len(verbs)), e.verb.path)
	named := func(f field) field {
		f.name = e.noun.path + f.name
		return f
	}
	for k := range 4 + i%5 {
		e.request = append(e.request, named(fields[(i+k)%len(fields)]))
	}
	for k := range 6 + i%7 {
		e.response = append(e.response, named(fields[(i+3+k)%len(fields)]))
	}
	return e
}

func (e endpoint) title() string { return e.verb.title + e.noun.title }

// dialects are the ways in which pages are written.
var dialects = []func(endpoint) string{showDoc, numbered, exported, plain}

func showDoc(e endpoint) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**简要描述：**\n\n- %s\n\n**请求URL：**\n\n- `http://127.0.0.1:8080%s`\n\n**请求方式：**\n\n- POST\n\n**参数：**\n\n|参数名|必选|类型|说明|\n|:----|:---|:-----|-----|\n", e.title(), e.path)
	for k, f := range e.request {
		fmt.Fprintf(&b, "|%s|%s|%s|%s|\n", f.name, []string{"是", "否"}[k%2], f.kind, f.doc)
	}
	b.WriteString("\n**返回示例**\n\n" + e.sample() + "\n**返回参数说明**\n\n|参数名|类型|说明|\n|:-----|:-----|-----|\n")
	for _, f := range e.response {
		fmt.Fprintf(&b, "|%s|%s|%s|\n", f.name, f.kind, f.doc)
	}
	return b.String()
}

func numbered(e endpoint) string {
	var b strings.Builder
	fmt.Fprintf(&b, "##2.%d %s\n\n###URL:\n\nhttp://127.0.0.1:8080%s\n\n###方式:\n\npost\n\n###请求参数:\n\n字段|类型|可为空|描述\n---|---|---|---\n", e.n, e.title(), e.path)
	for k, f := range e.request {
		fmt.Fprintf(&b, "%s|%s|%s|%s\n", f.name, f.kind, []string{"否", "是"}[k%2], f.doc)
	}
	b.WriteString("\n###响应:\n\n|字段|类型|描述|\n|---|---|---|\n|code|Integer|状态码|\n|msg|String|消息|\n|data|Object|数据|\n")
	for _, f := range e.response {
		fmt.Fprintf(&b, "|data.%s|%s|%s|\n", f.name, f.kind, f.doc)
	}
	b.WriteString("\n###示例:\n\n" + e.sample())
	return b.String()
}

func exported(e endpoint) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n**URL:** `%s`\n\n**Type:** `POST`\n\n**Content-Type:** `application/json`\n\n**Body-parameters:**\n\n| Parameter | Type | Required | Description | Since |\n|---|---|---|---|---|\n", e.title(), e.path)
	for k, f := range e.request {
		fmt.Fprintf(&b, "|%s|%s|%v|%s|-|\n", f.name, strings.ToLower(f.kind), k%2 == 0, f.doc)
	}
	b.WriteString("\n**Response-fields:**\n\n| Field | Type | Description | Since |\n|---|---|---|---|\n|code|int32|状态码|-|\n|msg|string|消息|-|\n|data|object|数据|-|\n")
	for _, f := range e.response {
		fmt.Fprintf(&b, "|└─%s|%s|%s|-|\n", f.name, strings.ToLower(f.kind), f.doc)
	}
	b.WriteString("\n**Response-example:**\n\n" + e.sample())
	return b.String()
}

func plain(e endpoint) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\nPOST %s\n\n请求参数：\n\n|参数|类型|必填|说明|\n|--|--|--|--|\n", e.title(), e.path)
	for k, f := range e.request {
		fmt.Fprintf(&b, "|%s|%s|%s|%s|\n", f.name, f.kind, []string{"Y", "N"}[k%2], f.doc)
	}
	b.WriteString("\n返回参数：\n\n|参数|类型|说明|\n|--|--|--|\n")
	for _, f := range e.response {
		fmt.Fprintf(&b, "|%s|%s|%s|\n", f.name, f.kind, f.doc)
	}
	b.WriteString("\n返回示例：\n\n" + e.sample())
	return b.String()
}

// sample is an answer with the page's fields in data.
func (e endpoint) sample() string {
	members := make([]string, len(e.response))
	for i, f := range e.response {
		members[i] = fmt.Sprintf("    %q: %s", f.name, f.value)
	}
	return "```json\n{\n  \"code\": 0,\n  \"msg\": \"ok\",\n  \"data\": {\n" + strings.Join(members, ",\n") + "\n  }\n}\n```\n"
}
