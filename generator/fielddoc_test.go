package generator

import (
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// TestSaidOnce: what stands in two cells is said once in a comment.
func TestSaidOnce(t *testing.T) {
	for _, c := range []struct{ label, doc, want string }{
		{"门店编号", "门店编号（八位）", "门店编号（八位）"},
		{"门店编号", "门店编号", "门店编号"},
		{"门店编号（八位）", "门店编号", "门店编号（八位）"},
		{"门店编号", "由总部分配", "门店编号 由总部分配"},
		{"", "由总部分配", "由总部分配"},
		{"门店编号", "", "门店编号"},
		{"编号", "门店编号", "编号 门店编号"},
	} {
		if got := PlaceLines.sentence(source.Span{}, ir.Text{Value: c.label}, ir.Text{Value: c.doc}); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.label, c.doc, got, c.want)
		}
	}
}

// TestCalledOn: what a field is called is neither a limit nor a value.
func TestCalledOn(t *testing.T) {
	for doc, want := range map[string]string{
		">=1\n楼层的状态": "楼层的状态", "1~9\n[1,9]\n楼层：1:高 2:低": "楼层", ">=1": "", "楼层>=1": "楼层", "0:高 1:低\n楼层": "", "楼层": "楼层",
		"住户 ID 类型 open_id 本楼 union_id 全区": "住户 ID 类型", "门禁URL 地址": "门禁URL 地址", "门 开 NEW 新装": "门", "住户 ID": "住户",
	} {
		if got := calledOn(&ir.Field{Doc: ir.Text{Value: doc}}); got != want {
			t.Errorf("%q: got %q, want %q", doc, got, want)
		}
	}
}
