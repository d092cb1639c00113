package config

import (
	"maps"
	"slices"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/internal/nearest"
	"github.com/wenma/wenma/source"
)

// Words is the lexicon with the project's own words; nil, for the built-in one, where it has none. A word that has no
// letter, or whose meaning is no word that is known, is reported and left out.
func (c *Config) Words() (lex *lexicon.Lexicon, diags source.Diagnostics) {
	tables := []struct {
		key   string
		of    lexicon.Vocabulary
		words map[string]string
	}{
		{"types", lexicon.Types, c.Lexicon.Types}, {"columns", lexicon.Columns, c.Lexicon.Columns},
		{"sections", lexicon.Sections, c.Lexicon.Sections}, {"presence", lexicon.Presences, c.Lexicon.Presence},
	}
	var own *lexicon.Lexicon
	for _, t := range tables {
		for _, word := range slices.Sorted(maps.Keys(t.words)) {
			if own == nil {
				own = lexicon.Default().Extend()
			}
			switch means := t.words[word]; {
			case lexicon.Fold(word) == "":
				diags.Add(emptyWord.At(c.Positions.Key("lexicon", t.key, word), word))
			case own.Add(t.of, word, means):
				lex = own
			default:
				diags.Add(unknownMeaning(c.Positions.Value("lexicon", t.key, word), means, lexicon.Default().Words(t.of)))
			}
		}
	}
	diags.Sort()
	return lex, diags
}

func unknownMeaning(at source.Span, means string, known []string) *source.Diagnostic {
	slices.Sort(known)
	if near := nearest.Of(means, known); near != "" && near != means {
		return misspeltWord.At(at, means, near).Replace(at, near)
	}
	return unknownWord.At(at, means)
}
