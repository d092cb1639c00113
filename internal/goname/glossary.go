package goname

import (
	_ "embed"
	"iter"
	"strings"
	"unicode/utf8"
)

// glossaryTable has a line for each Chinese word of API pages: the word, a blank, and the English words for it; "-" for a word
// that adds nothing to a name (接口, 的). After a slash stands what a thing is called that it was done to: 禁用 is Disable, and
// as the label of a value Disabled.
//
//go:embed glossary.txt
var glossaryTable table

// meaning is what a Chinese word is in a name: English words with blanks between them.
type meaning struct {
	words string // "" for a word that adds nothing
	state string // the words for the label of a value, where they are others
	own   bool   // the project's
}

// read makes a meaning of what the table says.
func read(says string) *meaning {
	words, state, _ := strings.Cut(says, afterwards)
	if words == nothing {
		words = ""
	}
	return &meaning{words: words, state: state}
}

const (
	nothing    = "-"   // stands for no words
	afterwards = " / " // stands before what a thing is called that something was done to
)

// participles are characters before a word for what can be done that tell whether it was: 已禁用 and 未禁用 follow from 禁用.
var participles = [...]struct{ before, words string }{{"已", ""}, {"被", ""}, {"未", "Not "}}

// builtin is what the table says of a word, or what follows from it.
func builtin(word string) *meaning {
	if says, ok := glossaryTable.find(word); ok {
		return read(says)
	}
	for _, p := range participles {
		if done, ok := strings.CutPrefix(word, p.before); ok {
			if says, _ := glossaryTable.find(done); strings.Contains(says, afterwards) {
				return &meaning{words: p.words + read(says).state}
			}
		}
	}
	return nil
}

// builtinLengths are the lengths of the words that a text begins with and that have a meaning in the built-in glossary.
func builtinLengths(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for word := range glossaryTable.begin(text) {
			if !yield(len(word)) {
				return
			}
		}
		for _, p := range participles {
			done, ok := strings.CutPrefix(text, p.before)
			if !ok {
				continue
			}
			for word, says := range glossaryTable.begin(done) {
				if strings.Contains(says, afterwards) && !yield(len(p.before)+len(word)) {
					return
				}
			}
		}
	}
}

// glossary is a project's own.
type glossary struct {
	words   map[string]*meaning
	longest int // bytes of a word
}

func (g *glossary) add(word string, m *meaning) {
	g.words[word] = m
	g.longest = max(g.longest, len(word))
}

// lengths are the lengths of the words that a text begins with.
func (g *glossary) lengths(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := min(g.longest, len(text)); n > 0; n-- {
			if g.words[text[:n]] != nil && !yield(n) {
				return
			}
		}
	}
}

const (
	// particles are the words of one character that may stand beside another such word: 不大 is Not Large. Any other two are
	// a word that the glossary does not have: 大人 is no Large Person.
	particles = "不未待可非和与或及"
	// alone are characters that mean what the glossary says only when nothing stands beside them: 中 is Medium, and 列表中 is
	// in the list.
	alone = "上下中前后多空分是否无"
)

// term is a word of a Chinese text: what it means, or its syllables.
type term struct {
	text  string
	means *meaning // nil for what is read aloud
	words []string
}

func (t *term) aloud() bool { return t.means == nil }

// single tells words of one character that say something; the project's own are not in doubt.
func (t *term) single() bool {
	return t.means != nil && !t.means.own && t.means.words != "" && utf8.RuneCountInString(t.text) == 1
}

// What a split costs: a character that no word covers outweighs all else, a byte of the project's own words outweighs any
// number of words, and a word outweighs any number of words of one character. A run is at most maxText bytes long.
const (
	leftOver = maxText * ownByte
	ownByte  = maxText * oneWord
	oneWord  = maxText
	oneRune  = 1
)

// terms splits a run of Chinese into words of the glossary, so that as few characters as may be are left over, as many as may
// be are the project's own words, there are few words, and few of them have one character (专业+版本, and not 专业版+本); of
// equals, the longer word comes first. What is left over is read aloud.
func (n *Namer) terms(run string) []term {
	var split []term
	best := n.best(run)
	for i := 0; i < len(run); i += best[i].take {
		t := term{text: run[i : i+best[i].take]}
		if best[i].known {
			t.means = n.meaning(t.text)
			t.words = strings.Fields(t.means.words)
		}
		split = append(split, t)
	}
	strays(split)
	return readAloud(split)
}

// step is how the best split of a run goes on at a byte.
type step struct {
	cost, take int
	known      bool // as a word
}

// better prefers what costs less, and of equals the longer word.
func (s step) better(than step) bool {
	return s.cost < than.cost || s.cost == than.cost && than.known && s.take > than.take
}

func (n *Namer) best(run string) []step {
	best := make([]step, len(run)+1)
	for i := len(run); i > 0; {
		_, size := utf8.DecodeLastRuneInString(run[:i])
		i -= size
		b := step{cost: best[i+size].cost + leftOver + oneWord, take: size}
		consider := func(take, more int) {
			s := step{best[i+take].cost + oneWord + more, take, true}
			if take == size {
				s.cost += oneRune
			}
			if s.better(b) {
				b = s
			}
		}
		if n != nil {
			for take := range n.own.lengths(run[i:]) {
				consider(take, -ownByte*take)
			}
		}
		for take := range builtinLengths(run[i:]) {
			consider(take, 0)
		}
		best[i] = b
	}
	return best
}

// strays takes words of one character for a part of an unknown word where they stand beside one, or beside each other.
func strays(split []term) {
	for i := range split {
		if t := &split[i]; t.single() && len(split) > 1 && strings.Contains(alone, t.text) {
			t.means = nil
		}
	}
	for i := 1; i < len(split); i++ {
		a, b := &split[i-1], &split[i]
		if a.single() && b.single() && !strings.Contains(particles, a.text) && !strings.Contains(particles, b.text) {
			a.means, b.means = nil, nil
		}
	}
	for i := 1; i < len(split); i++ {
		if split[i-1].aloud() && split[i].single() {
			split[i].means = nil
		}
	}
	for i := len(split) - 1; i > 0; i-- {
		if split[i].aloud() && split[i-1].single() {
			split[i-1].means = nil
		}
	}
}

// readAloud makes one term of what is left over in a row, and gives it its syllables.
func readAloud(split []term) []term {
	joined := split[:0]
	for _, t := range split {
		if last := len(joined) - 1; t.aloud() && last >= 0 && joined[last].aloud() {
			joined[last].text += t.text
			continue
		}
		joined = append(joined, t)
	}
	for i := range joined {
		if joined[i].aloud() {
			joined[i].words = syllablesOf(joined[i].text)
		}
	}
	return joined
}
