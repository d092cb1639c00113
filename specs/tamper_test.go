package specs

import (
	"bytes"
	"testing"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/gotest"
)

// TestSampleTestsFail: the tests that are made of a page's samples fail when the package is no longer what the page says.
func TestSampleTestsFail(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	doc, _ := parse(t, "samples/showdoc-php.md")
	made, _, err := generator.Generate(doc, generator.Options{Package: "pile", Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	m := gotest.New(t)
	for _, c := range []struct{ name, file, old, changed, says string }{
		{"renamed", "codec_gen.go", `"gun_count"`, `"guns"`, "data.gun_count"},
		{"strict", "codec_gen.go", "d.looseInteger(&x.GunCount)", "d.integer(&x.GunCount)", "data.gun_count"},
		{"forgotten", "codec_gen.go", "b = appendInteger(b, `,\"gun_count\":`, x.GunCount)\n", "\n", "data.gun_count is lost"},
		{"succeeding", "client_gen.go", `e.Code == "0"`, `e.Code == "404"`, "the answer is not the error"},
	} {
		changed := 0
		for _, f := range made.Files {
			content := f.Content
			if f.Name == c.file {
				changed += bytes.Count(content, []byte(c.old))
				content = bytes.ReplaceAll(content, []byte(c.old), []byte(c.changed))
			}
			m.Write(c.name+"/"+f.Name, content)
		}
		if changed == 0 {
			t.Errorf("%s: %s has no %s", c.name, c.file, c.old)
		}
		m.Fails(c.says, "test", "./"+c.name)
	}
	for _, f := range made.Files {
		m.Write("kept/"+f.Name, f.Content)
	}
	m.Go("test", "./kept")
}
