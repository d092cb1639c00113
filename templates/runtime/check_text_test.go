package runtime

import (
	"math"
	"testing"
)

// TestWordRules: what a page says of a value in words: its decimals, its characters.
func TestWordRules(t *testing.T) {
	amount := func(value, low, high string, max int) func(*checker) {
		return func(c *checker) { c.amount("a", value, low, high, max) }
	}
	decimals := func(value float64, max int) func(*checker) {
		return func(c *checker) { c.decimals("a", value, max) }
	}
	characters := func(value, want string) func(*checker) {
		return func(c *checker) { c.check(isMadeOf(value, &class{want: want}), "a", ProblemCharacters, want) }
	}
	tenth := 0.1
	for _, c := range []struct {
		rule func(c *checker)
		want string
	}{
		{decimals(0, 0), ""},
		{decimals(12, 0), ""},
		{decimals(12.5, 0), "a decimals 0"},
		{decimals(12.34, 2), ""},
		{decimals(-12.34, 2), ""},
		{decimals(12.345, 2), "a decimals 2"},
		{decimals(-12.345, 2), "a decimals 2"},
		{decimals(0.07, 2), ""},
		{decimals(0.007, 2), "a decimals 2"},
		{decimals(1234567890.12, 2), ""},
		{decimals(1e-7, 7), ""},
		{decimals(1.5e-7, 7), "a decimals 7"},
		{decimals(1e21, 0), ""},
		{decimals(math.MaxFloat64, 0), ""},
		{decimals(math.SmallestNonzeroFloat64, 8), "a decimals 8"},
		{decimals(tenth+0.2, 2), "a decimals 2"}, // what would be sent is 0.30000000000000004
		{decimals(math.NaN(), 2), "a decimals 2"},
		{decimals(math.Inf(-1), 2), "a decimals 2"},

		{amount("12.34", "", "", 2), ""},
		{amount("12", "", "", 2), ""},
		{amount("12.340", "", "", 2), ""},
		{amount("-0.01", "", "", 2), ""},
		{amount("12.345", "", "", 2), "a decimals 2"},
		{amount("99999999999999999999.99", "", "", 2), ""},
		{amount("12元", "", "", 2), "a decimals 2"},
		{amount("1e2", "", "", 2), "a decimals 2"},
		{amount("", "", "", 2), "a decimals 2"},
		{amount("12.34", "> 0", "", 2), ""},
		{amount("-1.5", "> 0", "", 2), "a range > 0"},
		{amount("x", "> 0", "", 2), "a range > 0"},
		{amount("-1.555", "> 0", "", 2), "a range > 0, a decimals 2"},

		{characters("", "0-9"), ""},
		{characters("0123456789", "0-9"), ""},
		{characters("12a", "0-9"), "a characters 0-9"},
		{characters("-1", "0-9"), "a characters 0-9"},
		{characters("１２", "0-9"), "a characters 0-9"},
		{characters("1 2", "0-9 A-Z"), "a characters 0-9 A-Z"},
		{characters("az", "A-Z a-z"), ""},
		{characters("A/Z", "A-Z"), "a characters A-Z"},
		{characters("a_1-Z", "0-9 A-Z a-z _ -"), ""},
		{characters("a.1", "0-9 A-Z a-z _ -"), "a characters 0-9 A-Z a-z _ -"},
		{characters("_-", "- _"), ""},
		{characters("abcdefgh", "a-z"), ""},
		{characters("abcdefg.", "a-z"), "a characters a-z"},
		{characters("abc.efgh", "a-z"), "a characters a-z"},
		{characters("\x00\xff", "!-~"), "a characters !-~"},
		{characters("é", "0-9 A-Z a-z"), "a characters 0-9 A-Z a-z"},
	} {
		var checks checker
		c.rule(&checks)
		got := ""
		for i, p := range checks.problems {
			if i > 0 {
				got += ", "
			}
			got += p.Path + " " + string(p.Code) + " " + p.Want
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestWordRulesAllocateNothing(t *testing.T) {
	word := class{want: "0-9 A-Z _"}
	if n := testing.AllocsPerRun(100, func() {
		var c checker
		c.decimals("a", 1234.56, 2)
		c.decimals("a", -1.25e-5, 7)
		c.amount("a", "1234.56", "> 0", "", 2)
		c.check(isMadeOf("A_1", &word), "a", ProblemCharacters, word.want)
	}); n > 0 {
		t.Errorf("%v allocations with nothing wrong", n)
	}
}

func BenchmarkDecimals(b *testing.B) {
	for b.Loop() {
		var c checker
		c.decimals("a", 1234.56, 2)
	}
}
