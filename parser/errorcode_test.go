package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// TestErrorCodes: what the columns of a table of codes hold, and whose the codes are.
func TestErrorCodes(t *testing.T) {
	const head = "# 门店\n\n## 查询\n\nPOST /v1/query\n\n"
	for _, c := range []struct {
		name, page string
		// want lists the codes, those of the document first: value, name, status, text, remedy.
		ofDocument, ofEndpoint string
	}{
		{"text alone", head + "错误码：\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "", "1001,,,门店不存在,"},
		{
			"name, status and remedy",
			head + "错误码：\n\n|错误码|标识|HTTP状态码|说明|解决方案|\n|--|--|--|--|--|\n|40101|TOKEN_EXPIRED|401|已过期|重新登录|\n|50000|SYSTEM_ERROR|500|系统错误|-|\n",
			"", "40101,TOKEN_EXPIRED,401,已过期,重新登录 50000,SYSTEM_ERROR,500,系统错误,",
		},
		{"status first", head + "错误码：\n\n|状态码|错误码|说明|\n|--|--|--|\n|400|100001|参数错误|\n|401|100002|未登录|\n", "", "100001,,400,参数错误, 100002,,401,未登录,"},
		{"statuses are the codes", head + "错误码：\n\n|状态码|说明|\n|--|--|\n|400|参数错误|\n|401|未登录|\n", "", "400,,,参数错误, 401,,,未登录,"},
		{"some without a status", head + "错误码：\n\n|错误码|HTTP状态码|说明|\n|--|--|--|\n|1|404|没有|\n|2| |重复|\n", "", "1,,404,没有, 2,,,重复,"},
		{"words that describe", head + "错误码：\n\n|错误码|说明|\n|--|--|\n|1001|TOKEN_EXPIRED|\n", "", "1001,,,TOKEN_EXPIRED,"},
		{"plain words are a text", head + "错误码：\n\n|错误码|message|说明|\n|--|--|--|\n|1|forbidden|没有权限|\n|2|timeout|超时|\n", "", "1,,,forbidden, 2,,,timeout,"},
		{"words are the codes", head + "错误码：\n\n|错误码|说明|\n|--|--|\n|SIGN_ERROR|签名错误|\n", "", "SIGN_ERROR,,,签名错误,"},
		{"chapter of all endpoints", head + "# 错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "1001,,,门店不存在,", ""},
		{"chapter with sections", head + "# 附录\n\n### 错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "1001,,,门店不存在,", ""},
		{"chapter of results", strings.ReplaceAll(head, "## ", "### ") + "## 3 结果代码\n\n|代码|描述|处理建议|\n|--|--|--|\n|1001|门店不存在|核对编号|\n", "1001,,,门店不存在,核对编号", ""},
		{"section of the endpoint", head + "### 错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "", "1001,,,门店不存在,"},
		{"called common", head + "## 公共错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "1001,,,门店不存在,", ""},
		{
			"beside common parameters", head + "### 公共请求参数\n\n|参数|类型|说明|\n|--|--|--|\n|appId|String|应用|\n\n### 错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n",
			"", "1001,,,门店不存在,",
		},
		{"page of its own", "# 全局错误码\n\n|错误码|说明|\n|--|--|\n|1001|门店不存在|\n", "1001,,,门店不存在,", ""},
	} {
		doc, _ := Parse([]*source.File{source.NewFile("p.md", c.page)}, Options{})
		var ofEndpoints []*ir.ErrorCode
		for _, e := range doc.Endpoints {
			ofEndpoints = append(ofEndpoints, e.Errors...)
		}
		if got := codesIn(doc.Errors); got != c.ofDocument {
			t.Errorf("%s: the document has %q, want %q", c.name, got, c.ofDocument)
		}
		if got := codesIn(ofEndpoints); got != c.ofEndpoint {
			t.Errorf("%s: the endpoint has %q, want %q", c.name, got, c.ofEndpoint)
		}
	}
}

func codesIn(codes []*ir.ErrorCode) string {
	var out []string
	for _, e := range codes {
		out = append(out, fmt.Sprintf("%s,%s,%s,%s,%s", e.Value, e.Name, e.Status, e.Doc, e.Remedy))
	}
	return strings.Join(out, " ")
}
