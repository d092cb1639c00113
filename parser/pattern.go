package parser

import (
	"regexp"
	"sync"
)

// lazily makes a regular expression that is compiled when it is first needed: most runs need few of them.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
