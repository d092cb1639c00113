package runtime

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that a whole text has to match; it is compiled when first used.
type pattern struct {
	expr string
	once sync.Once
	re   *regexp.Regexp
}

// pattern wants a text that matches.
func (c *checker) pattern(name, value string, p *pattern) {
	p.once.Do(func() { p.re = regexp.MustCompile(`^(?:` + p.expr + `)$`) })
	c.check(p.re.MatchString(value), name, ProblemPattern, p.expr)
}
