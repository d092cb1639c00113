package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/parser/prose"
)

// choice is a statement of how many of several fields there must be.
type choice struct {
	by          *ir.Field // whose words they are
	fields      []*ir.Field
	least, most bool // at least one; at most one
	// apart says that the words set by against each of the others, and say nothing of these among themselves: 与a、b互斥.
	apart bool
	// together says that all at once is refused, which of more than two leaves open whether some may be there.
	together bool
	of       int // how many fields the words speak of; 0 where they do not say
}

func (c *choice) say(said prose.Choice) {
	c.least = c.least || said.HowMany != ir.AtMostOne
	c.most = c.most || said.HowMany != ir.AtLeastOne
	c.together = c.together || said.Together
	if said.Of > 0 {
		c.of = said.Of
	}
}

// choice notes what f's words say of several fields: "orderId和outTradeNo二选一", "与mobile不能同时为空". Words that name no
// field add to what the others say: "互斥，a和b必须传其中一个".
func (g *group) choice(f *ir.Field) {
	text := f.When.Value
	var named []*choice
	bare := &choice{by: f}
	for _, said := range prose.Choices(text) {
		if underCondition(text, said) {
			return
		}
		c := &choice{by: f}
		if known := g.chosen(c, text, said); !known {
			continue
		}
		if c.fields == nil {
			bare.say(said)
			continue
		}
		c.say(said)
		named = append(named, c)
	}
	if named == nil && (bare.least || bare.most) {
		named = append(named, bare)
	}
	for _, c := range named {
		c.least, c.most = c.least || bare.least, c.most || bare.most
		if mayMiss().MatchString(f.Doc.Value) {
			c.least = false
		}
		if c.least || c.most {
			g.choices = append(g.choices, c)
		}
	}
}

// mayMiss are words that let all of several fields be absent.
var mayMiss = lazily(`非必[填传选须]|选填(?:[^一1其]|$)|可不[填传]|可以不[填传]|[都均]不[填传]|不[填传][^，,。；;]{0,6}默认`)

// The words that make a choice depend on something: before it, and behind it.
var (
	conditionBefore = lazily(`如果|若|当[^前日天月年]|情况|^时|[^同]时(?:[^间长段区刻分效]|$)`)
	conditionBehind = lazily(`^[^，,]*[^同及]时(?:[^间长段区刻分效]|$)|^[，,]?\s*(?:当|仅|如果|若)[^，,。；;]*$|[^，,；;。、\s]必[填传]`)
)

// underCondition reports whether a choice is itself under a condition.
func underCondition(text string, c prose.Choice) bool {
	before, behind := sentenceAround(text, c)
	return conditionBefore().MatchString(before) || conditionBehind().MatchString(behind)
}

// sentenceAround is what a sentence says before the words of a choice, and behind them.
func sentenceAround(text string, c prose.Choice) (before, behind string) {
	before, behind = text[:c.Start], text[c.End:]
	if stop := strings.LastIndexAny(before, stops); stop >= 0 {
		_, n := utf8.DecodeRuneInString(before[stop:])
		before = before[stop+n:]
	}
	if stop := strings.IndexAny(behind, stops); stop >= 0 {
		behind = behind[:stop]
	}
	return before, behind
}

const stops = "。；;\n"

// The words around names in a choice; longer ones come before those that they start with.
var (
	nameSeparators = []string{"、", "，", ",", "/", "|", "以及", "还有", "或者", "和", "与", "及", "或", "跟", "同", "字段", "参数"}
	withWords      = []string{"和", "与", "跟", "同", "及", "或", "或者"}
	choiceFillers  = []string{"字段", "参数", "二者", "两者", "三者", "四者", "两个", "三个", "其中", "之间", "中", "里", "这", "必须", "需要", "需", "要", "单次请求", "功能", "一起", "（", "(", "：", ":", "不能", "不可"}
	quotes         = " \t`'\"“”‘’「」"
)

// chosen finds the fields that a choice is of. It reports false where it is of something that is none.
func (g *group) chosen(c *choice, text string, said prose.Choice) bool {
	before, behind := sentenceAround(text, said)
	run, lead := g.namesAtEnd(before)
	if inside := g.names(text[said.Start:said.End]); len(inside) > 0 { // 不能和a同时传
		run, lead = inside, "和"
	} else if run == nil {
		run, _ = g.namesAtStart(behind)
		lead = ""
	}
	if run == nil {
		return only(before, choiceFillers)
	}
	for _, m := range run {
		if !slices.Contains(c.fields, m.f) {
			c.fields = append(c.fields, m.f)
		}
	}
	with := slices.ContainsFunc(withWords, func(w string) bool { return strings.HasSuffix(strings.TrimRight(lead, quotes), w) })
	if !slices.Contains(c.fields, c.by) && (with || len(c.fields) == 1) {
		c.fields, c.apart = append(c.fields, c.by), true
	}
	return true
}

