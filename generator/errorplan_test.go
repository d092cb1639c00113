package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// codePage is a page with one endpoint, whose answers are samples, and a table of codes for all endpoints.
func codePage(sample, table string) string {
	return "# 订单\n\n## 查询\n\nPOST /v1/query\n\n返回示例：\n\n```json\n" + sample + "\n```\n\n# 错误码\n\n" + table
}

func codeTable(rows ...string) string {
	return "|错误码|说明|\n|--|--|\n" + strings.Join(rows, "\n") + "\n"
}

func planned(t *testing.T, pages ...string) *planner {
	t.Helper()
	var files []*source.File
	for i, page := range pages {
		files = append(files, source.NewFile(string(rune('a'+i))+".md", page))
	}
	doc, _ := parser.Parse(files, parser.Options{})
	return plan(doc, Options{Package: "p"}, nil)
}

func constants(p *planner) []string {
	var out []string
	if p.pkg.Code != nil {
		for _, e := range p.pkg.Code.Errors {
			out = append(out, e.Const+"="+e.Literal)
		}
	}
	return out
}

// TestErrorNames: what the constants for codes are called, and which codes have none.
func TestErrorNames(t *testing.T) {
	const integers, texts = `{"code": 0, "msg": "ok", "data": {"id": 1}}`, `{"code": "SUCCESS", "msg": "ok", "data": {"id": 1}}`
	named := "|错误码|标识|说明|\n|--|--|--|\n|1001|TOKEN_EXPIRED|令牌过期|\n|1002|ERR_NO_MONEY|余额不足|\n"
	for _, c := range []struct {
		name, page, want, diags string
	}{
		{"author's names", codePage(integers, named), "ErrTokenExpired=1001 ErrNoMoney=1002", ""},
		{"translated", codePage(integers, codeTable("|1001|用户不存在|", "|1002|系统错误|")), "ErrUserNotFound=1001 ErrSystem=1002", ""},
		{"sentences and unknown words", codePage(integers, codeTable("|1001|用户不存在，订单将在注册之后自动转入|", "|-2|饕餮|")), "Err1001=1001 ErrMinus2=-2", ""},
		{"two of one text", codePage(integers, codeTable("|1001|系统错误|", "|1002|系统错误|", "|1003|用户不存在|")), "Err1001=1001 Err1002=1002 ErrUserNotFound=1003", ""},
		{"successes", codePage(integers, codeTable("|0|查询结束|", "|200|操作成功|", "|1|失败|")), "ErrFailed=1", ""},
		{"again", codePage(integers, codeTable("|1001|系统错误|", "|1001|系统错误。|")), "ErrSystem=1001", ""},
		{"punctuation", codePage(integers, codeTable("|1001|系统错误,请重试|", "|1001|系统错误，请重试|")), "ErrSystem=1001", ""},
		{"another text", codePage(integers, codeTable("|1001|系统错误|", "|1001|用户不存在|")), "Err1001=1001", "error-code-differs 用户不存在"},
		{"no integer", codePage(integers, codeTable("|1001|系统错误|", "|SIGN_ERROR|签名错误|", "|10xx|参数错误|")), "ErrSystem=1001", "error-code-unused 10xx,error-code-unused SIGN_ERROR"},
		{"hexadecimal", codePage(integers, codeTable("|0x10|系统错误|")), "ErrSystem=16", ""},
		{"texts", codePage(texts, codeTable("|SUCCESS|成功|", "|SIGN_ERROR|签名错误|", "|isv.no-right|没有权限|", "|A0230|用户不存在|", "|其他|未知|")), `ErrSign="SIGN_ERROR" ErrIsvNoRight="isv.no-right" ErrUserNotFound="A0230"`, "error-code-unused 其他"},
		{"statuses alone", "# 订单\n\n## 查询\n\nGET /v1/query\n\n返回示例：\n\n```json\n{\"id\": 1, \"name\": \"x\"}\n```\n\n错误码：\n\n" + codeTable("|404|没有|", "|500|错误|"), "", ""},
		{"no code in answers", "# 订单\n\n## 查询\n\nGET /v1/query\n\n返回示例：\n\n```json\n{\"id\": 1, \"name\": \"x\"}\n```\n\n错误码：\n\n" + codeTable("|40001|没有|"), "", "error-code-unused 40001"},
	} {
		p := planned(t, c.page)
		if got := strings.Join(constants(p), " "); got != c.want {
			t.Errorf("%s: constants %s, want %s", c.name, got, c.want)
		}
		diags := slices.DeleteFunc(codes(p.diags), func(s string) bool { return !strings.HasPrefix(s, "error-code") })
		if got := strings.Join(diags, ","); got != c.diags {
			t.Errorf("%s: diagnostics %q, want %q", c.name, got, c.diags)
		}
	}
}

// TestErrorNamesDoNotDependOnPages: pages in another order give the same constants, and one more page renames none.
func TestErrorNamesDoNotDependOnPages(t *testing.T) {
	const sample = `{"code": 0, "msg": "ok", "data": {"id": 1}}`
	a := codePage(sample, codeTable("|1001|系统错误|", "|1002|用户不存在|"))
	b := strings.ReplaceAll(codePage(sample, codeTable("|2001|订单不存在|", "|1001|系统错误|")), "query", "list")
	forth, back := constants(planned(t, a, b)), constants(planned(t, b, a))
	slices.Sort(forth)
	slices.Sort(back)
	if !slices.Equal(forth, back) || len(forth) != 3 {
		t.Errorf("%v, the other way round %v", forth, back)
	}
	for _, c := range constants(planned(t, a)) {
		if !slices.Contains(forth, c) {
			t.Errorf("%s is not among %v", c, forth)
		}
	}
}

// TestOperationErrors: an operation lists the codes of its own, and only where its answers can carry them.
func TestOperationErrors(t *testing.T) {
	p := planned(t, "# 订单\n\n## 查询\n\nGET /v1/query\n\n返回示例：\n\n```json\n{\"code\": 0, \"msg\": \"ok\", \"data\": {\"id\": 1}}\n```\n\n错误码：\n\n"+
		codeTable("|0|成功|", "|1001|订单不存在|")+"\n## 下载\n\nGET /v1/file\n\n错误码：\n\n"+codeTable("|1002|文件不存在|"))
	var got []string
	for _, op := range p.pkg.Operations {
		for _, e := range op.Errors {
			got = append(got, op.Name+" "+e.Const)
		}
	}
	if want := []string{"Query ErrOrderNotFound"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestSuccessUnknown: where nobody says what success is, the page is told, unless it lists the errors.
func TestSuccessUnknown(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"testdata/pages/outcomes.md", "success-unknown respCode"},
		{"testdata/pages/codes.md", ""},
	} {
		_, diags, err := Generate(read(t, c.page), Options{Package: "p"})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(codes(diags), ", "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.page, got, c.want)
		}
	}
}
