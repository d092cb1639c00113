package generator

import "testing"

func TestWordList(t *testing.T) {
	const list wordList = " get list "
	for word, want := range map[string]bool{"get": true, "list": true, "": false, "ge": false, "et": false, "get list": false, " ": false} {
		if list.has(word) != want {
			t.Errorf("%q is on the list: %v", word, !want)
		}
	}
	for _, list := range []wordList{verbs, generic, lookups, pathSuffixes, generalWords, generalTerms, selectorNames, transportHeaders} {
		if list[0] != ' ' || list[len(list)-1] != ' ' {
			t.Errorf("the first or the last word of %q is not found", list)
		}
	}
}
