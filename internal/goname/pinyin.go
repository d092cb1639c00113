package goname

import (
	_ "embed"
	"strings"
	"sync"
)

// pinyinTable has a line for each syllable: the syllable without its tone, a blank, and the characters that are read so. It
// is written by the test that compares it with go-pinyin; that library builds its own table at the start of every
// process, which costs more than reading a page.
//
//go:embed pinyin.txt
var pinyinTable string

// syllables is the table by character, made when the first Chinese name is met.
var syllables = sync.OnceValue(func() map[rune]string {
	out := make(map[rune]string, 22000)
	for line := range strings.Lines(pinyinTable) {
		syllable, characters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, c := range characters {
			out[c] = syllable
		}
	}
	return out
})

// phraseTable has a line for each phrase in which a character is read otherwise than alone: 银行 is yin hang.
//
//go:embed phrases.txt
var phraseTable string

// phrases has the syllables of each phrase, read when the first Chinese name is read aloud.
var phrases = sync.OnceValue(func() map[string][]string {
	out := make(map[string][]string, 1024)
	for line := range strings.Lines(phraseTable) {
		phrase, reading, _ := strings.Cut(line, " ")
		out[phrase] = strings.Fields(reading)
	}
	return out
})

// maxPhrase is how many characters the longest phrase has.
const maxPhrase = 4

// syllablesOf reads a run of Chinese aloud, the longest phrase first.
func syllablesOf(text string) []string {
	var out []string
	for run := []rune(text); len(run) > 0; {
		take := min(maxPhrase, len(run))
		for ; take > 1; take-- {
			if reading, ok := phrases()[string(run[:take])]; ok {
				out = append(out, reading...)
				break
			}
		}
		if take == 1 {
			out = append(out, pinyinOf(run[0]))
		}
		run = run[take:]
	}
	return out
}

// pinyinOf is the syllable of a Chinese character without its tone, "" for every other character.
func pinyinOf(r rune) string {
	if r < firstHan || r > lastHan {
		return ""
	}
	return syllables()[r]
}

// The table covers the Unified Ideographs and their extension A.
const (
	firstHan = 0x3400
	lastHan  = 0x9fff
)
