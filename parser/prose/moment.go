package prose

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// mineLayout reads a date's layout, and the format that it makes.
func (r *reader) mineLayout() {
	for _, t := range r.tokens {
		if t.kind == mark && t.mark != '%' || t.kind == han || r.listed.has(t.start) {
			continue
		}
		at := t.start
		if t.kind == quoted {
			at += len(r.s[at:t.end]) - len(strings.TrimLeft(r.s[at:t.end], "\"'`“‘”"))
		}
		end, format := layoutAt(r.s, at)
		if end == 0 {
			continue
		}
		if again := strings.Index(r.s[end:], r.s[at:end]); again > 0 && again <= len(" 至 ") {
			return // one moment up to another, in one text
		}
		layout := r.piece(stretch{at, end})
		r.rules.Layout = &layout
		if format != "" {
			r.setFormat(format, stretch{at, end})
		}
		return
	}
	r.mineShape()
}

// goLayouts are layouts that show Go's reference time.
var goLayouts = []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z", "2006-01-02 15:04:05", "2006-01-02"}

// layoutAt reads a layout in letters: its end and what it is a layout of; 0 for none.
func layoutAt(s string, at int) (int, string) {
	if w, ok := startsWithAny(s[at:], goLayouts); ok {
		if w == "2006-01-02" {
			return at + len(w), "date"
		}
		return at + len(w), "date-time"
	}
	seen := map[byte]int{}
	end, i := 0, at
	for i < len(s) {
		n := layoutPart(s, i, seen)
		if n == 0 {
			break
		}
		if isAlpha(s[i]) || n > 1 || s[i] == '\'' {
			end = i + n
		}
		i += n
	}
	if end == 0 || end < len(s) && (isAlnum(s[end]) || s[end] == '_') {
		return 0, ""
	}
	return judgeLayout(s[at:end], end, seen)
}

// layoutPart is the length of the part of a layout at an offset: a letter, a sign between, 年月日.
func layoutPart(s string, i int, seen map[byte]int) int {
	switch c := s[i]; {
	case strings.IndexByte("yMdHhmsSTZYD", c) >= 0:
		if c == 'T' && i+1 < len(s) && strings.IndexByte("Hh'", s[i+1]) < 0 {
			return 0
		}
		seen[c]++
		return 1
	case c == '%' && i+1 < len(s) && strings.IndexByte("YymdHMSi", s[i+1]) >= 0:
		seen[map[byte]byte{'Y': 'y', 'm': 'M', 'd': 'd', 'H': 'H', 'M': 'm', 'i': 'm', 'S': 's', 'y': 'y'}[s[i+1]]] += 2
		return 2
	case i > 0 && strings.IndexByte("-/:. _'+", c) >= 0:
		return 1
	}
	if w, ok := startsWithAny(s[i:], []string{"年", "月", "日", "时", "分", "秒"}); ok {
		return len(w)
	}
	return 0
}

// judgeLayout says what a layout with these letters lays out.
func judgeLayout(text string, end int, seen map[byte]int) (int, string) {
	years := seen['y'] + seen['Y']
	hours := seen['H'] + seen['h']
	date := years == 2 || years == 4
	days := seen['d'] + seen['D']
	months := seen['M']
	if months == 0 {
		months = seen['m']
	}
	switch {
	case date && months >= 2 && days >= 2 && hours >= 1:
		return end, "date-time"
	case date && months >= 1 && days >= 1:
		return end, "date"
	case date && months == 2 && len(text) >= 6:
		return end, ""
	case years == 0 && hours == 2 && seen['m']+seen['M'] == 2 && days == 0 && strings.Contains(text, ":"):
		return end, "time"
	}
	return 0, ""
}

