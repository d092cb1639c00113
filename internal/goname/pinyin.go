package goname

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// pinyinTable has two letters for each character from firstHan to lastHan, charactersOfLine of them in a line: the number of its
// syllable, to the base of 26, or ".." for none. After them stand the syllables, without tones, in columns of syllableWidth. It is
// written by the test that compares it with go-pinyin; that library builds its own table at the start of every process, which costs
// more than reading a page.
//
//go:embed pinyin.txt
var pinyinTable string

const (
	// The table covers the Unified Ideographs and their extension A.
	firstHan = 0x3400
	lastHan  = 0x9fff

	charactersOfLine = 64
	syllablesStart   = (lastHan + 1 - firstHan) / charactersOfLine * (2*charactersOfLine + 1)
	syllableWidth    = 6
)

// pinyinOf is the syllable of a Chinese character without its tone, "" for every other character.
func pinyinOf(r rune) string {
	if r < firstHan || r > lastHan {
		return ""
	}
	i := int(r - firstHan)
	at := 2*i + i/charactersOfLine // each line has its end
	if pinyinTable[at] == '.' {
		return ""
	}
	number := int(pinyinTable[at]-'a')*26 + int(pinyinTable[at+1]-'a')
	syllable := pinyinTable[syllablesStart+number*syllableWidth:]
	return strings.TrimRight(syllable[:syllableWidth], " \n")
}

// phraseTable has a line for each phrase in which a character is read otherwise than alone: 银行 is yin hang.
//
//go:embed phrases.txt
var phraseTable table

// syllablesOf reads a run of Chinese aloud, the longest phrase first.
func syllablesOf(text string) []string {
	var out []string
	for text != "" {
		phrase, reading := "", ""
		for p, r := range phraseTable.begin(text) {
			phrase, reading = p, r
		}
		if phrase != "" {
			out = append(out, strings.Fields(reading)...)
			text = text[len(phrase):]
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		out = append(out, pinyinOf(r))
		text = text[size:]
	}
	return out
}
