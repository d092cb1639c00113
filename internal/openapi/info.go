package openapi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wenma/wenma/ir"
)

// info is the API's title and version, which OpenAPI demands whether or not the page has them.
func info(doc *ir.Document) *object {
	return new(object).
		setText("title", titleOf(doc)).
		setText("version", versionOf(doc))
}

func titleOf(doc *ir.Document) string {
	names := []string{doc.Title.Value, doc.Group.Value}
	switch endpoints := doc.Endpoints; len(endpoints) {
	case 0:
	case 1:
		names = append(names, summaryOf(endpoints[0]))
	default:
		names = append(names, endpoints[0].Title.Value, endpoints[0].Name.Value)
	}
	return cmp.Or(append(names, "API")...)
}

// versionOf is the version of the newest revision. A page with one endpoint has its history there. Histories are written
// from either end, so that the newest is found by its date, then by its number.
func versionOf(doc *ir.Document) string {
	revisions := doc.History
	if len(revisions) == 0 && len(doc.Endpoints) == 1 {
		revisions = doc.Endpoints[0].History
	}
	var newest *ir.Revision
	for _, r := range revisions {
		if !r.Version.Empty() && (newest == nil || newer(r, newest)) {
			newest = r
		}
	}
	if newest == nil {
		return "0"
	}
	return newest.Version.Value
}

func newer(a, b *ir.Revision) bool {
	byDate := slices.Compare(numbers(a.Date.Value), numbers(b.Date.Value))
	return cmp.Or(byDate, slices.Compare(numbers(a.Version.Value), numbers(b.Version.Value))) > 0
}

// numbers are the numbers that stand in a text: "V2.10" -> 2 10. A compact date is taken apart: "20151216" -> 2015 12 16.
func numbers(s string) []int {
	var out []int
	for _, digits := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(digits) == 8 && digits >= "19000101" && digits <= "21001231" {
			out = append(out, atoi(digits[:4]), atoi(digits[4:6]), atoi(digits[6:]))
			continue
		}
		out = append(out, atoi(digits))
	}
	return out
}

func atoi(digits string) int {
	n, _ := strconv.Atoi(digits) // out of range gives the largest, which is what a comparison wants
	return n
}
