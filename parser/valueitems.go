package parser

import (
	"strings"

	"github.com/wenma/wenma/internal/lexicon"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/block"
	"github.com/wenma/wenma/source"
)

var valueItemsWhy = source.Message{ZH: "取值列在这几项里", EN: "the values are listed in these items"}

// valueItems reads a list of bullets whose items are values, each with what it means, below a title that names what they are of:
//
//	订单状态：
//	- 1：待付款
//	- 2：已付款
//
// Names with something behind them are mostly fields or steps; they are values below a title that says so.
func (sc *scan) valueItems(i int, c *cue) bool {
	if !bullet(c) || i > 0 && bullet(sc.p.cues[i-1]) {
		return false
	}
	title := sc.r.valueTitle(sc.p, i)
	if !title.named() || lexicon.FailureTitle(title.title.Value) {
		return false
	}
	list := &valueList{listName: title, items: true, owner: sc.d, own: !sc.outside, sure: title.saysValues(), open: lexicon.Partial(title.title.Value)}
	end := i
	for ; end < len(sc.p.cues) && bullet(sc.p.cues[end]); end++ {
		if !list.addItem(sc.p.cues[end]) {
			return false
		}
	}
	if !list.distinct() || len(list.values) < 2 || len(list.values) > maxValues || list.failures() || !list.sure && !list.integers() {
		return false
	}
	sc.r.lists.add(sc.p, i, []*valueList{list})
	sc.lineSet = end
	return true
}

// bullet reports an item of a list that does not count its items.
func bullet(c *cue) bool { return c.Kind == block.Text && len(c.Marker) == 1 }

// addItem takes one item: a value, a sign or a blank, and what it means.
func (l *valueList) addItem(c *cue) bool {
	text := whole(c.text)
	if lexicon.Continuation(text.Value) || strings.Trim(text.Value, ".…") == "" {
		l.open = true
		return true
	}
	end := strings.IndexAny(text.Value, ":：=— \t")
	if end < 0 {
		end = strings.IndexByte(text.Value[min(1, len(text.Value)):], '-') + 1 // not of -1
	}
	if end <= 0 {
		return false
	}
	value, label := unquoted(trimText(textIn(text, 0, end), " ")), trimText(textIn(text, end, len(text.Value)), " \t:：=—-；;。，,")
	if !valueToken(value.Value) || label.Empty() || len(label.Value) > maxLabel || strings.ContainsAny(label.Value, "\n") {
		return false
	}
	l.values = append(l.values, ir.EnumValue{Value: value, Label: label})
	l.rows = append(l.rows, c.Span.Trim())
	return true
}
