package runtime

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestCheckerRules(t *testing.T) {
	const none = -1
	for _, c := range []struct {
		rule func(c *checker)
		want string // "" for nothing wrong
	}{
		{func(c *checker) { c.required("a", true) }, ""},
		{func(c *checker) { c.required("a", false) }, "a missing"},
		{func(c *checker) { c.notEmpty("a", "x") }, ""},
		{func(c *checker) { c.notEmpty("a", "") }, "a empty"},
		{func(c *checker) { c.check(true, "a", ProblemEnum, "0, 1") }, ""},
		{func(c *checker) { c.check(false, "a", ProblemEnum, "0, 1") }, "a enum 0, 1"},
		{func(c *checker) { c.length("a", "会话", 1, 2) }, ""},
		{func(c *checker) { c.length("a", "会话", 2, 2) }, ""},
		{func(c *checker) { c.length("a", "会话", 3, 3) }, "a length 3"},
		{func(c *checker) { c.length("a", "会话", 3, none) }, "a length >= 3"},
		{func(c *checker) { c.length("a", "会话的", 0, 2) }, "a length <= 2"},
		{func(c *checker) { c.length("a", "", 1, 20) }, "a length 1..20"},
		{func(c *checker) { c.length("a", "", 0, 20) }, ""},
		{func(c *checker) { c.length("a", "abc", 2, none) }, ""},
		{func(c *checker) { c.length("a", "会话会话", 3, 4) }, ""},
		{func(c *checker) { c.length("a", strings.Repeat("会", 11), 12, none) }, "a length >= 12"},
		{func(c *checker) { c.length("a", "\U0001F600\U0001F600", 2, 2) }, ""},
		{func(c *checker) { c.quickLength("a", "123456", 6, 6) }, ""},
		{func(c *checker) { c.quickLength("a", "12345", 6, none) }, "a length >= 6"},
		{func(c *checker) { c.quickLength("a", "会话会话", 4, 4) }, ""}, // for the other rule to tell
		{func(c *checker) { c.bytes("a", "会话", 1, 6) }, ""},
		{func(c *checker) { c.bytes("a", "会话", 1, 5) }, "a bytes 1..5"},
		{func(c *checker) { c.items("a", 3, 0, 9) }, ""},
		{func(c *checker) { c.items("a", 10, 0, 9) }, "a items <= 9"},
		{func(c *checker) { c.items("a", 0, 1, none) }, "a items >= 1"},
		{func(c *checker) { c.integer("a", 5, 1, 5) }, ""},
		{func(c *checker) { c.integer("a", 0, 1, 5) }, "a range 1..5"},
		{func(c *checker) { c.integer("a", 0, 1, math.MaxInt64) }, "a range >= 1"},
		{func(c *checker) { c.integer("a", 6, math.MinInt64, 5) }, "a range <= 5"},
		{func(c *checker) { c.number("a", 0.5, 0, 1) }, ""},
		{func(c *checker) { c.number("a", 1.5, 0, 1) }, "a range 0..1"},
		{func(c *checker) { c.number("a", -1, 0.5, math.Inf(1)) }, "a range >= 0.5"},
		{func(c *checker) { c.number("a", math.NaN(), 0, 1) }, "a range 0..1"},
		{func(c *checker) { c.number("a", math.Inf(1), math.Inf(-1), math.Inf(1)) }, "a range float64"},
	} {
		var checks checker
		c.rule(&checks)
		if got := told(t, checks.err()); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestValidate(t *testing.T) {
	var x chatEnvelope
	if err := decode(sampleResponse(t), &x, 0); err != nil {
		t.Fatal(err)
	}
	x.Data.User.Address = []chatAddress{{Remark: "a"}, {Remark: strings.Repeat("长", 20)}}
	if err := x.Validate(); err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { _ = x.Validate() }); n != 0 {
		t.Errorf("%v allocations while all is well", n)
	}
	x.Data.ChatID, x.Data.User.ServiceCount = "", -1
	x.Data.User.Address[1].Remark += "长"
	wantTold(t, x.Validate(), "data.chatId empty", "data.user.serviceCount range 0..1000", "data.user.address[1].remark length <= 20")
}

func TestPaths(t *testing.T) {
	type step struct {
		name string
		nth  int
	}
	for _, c := range []struct {
		way  []step
		name string
		want string
	}{
		{nil, "", ""},
		{nil, "a", "a"},
		{[]step{{"a", 0}}, "b", "a.b"},
		{[]step{{"a", 1}}, "b", "a[0].b"},
		{[]step{{"", 3}}, "b", "[2].b"},
		{[]step{{"a", 1}, {"", 2}}, "b", "a[0][1].b"},
		{[]step{{"a", 0}, {"x.y", 0}}, "b", `a["x.y"].b`},
		{[]step{{"a", 0}, {"b", 1}}, "", "a.b[0]"},
		{[]step{{"a b", 0}}, "c[0]", `["a b"]["c[0]"]`},
		{[]step{{"用户", 0}, {"地址", 4}}, "", "用户.地址[3]"},
		{[]step{{"\u202e", 0}}, `"`, `["\u202e"]["\""]`},
		{slices.Repeat([]step{{"a", 0}}, 20), "b", strings.Repeat("a.", 20) + "b"},
	} {
		var checks checker
		checks.add("before", ProblemEmpty, "")
		start := checks.start()
		checks.add(c.name, ProblemEmpty, "")
		for _, s := range slices.Backward(c.way) {
			if s.nth > 0 {
				checks.element(start, s.name, s.nth-1)
			} else {
				checks.member(start, s.name)
			}
		}
		wantTold(t, checks.err(), "before empty", c.want+" empty")
	}
}

func TestProblemTexts(t *testing.T) {
	for _, c := range []struct {
		problem Problem
		zh, en  string
	}{
		{Problem{"chatId", ProblemMissing, "", ""}, "chatId：缺少必填字段", "chatId is required but missing"},
		{Problem{"isMsg", ProblemNull, "", ""}, "isMsg：不能为 null", "isMsg must not be null"},
		{Problem{"data.a[2]", ProblemType, "integer", "fraction"}, "data.a[2]：类型应为整数，实际为小数", "data.a[2] must be an integer, not a number with a fraction"},
		{Problem{"", ProblemType, "object", "array"}, "文档类型应为对象，实际为数组", "the document must be an object, not an array"},
		{Problem{"a", ProblemUnknown, "", ""}, "a：不是已知字段", "a is not a known field"},
		{Problem{"a", ProblemEmpty, "", ""}, "a：不能为空", "a must not be empty"},
		{Problem{"a", ProblemRange, "1..5", ""}, "a：数值应在 1..5 范围内", "a must be within 1..5"},
		{Problem{"a", ProblemLength, "<= 20", ""}, "a：字符数应为 <= 20", "a must have <= 20 characters"},
		{Problem{"a", ProblemBytes, "8", ""}, "a：字节数应为 8", "a must have 8 bytes"},
		{Problem{"a", ProblemItems, ">= 1", ""}, "a：元素个数应为 >= 1", "a must have >= 1 items"},
		{Problem{"a", ProblemDecimals, "2", ""}, "a：应为最多 2 位小数的数字", "a must be a number with at most 2 decimals"},
		{Problem{"a", ProblemCharacters, "0-9 A-Z _", ""}, "a：只能由 0-9 A-Z _ 组成", "a must consist of 0-9 A-Z _"},
		{Problem{"a", ProblemPrefix, "08 | 09", ""}, "a：应以 08 | 09 开头", "a must begin with 08 | 09"},
		{Problem{"a", ProblemSuffix, ".jpg", ""}, "a：应以 .jpg 结尾", "a must end with .jpg"},
		{Problem{"a", ProblemPattern, "^%g$", ""}, "a：应匹配 ^%g$", "a must match ^%g$"},
		{Problem{"a", ProblemFormat, "yyyy-MM-dd", ""}, "a：格式应为 yyyy-MM-dd", "a must be written as yyyy-MM-dd"},
		{Problem{"a", ProblemEnum, "0, 1", ""}, "a：应为以下值之一：0, 1", "a must be one of 0, 1"},
		{Problem{"a", ProblemCondition, "type=1", ""}, "a：type=1 时必填", "a is required when type=1"},
		{Problem{"a", ProblemForbidden, "type=1", ""}, "a：仅 type=1 时可填", "a is allowed only when type=1"},
		{Problem{"a", ProblemChoice, "a | b", ""}, "a：a | b 至少填一个", "a or another of a | b is required"},
		{Problem{"a", ProblemExclusive, "a | b", ""}, "a：a | b 只能填一个", "a is one of a | b, of which only one may be given"},
		{Problem{"a", "house-rule", "", ""}, "a：house-rule", "a house-rule"},
	} {
		if got := c.problem.In(Chinese); got != c.zh {
			t.Errorf("%s, want %s", got, c.zh)
		}
		if got := c.problem.In(English); got != c.en {
			t.Errorf("%s, want %s", got, c.en)
		}
		if c.problem.String() != c.problem.In(defaultLanguage) || c.problem.In(0) != c.problem.In(defaultLanguage) {
			t.Errorf("%s isn't in the package's language", c.problem)
		}
	}
	all := Problems{{"a", ProblemEmpty, "", ""}, {"b", ProblemNull, "", ""}}
	if got := all.Error(); got != "a：不能为空；b：不能为 null" {
		t.Error(got)
	}
	if got := all.In(English); got != "a must not be empty; b must not be null" {
		t.Error(got)
	}
	var problems Problems
	if !errors.As(error(all), &problems) || len(problems) != 2 {
		t.Error("problems can't be got at")
	}
}
