package source

import "strings"

// Masked gives the file with stars for the bytes of these texts, wherever they stand: a span means the same place in both.
// Line ends stay. Texts of fewer than 4 bytes are left alone; they stand everywhere.
func (f *File) Masked(texts []string) *File {
	var pairs []string
	for _, t := range texts {
		if len(t) >= 4 {
			pairs = append(pairs, t, stars(t))
		}
	}
	if len(pairs) == 0 {
		return f
	}
	return &File{Path: f.Path, Text: strings.NewReplacer(pairs...).Replace(f.Text), lines: f.lines}
}

// stars has a star for each byte of a text, line ends aside.
func stars(text string) string {
	hidden := []byte(text)
	for i, c := range hidden {
		if c != '\n' {
			hidden[i] = '*'
		}
	}
	return string(hidden)
}