// naming is where a text names a field.
type naming struct {
	f          *ir.Field
	start, end int
}

// names finds the fields that a text names.
func (g *group) names(text string) []naming {
	var out []naming
	for i := 0; i < len(text); {
		f, n := g.at(text[i:])
		if n == 0 || i > 0 && wordByte(text[i-1]) && wordByte(text[i]) {
			_, n = utf8.DecodeRuneInString(text[i:])
		} else {
			out = append(out, naming{f, i, i + n})
		}
		i += n
	}
	return out
}

// namesAtEnd are the fields named at the end of a text, with only what separates names between them, and the text before those.
func (g *group) namesAtEnd(text string) (run []naming, lead string) {
	all := g.names(text)
	if len(all) == 0 || !only(text[all[len(all)-1].end:], choiceFillers) {
		return nil, text
	}
	first := len(all) - 1
	for first > 0 && only(text[all[first-1].end:all[first].start], nameSeparators) {
		first--
	}
	return all[first:], text[:all[first].start]
}

// namesAtStart are the fields named at the start of a text.
func (g *group) namesAtStart(text string) (run []naming, rest string) {
	all := g.names(text)
	if len(all) == 0 || !only(text[:all[0].start], choiceFillers) {
		return nil, text
	}
	last := 0
	for last+1 < len(all) && only(text[all[last].end:all[last+1].start], nameSeparators) {
		last++
	}
	return all[:last+1], text[all[last].end:]
}

// only reports whether a text consists of the words, quotes and blanks.
func only(text string, words []string) bool {
	c := &clauseReader{text: ir.Text{Value: text}}
	c.skip(words)
	return c.rest() == ""
}

// choose makes rules of what was said, one for each set of fields: what stands at several of them is said once.
func (g *group) choose() {
	g.bareChoices()
	rules := map[string]*choice{}
	var order []string
	for _, c := range g.choices {
		for _, one := range g.settled(c) {
			key := g.key(one.fields)
			if rules[key] == nil {
				rules[key] = one
				order = append(order, key)
				continue
			}
			rules[key].least, rules[key].most = rules[key].least || one.least, rules[key].most || one.most
		}
	}
	for _, key := range order {
		g.rule(rules[key])
	}
}

// bareChoices takes fields that say 二选一 and name no other for the choice, where they are as many as the words say.
func (g *group) bareChoices() {
	var named []*choice
	bare := map[int]*choice{} // by the number that the words say
	for _, c := range g.choices {
		switch {
		case c.fields != nil:
			named = append(named, c)
		case bare[c.of] == nil:
			bare[c.of] = c
			named = append(named, c)
			fallthrough
		default:
			bare[c.of].fields = append(bare[c.of].fields, c.by)
		}
	}
	g.choices = slices.DeleteFunc(named, func(c *choice) bool { return bare[c.of] == c && len(c.fields) != c.of })
}

// settled are the choices that a statement is for certain.
func (g *group) settled(c *choice) []*choice {
	n := len(c.fields)
	switch {
	case n < 2 || c.of > 0 && c.of != n:
		return nil
	case n == 2 || c.least, g.mutual(c), !c.apart && !c.together:
		return []*choice{c}
	case !c.apart:
		return nil
	}
	var pairs []*choice
	for _, other := range c.fields {
		if other != c.by {
			pairs = append(pairs, &choice{by: c.by, fields: []*ir.Field{c.by, other}, most: true})
		}
	}
	return pairs
}

// mutual reports whether each of the fields says the same of all others.
func (g *group) mutual(c *choice) bool {
	key := g.key(c.fields)
	said := 0
	for _, other := range g.choices {
		if g.key(other.fields) == key && !other.together {
			said++
		}
	}
	return said == len(c.fields)
}

// key puts the fields in the order of the group, and is the same for the same fields.
func (g *group) key(fields []*ir.Field) string {
	place := func(f *ir.Field) int { return slices.Index(g.fields, f) }
	slices.SortFunc(fields, func(a, b *ir.Field) int { return place(a) - place(b) })
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(f.Name.Value + "\n")
	}
	return b.String()
}

// rule makes a choice a rule, on the first of the fields.
func (g *group) rule(c *choice) {
	rule := &ir.OneOf{HowMany: ir.AtLeastOne, Span: c.by.When.Span}
	switch {
	case c.least && c.most:
		rule.HowMany = ir.ExactlyOne
	case c.most:
		rule.HowMany = ir.AtMostOne
	}
	demanded := false
	for _, f := range c.fields {
		rule.Fields = append(rule.Fields, f.Name)
		demanded = demanded || f.Presence == ir.Required
	}
	if demanded && !c.least || !g.add(c.fields[0], rule) {
		return
	}
	for _, f := range c.fields {
		if f.Presence == ir.Required { // the page says both: the words know better than the cell
			f.Presence = ir.Conditional
		}
	}
}