// mineShape reads a literal form: `HOST:PORT`的格式, 格式：market.$symbol.detail.
func (r *reader) mineShape() {
	if r.kind != ir.String && r.kind != ir.Any {
		return
	}
	for _, c := range r.clauses {
		if text := r.clauseText(c); strings.Contains(text, ".$") && !strings.ContainsAny(text, blanks) && !hasHan(text) {
			r.setLayout(c.stretch)
			return
		}
	}
	i := strings.Index(r.s, "格式")
	if i < 0 || r.listed.has(i) {
		return
	}
	if before := r.s[:i]; strings.HasSuffix(before, "的") {
		p := latinBefore(r.s, i-len("的"))
		if text := r.s[p.start:p.end]; strings.ContainsAny(text, ":/{$") && len(text) > 4 {
			r.setLayout(p)
		}
		return
	}
	c := cursor{r.s, i + len("格式")}
	links := c.at
	c.skip([]string{"：", ":", "为"})
	if c.at == links {
		return
	}
	p := latinAfter(r.s, c.at)
	text := r.s[p.start:p.end]
	if !strings.ContainsAny(text, "${<") && !strings.Contains(text, "://") || strings.HasPrefix(text, "{") {
		return
	}
	r.setLayout(p)
	if strings.Contains(text, "://") {
		r.setFormat("url", p)
	}
}

func (r *reader) setLayout(p stretch) {
	layout := r.piece(p)
	r.rules.Layout = &layout
}

func latinBefore(s string, end int) stretch {
	end = len(strings.TrimRight(s[:end], "`\"' "))
	start := end
	for start > 0 && s[start-1] > ' ' && s[start-1] < 0x7f && !strings.ContainsRune("`\"',", rune(s[start-1])) {
		start--
	}
	return stretch{start, end}
}

func latinAfter(s string, start int) stretch {
	start += len(s[start:]) - len(strings.TrimLeft(s[start:], "`\"' "))
	end := start
	for end < len(s) && s[end] > ' ' && s[end] < 0x7f && !strings.ContainsRune("`\"',;", rune(s[end])) {
		end++
	}
	return stretch{start, end}
}

var (
	// stampWords name a number that counts from 1970.
	stampWords = []string{"时间戳", "timestamp", "Timestamp", "unix时间", "Unix时间"}
	// momentWords end the name of a moment; durationWords are about a span of time.
	momentWords   = []string{"时间", "时间点", "时刻", "时间戳", "日期"}
	durationWords = []string{"有效", "时长", "过期", "超时", "间隔", "耗时", "持续", "剩余", "等待", "延迟", "周期", "保留", "播放", "缓存", "冷却", "用时", "运行时间", "多长", "响应时间", "倒计时", "停留", "预计", "所需", "总时间", "录制", "处理时间", "失效", "到期"}
)

// mineStamp reads seconds and milliseconds since 1970: 13位时间戳, 创建时间（毫秒）.
func (r *reader) mineStamp() {
	if r.rules.Enum != nil {
		return
	}
	text := r.s
	for _, w := range stampWords {
		if i := strings.Index(text, w); i >= 0 && !r.listed.has(i) {
			if format := stampFormat(text); format != "" {
				r.setFormat(format, stretch{i, i + len(w)})
			}
			return
		}
	}
	if r.rules.Unit == nil || r.kind == ir.ArrayKind {
		return
	}
	format := map[string]string{"毫秒": "unix-millis", "ms": "unix-millis", "秒": "unix-seconds"}[r.rules.Unit.Value]
	head, c := r.headText()
	if p, ok := r.behindMoment(c); ok {
		head = r.s[c.start:p.start]
	}
	if _, ok := endsWithAny(strings.Trim(head, blanks), momentWords); ok && format != "" && !containsAny(head, durationWords) {
		r.setFormat(format, c.stretch)
	}
}

func stampFormat(text string) string {
	millis := containsAny(text, []string{"毫秒", "13位", "13 位", "ms", "十三位"})
	seconds := containsAny(strings.ReplaceAll(text, "毫秒", ""), []string{"秒", "10位", "10 位", "十位"})
	switch {
	case millis == seconds:
		return ""
	case millis:
		return "unix-millis"
	}
	return "unix-seconds"
}
