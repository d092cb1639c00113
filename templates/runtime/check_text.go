package runtime

import "strings"

// characters wants a text that is made of the characters of a class: ranges and single ones, with a blank between them, as in
// "0-9 A-Z _".
func (c *checker) characters(name, value, class string) {
	for i := range len(value) {
		if !inClass(value[i], class) {
			c.add(name, ProblemCharacters, class)
			return
		}
	}
}

func inClass(char byte, class string) bool {
	for i := 0; i < len(class); i += 2 {
		low := class[i]
		if i+2 < len(class) && class[i+1] == '-' {
			i += 2
		}
		if low <= char && char <= class[i] {
			return true
		}
	}
	return false
}

// prefix wants a text that begins with one of the prefixes.
func (c *checker) prefix(name, value string, prefixes ...string) {
	for _, p := range prefixes {
		if strings.HasPrefix(value, p) {
			return
		}
	}
	c.add(name, ProblemPrefix, strings.Join(prefixes, " | "))
}

// suffix wants a text that ends with one of the suffixes.
func (c *checker) suffix(name, value string, suffixes ...string) {
	for _, s := range suffixes {
		if strings.HasSuffix(value, s) {
			return
		}
	}
	c.add(name, ProblemSuffix, strings.Join(suffixes, " | "))
}
