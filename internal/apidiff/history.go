package apidiff

import (
	"slices"

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

// Unrecorded reports the pages that changed though their history has no row that it did not have before.
func Unrecorded(from, to *ir.Document, changes []*Change) source.Diagnostics {
	changed := map[*source.File]int{}
	for _, c := range changes {
		if c.New.Known() {
			changed[c.New.File]++
		}
	}
	known := map[string]bool{}
	for _, r := range revisions(from) {
		known[r.Version.Value+"\n"+r.Date.Value+"\n"+r.Doc.Value] = true
	}
	last, fresh := map[*source.File]*ir.Revision{}, map[*source.File]bool{}
	for _, r := range revisions(to) {
		if file := r.Span.File; file != nil {
			last[file] = r
			fresh[file] = fresh[file] || !known[r.Version.Value+"\n"+r.Date.Value+"\n"+r.Doc.Value]
		}
	}
	var found source.Diagnostics
	for file, r := range last {
		if n := changed[file]; n > 0 && !fresh[file] {
			found.Add(historyNotUpdated.At(r.Span, n))
		}
	}
	found.Sort()
	return found
}

func revisions(doc *ir.Document) []*ir.Revision {
	out := slices.Clone(doc.History)
	for _, e := range doc.Endpoints {
		out = append(out, e.History...)
	}
	return out
}
