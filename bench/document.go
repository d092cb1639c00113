package main

import (
	"errors"
	"os"
	"strings"
)

// document is where the tables are kept, under their heading.
const (
	document = "../docs/PERFORMANCE.md"
	heading  = "## Against the peers\n"
)

// tablesBegin stands in the document between what is written by hand and what a run writes.
const tablesBegin = "<!-- bench: what follows is written by go run . -update -->\n"

// putIntoDocument replaces the tables in the document: all from the mark to the next heading.
func putIntoDocument(tables string) error {
	text, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(text), tablesBegin)
	if !ok || !strings.Contains(before, heading) {
		return errors.New(document + " has no section for the tables")
	}
	after := ""
	if i := strings.Index(rest, "\n## "); i >= 0 {
		after = rest[i:]
	}
	return os.WriteFile(document, []byte(before+tablesBegin+"\n"+strings.TrimRight(tables, "\n")+"\n"+after), 0o666)
}
