package runtime

// Language is the language of the messages that this package makes for people.
// The zero Language stands for the package's own, which is the language of its pages.
type Language int

// The languages that messages come in.
const (
	Chinese Language = iota + 1
	English
)

const defaultLanguage = Chinese

// pick returns the text in the language asked for.
func (l Language) pick(zh, en string) string {
	if l == 0 {
		l = defaultLanguage
	}
	if l == English {
		return en
	}
	return zh
}
