package apidiff

import (
	"slices"
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{historyNotUpdated}

var historyNotUpdated = &source.Rule{
	Code: "history-not-updated", Severity: source.Warning,
	Message: source.Message{ZH: "接口变了（%d 处），版本历史没有新的一行", EN: "the API changed (changes: %d) and the history has no new row"},
	Help:    source.Message{ZH: "在版本历史里写上这次改了什么", EN: "add a row to the history that says what changed"},
	Why: source.Message{
		ZH: "维护版本历史的页面，读者靠它知道改了什么；漏记的一行就是没有人知道的改动。",
		EN: "Readers of a page that keeps a history rely on it; a row left out is a change that nobody knows of.",
	},
	Before: "## 查询\n\nGET /x\n\n返回参数：\n\n|字段|类型|\n|--|--|\n|a|int|\n\n## 版本历史\n\n|版本|说明|\n|--|--|\n|1|初版|",
	After:  "## 查询\n\nGET /x\n\n返回参数：\n\n|字段|类型|\n|--|--|\n|a|int|\n\n## 版本历史\n\n|版本|说明|\n|--|--|\n|1|初版|\n|2|增加 a|",
}

// Unrecorded reports the pages that changed though their history has no row that it did not have before. A change belongs to the
// page where it stands; what is gone, to that of its endpoint, or, with the endpoint gone, to the page that is called as that was.
func Unrecorded(from, to *ir.Document, changes []*Change) source.Diagnostics {
	known, histories := historiesOf(from), historiesOf(to)
	changed := map[string]int{}
	for _, e := range editsOf(changes) {
		changed[pageOf(&e.Change, histories)]++
	}
	var found source.Diagnostics
	for page, rows := range histories {
		before := known[counterpart(page, known)]
		if len(known) == 1 && len(histories) == 1 { // the one page that has a history, by whatever name
			for _, before = range known {
			}
		}
		if n := changed[page]; n > 0 && len(before) > 0 && !slices.ContainsFunc(rows, func(r *ir.Revision) bool { return !recorded(before, r) }) {
			found.Add(historyNotUpdated.At(rows[len(rows)-1].Span, n))
		}
	}
	found.Sort()
	return found
}

// pageOf is the page where a change is to be recorded.
func pageOf(c *Change, histories map[string][]*ir.Revision) string {
	switch {
	case c.New.Known():
		return c.New.File.Path
	case !c.Page.Known():
		return ""
	case c.Kind == OperationRemoved:
		return counterpart(c.Page.File.Path, histories)
	}
	return c.Page.File.Path
}

// counterpart is the page of the other state that is this one: of the same path, or else of the same name in the directories that
// are most alike. It is "" where there is none.
func counterpart(page string, pages map[string][]*ir.Revision) string {
	if pages[page] != nil {
		return page
	}
	best, length := "", 0
	for other := range pages {
		switch n := sharedEnd(page, other); {
		case n > length:
			best, length = other, n
		case n == length:
			best = "" // two that are as near
		}
	}
	return best
}

// sharedEnd counts the elements at the end of two paths that are the same.
func sharedEnd(a, b string) int {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < min(len(x), len(y)) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	return n
}

// recorded reports whether a history has the row.
func recorded(rows []*ir.Revision, r *ir.Revision) bool {
	return slices.ContainsFunc(rows, func(o *ir.Revision) bool {
		return o.Version.Value == r.Version.Value && o.Date.Value == r.Date.Value && o.Doc.Value == r.Doc.Value
	})
}

// historiesOf are the rows of each page's history.
func historiesOf(doc *ir.Document) map[string][]*ir.Revision {
	out := map[string][]*ir.Revision{}
	add := func(rows []*ir.Revision) {
		for _, r := range rows {
			if r.Span.Known() {
				out[r.Span.File.Path] = append(out[r.Span.File.Path], r)
			}
		}
	}
	add(doc.History)
	for _, e := range doc.Endpoints {
		add(e.History)
	}
	return out
}
