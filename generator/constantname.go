package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// constantWords are what the constants of one enumeration add to its name. A value that is a word names itself; a number or
// sign is named by its label, where that is understood and no other value could be called so; else it is spelled out. So no
// edit of one label changes what the name of another value stands for.
func (p *planner) constantWords(kind templates.Kind, values []*ir.EnumValue) []string {
	own := make([]string, len(values))
	taken := make(map[string]bool)
	for i, v := range values {
		own[i] = p.valueWord(kind, v.Value.Value)
		taken[own[i]] = true
	}
	labels := p.labelWords(kind, values, taken)
	distinguish(own, values, taken)
	for i, label := range labels {
		if label != "" {
			own[i] = label
		}
	}
	return own
}

// distinguish numbers values whose names differ in case or signs alone (a, A), in the order of their bytes.
func distinguish(words []string, values []*ir.EnumValue, taken map[string]bool) {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return strings.Compare(values[i].Value.Value, values[j].Value.Value) })
	given := make(map[string]bool)
	numbered := make(map[string]int)
	for _, i := range order {
		word := words[i]
		for given[words[i]] || words[i] != word && taken[words[i]] {
			numbered[word] = max(numbered[word], 1) + 1
			words[i] = numberedWord(word, numbered[word])
		}
		given[words[i]] = true
	}
}

// numberedWord keeps the number apart from digits that the word ends in.
func numberedWord(word string, n int) string {
	if last := word[len(word)-1]; last >= '0' && last <= '9' {
		word += "V"
	}
	return word + strconv.Itoa(n)
}

// maxLabelWords is how many words of a label make a name; a longer one is a sentence.
const maxLabelWords = 4

// labelWords are names made of the labels of numbers and signs, "" for labels that make none.
func (p *planner) labelWords(kind templates.Kind, values []*ir.EnumValue, taken map[string]bool) []string {
	out := make([]string, len(values))
	count := make(map[string]int)
	for i, v := range values {
		if kind == templates.Text && hasLetter(v.Value.Value) {
			continue
		}
		words, whole := p.namer.Label(headOf(v.Label.Value))
		if !whole || len(words) > maxLabelWords || !startsWithLetter(words[0]) {
			continue
		}
		out[i] = p.namer.Exported(strings.Join(words, " "))
		count[out[i]]++
	}
	for i, word := range out {
		if count[word] > 1 || taken[word] {
			out[i] = ""
		}
	}
	return out
}

// headOf is a label without what explains it: 待支付，等待用户付款 is 待支付.
func headOf(label string) string {
	if end := strings.IndexAny(label, "，,；;。：:"); end > 0 {
		return label[:end]
	}
	return label
}

// valueWord is the name that a value makes by itself.
func (p *planner) valueWord(kind templates.Kind, value string) string {
	if kind == templates.Integer || !hasLetter(value) {
		return spelled(value)
	}
	words := p.namer.Words(value)
	if len(words) == 0 {
		return spelled(value)
	}
	name := p.namer.Exported(value)
	if !startsWithLetter(words[0]) {
		return name[1:] // without the letter that lets it start with a digit
	}
	return name
}

func startsWithLetter(word string) bool {
	return word != "" && (word[0]|0x20 >= 'a' && word[0]|0x20 <= 'z')
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// signNames are what signs are called in the name of a constant.
var signNames = [utf8.RuneSelf]string{
	'-': "Minus", '+': "Plus", '.': "Dot", '*': "Star", '/': "Slash", '%': "Percent", '=': "Equal", '<': "Less", '>': "Greater",
	'!': "Not", '&': "And", '|': "Or", '#': "Hash", ',': "Comma", ':': "Colon", '~': "To",
}

// maxSpelled is how many signs of a value are spelled out.
const maxSpelled = 32

// spelled is a number or a sign as part of a name: -1 is Minus1, 1.0 is 1Dot0.
func spelled(value string) string {
	var b strings.Builder
	n := 0
	for _, r := range value {
		if n++; n > maxSpelled {
			break
		}
		switch {
		case r == '_', r == ' ': // between words, which need no name for it
		case r >= '0' && r <= '9', r < utf8.RuneSelf && unicode.IsLetter(r):
			b.WriteRune(r)
		case r < utf8.RuneSelf && signNames[r] != "":
			b.WriteString(signNames[r])
		default:
			fmt.Fprintf(&b, "U%X", r)
		}
	}
	if b.Len() == 0 {
		return "Empty"
	}
	return b.String()
}
