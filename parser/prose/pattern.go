package prose

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"

	"github.com/wenma/wenma/ir"
)

// minePattern reads a regular expression that is written out: 正则：^[a-z]+$. Without a word for it, the expression must show
// itself for one: both ends, and a class of characters between them.
func (r *reader) minePattern() {
	if r.kind != ir.String && r.kind != ir.Any {
		return
	}
	word := 0
	for _, w := range []string{"正则", "regex", "pattern", "匹配"} {
		if i := strings.Index(r.s, w); i >= 0 {
			word = i + len(w)
			break
		}
	}
	start := strings.IndexByte(r.s[word:], '^')
	if start < 0 {
		return
	}
	start += word
	end := patternEnd(r.s, start)
	expr := r.s[start:end]
	if len(expr) < 3 || word == 0 && !(strings.HasSuffix(expr, "$") && strings.ContainsAny(expr, `[\`)) {
		return
	}
	if _, err := syntax.Parse(expr, syntax.Perl); err == nil {
		pattern := r.piece(stretch{start, end})
		r.rules.Pattern = &pattern
	}
}

// patternEnd is behind the $ that ends the expression, or where its characters end.
func patternEnd(s string, start int) int {
	end := start
	for end < len(s) && s[end] != '\n' && s[end] != ' ' {
		c, size := runeAt(s, end)
		if c == '，' || c == '。' || c == '；' || c == '`' || c == '"' || c == '）' {
			break
		}
		end += size
		if c == '$' && (end == len(s) || !strings.ContainsRune("|)", rune(s[end]))) {
			break
		}
	}
	return end
}

// lazily makes a regular expression that is compiled when it is first needed: most runs need few of them.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
