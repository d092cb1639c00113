package main

import (
	"fmt"
	"strings"

	"github.com/wenma/wenma/source"
)

// summaryOf says in one line what was written where.
func summaryOf(steps []step, where string, endpoints int) source.Message {
	var counts [orphan + 1]int
	files := 0
	for _, s := range steps {
		counts[s.change]++
		if s.change != remove && s.change != orphan && s.change != missing {
			files++
		}
	}
	var zh, en []string
	for _, part := range []struct {
		change
		zh, en string
	}{{create, "新建", "created"}, {update, "更新", "updated"}, {unchanged, "未变", "unchanged"}, {kept, "保留", "kept"}, {taken, "由你维护", "yours"}, {remove, "删除", "removed"}, {orphan, "不再产生", "no longer made"}} {
		if n := counts[part.change]; n > 0 {
			zh = append(zh, fmt.Sprintf("%s %d", part.zh, n))
			en = append(en, fmt.Sprintf("%d %s", n, part.en))
		}
	}
	return message(
		"wenma: %s：%s（%s）", "wenma: %s: %s (%s)", where,
		source.Message{
			ZH: fmt.Sprintf("%d 个接口，%d 个文件", endpoints, files),
			EN: plural(endpoints, "endpoint", "endpoints") + ", " + plural(files, "file", "files"),
		},
		source.Message{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")},
	)
}
