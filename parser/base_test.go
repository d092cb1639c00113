package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// TestBaseAddress: where a page states an address for all its endpoints, it stands before their paths once.
func TestBaseAddress(t *testing.T) {
	for _, c := range []struct{ name, page, path, server string }{
		{"address of no endpoint", "# 终端\n\n访问地址：`https://api.example.com/ums/v3`\n\n## 绑定\n\n接入地址：`/bind`\n\n请求方式：POST\n", "/ums/v3/bind", "https://api.example.com"},
		{"already there", "# 终端\n\n访问地址：`https://api.example.com/ums/v3`\n\n## 绑定\n\n接入地址：`/ums/v3/bind`\n\n请求方式：POST\n", "/ums/v3/bind", "https://api.example.com"},
		{"labelled base", "# 终端\n\nBase URL：http://127.0.0.1:8080/v2\n\n## 绑定\n\nPOST /bind\n", "/v2/bind", "http://127.0.0.1:8080"},
		{"host of its own", "# 终端\n\nBase URL：http://127.0.0.1:8080/v2\n\n## 绑定\n\nPOST http://127.0.0.1:9090/bind\n", "/bind", "http://127.0.0.1:8080"},
		{"none", "# 终端\n\n## 绑定\n\nPOST /bind\n", "/bind", ""},
	} {
		doc, _ := Parse([]*source.File{source.NewFile("p.md", c.page)}, Options{})
		if len(doc.Endpoints) != 1 {
			t.Errorf("%s: %d endpoints", c.name, len(doc.Endpoints))
			continue
		}
		server := ""
		if len(doc.Servers) > 0 {
			server = doc.Servers[0].URL.Value
		}
		if got := doc.Endpoints[0].Path.Value; got != c.path || server != c.server {
			t.Errorf("%s: %s at %q, want %s at %q", c.name, got, server, c.path, c.server)
		}
	}
}

// TestPaths: which paths and servers are read from a page. Each path is shown with its method, and its title.
func TestPaths(t *testing.T) {
	cases(t, "paths", func(doc *ir.Document, diags source.Diagnostics) string {
		var b strings.Builder
		for _, e := range doc.Endpoints {
			fmt.Fprintf(&b, "%s %s %s\n", e.Title.Value, e.Method.Value, e.Path.Value)
			if e.Deprecated != nil {
				fmt.Fprintf(&b, "  deprecated %q\n", e.Deprecated.Value)
			}
		}
		for _, s := range doc.Servers {
			fmt.Fprintf(&b, "server %s %q\n", s.URL.Value, s.Name.Value)
		}
		return b.String() + diagnosed(diags)
	})
}
