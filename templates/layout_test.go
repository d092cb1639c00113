package templates

import (
	"go/format"
	"testing"
)

// TestLayoutKnowsItsLimits: what the layout takes for known it lays out as gofmt does, and the rest it leaves to gofmt.
func TestLayoutKnowsItsLimits(t *testing.T) {
	for code, known := range map[string]bool{
		"type T struct {\nA int `json:\"a\"` // one\nLong *T\nB []byte // 二\n}":                      true,
		"type T struct {\nEmbedded\nA int\n\n// B is said.\nB int `json:\"b\"`\n}":                   true,
		"const (\nA T = 1 // one\nLong T = 22 // two\nC T = 3\n)\nconst D = 4\nvar e = 5":            true,
		"var x = keys{\na: \"1\",\nlong: []string{\n\"a\",\n},\nb: f(1, `\n  raw `),\nlonger: 2,\n}": true,
		"func f() {\nswitch x {\ncase 1,\n2:\nreturn\ndefault:\ng(func() {\nh()\n})\n}\n}":           true,
		"func (a A) F() int { return 1 }\nfunc (ab AB) F() int { return 2 }":                         true,
		"// F is.\n//\n// Deprecated: no.\nfunc F(a int, b ...string) (c *T, err error) {\n}":        true,
		"func f() {\na := b*c\n}":               false,
		"func f() {\nif (a) {\n}\n}":            false,
		"func f() {\nif a { b() }\n}":           false,
		"func f () {\n}":                        false,
		"func f(a int,b int) {\n}":              false,
		"func f(a * T) {\n}":                    false,
		"func f() {\na() // said\n}":            false,
		"func f() {\n// said\na()\n}":           false,
		"func f() {\nselect {\ncase <-a:\n}\n}": false,
		"var x = 0X1F":                          false,
		"// F is ``quoted''.\nfunc F() {\n}":    false,
		"// F is:\n//   - a list\n//   - 列表\n//\n// Then words.\nfunc F() {\n}":              true,
		"// F is.\n//\n// 会员\n//\n// Ends in a stop.\n//\n// Deprecated: no.\nfunc F() {\n}": true,
		"// F is.\n//   - a list\n// Words.\nfunc F() {\n}":                                  false,
		"// F is.\n//\n// A heading\n//\n// Words.\nfunc F() {\n}":                           false,
		"// F is.\n//\n//\n// Words.\nfunc F() {\n}":                                         false,
		"/* F is. */\nfunc F() {\n}":                                                         false,
		"type T struct {\nA int\nEmbedded // one\n}":                                         false,
		"func f() {\na[1:2]()\n}":                                                            false,
	} {
		src := "// Header.\n\npackage p\n" + code + "\n"
		laid, ok := Layout([]byte(src))
		if ok != known {
			t.Errorf("known is %v, not %v:\n%s", ok, known, code)
		}
		if want, err := format.Source([]byte(src)); ok && (err != nil || string(laid) != string(want)) {
			t.Errorf("%v\ngot:\n%s\nwant:\n%s", err, laid, want)
		}
	}
}
