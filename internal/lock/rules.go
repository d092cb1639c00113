package lock

import "github.com/wenma/wenma/source"

// Rules are the diagnostics of this package.
var Rules = []*source.Rule{conflict, newer, noVersion, badLine}

const sample = "version 1\nname type User User\n"

var conflict = &source.Rule{
	Code: "lock-conflict", Severity: source.Error,
	Message: source.Message{ZH: "合并冲突还没有解决", EN: "a merge conflict is not resolved"},
	Help:    source.Message{ZH: "两边的 name 行都保留，其余任取一边，再运行 wenma gen", EN: "keep the name lines of both sides and either side's other lines, then run wenma gen"},
	Why:     source.Message{ZH: "锁文件里记着已经给出的名字；猜错一边会改掉别人在用的名字。", EN: "The lock holds the names that were given; the wrong side would change names that are in use."},
	Before:  "version 1\n<<<<<<< HEAD\nname type User User\n=======\n>>>>>>> x\n", After: sample,
}

var newer = &source.Rule{
	Code: "lock-newer", Severity: source.Error,
	Message: source.Message{ZH: "锁文件的格式是第 %d 版，这个 wenma 只认到第 %d 版", EN: "the lock has format %d, this wenma knows formats up to %d"},
	Help:    source.Message{ZH: "升级 wenma", EN: "upgrade wenma"},
	Why:     source.Message{ZH: "不认识的格式里可能有不能丢的内容。", EN: "A format that is not known may hold what must not be lost."},
	Before:  "version 99\n", After: sample,
}

var noVersion = &source.Rule{
	Code: "lock-unreadable", Severity: source.Error,
	Message: source.Message{ZH: "这不是 wenma 的锁文件：没有 version 一行", EN: "this is no lock of wenma's: it has no version line"},
	Help:    source.Message{ZH: "从版本库恢复它；没有就删掉，重新生成时名字会重新选定", EN: "restore it from version control; failing that delete it: names will be chosen anew"},
	Why:     source.Message{ZH: "没有锁文件，名字可能与上次不同。", EN: "Without the lock names may differ from the last run's."},
	Before:  "name type User User\n", After: sample,
}

var badLine = &source.Rule{
	Code: "lock-bad-line", Severity: source.Error,
	Message: source.Message{ZH: "锁文件的这一行读不懂", EN: "this line of the lock cannot be read"},
	Help:    source.Message{ZH: "从版本库恢复这一行，或整个文件", EN: "restore the line, or the file, from version control"},
	Why:     source.Message{ZH: "跳过读不懂的行会丢掉它记的事。", EN: "Passing over the line would lose what it holds."},
	Before:  "version 1\nname type User\n", After: sample,
}
