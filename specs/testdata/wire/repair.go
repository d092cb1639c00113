package wire

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// repair gives the fields that Validate complains of values that it takes, by what each problem says that it wants. What a
// problem's own words do not tell how to mend is left for the test to fail on.
func repair(v reflect.Value, n *int) {
	x, ok := v.Addr().Interface().(interface{ Validate() error })
	if !ok {
		if v.Kind() == reflect.Pointer && !v.IsNil() {
			repair(v.Elem(), n)
		}
		return
	}
	for round := 0; round < 4; round++ {
		err := x.Validate()
		if err == nil {
			return
		}
		problems := reflect.ValueOf(errors.Unwrap(fmt.Errorf("%w", err)))
		if problems.Kind() != reflect.Slice {
			return
		}
		for i := range problems.Len() {
			p := problems.Index(i)
			path, code, want := p.FieldByName("Path").String(), p.FieldByName("Code").String(), p.FieldByName("Want").String()
			if code == "exclusive" {
				leaveOne(v, path, want)
			} else if at := find(v, path); at.IsValid() {
				mend(at, code, want, round, n)
			}
		}
	}
}

// leaveOne clears all but the first of several fields, at the path of that one.
func leaveOne(v reflect.Value, path, fields string) {
	names := strings.Split(fields, " | ")
	for _, other := range names[1:] {
		if at := find(v, strings.TrimSuffix(path, names[0])+other); at.IsValid() {
			at.SetZero()
		}
	}
}

// find goes to the value at a path such as query.filter.items[0].name, where a place of a parameter is no member.
func find(v reflect.Value, path string) reflect.Value {
	for _, place := range []string{"query.", "path.", "header.", "cookie.", "body.", "form."} {
		if rest, ok := strings.CutPrefix(path, place); ok {
			if at := follow(v, rest); at.IsValid() {
				return at
			}
		}
	}
	return follow(v, path)
}

func follow(v reflect.Value, path string) reflect.Value {
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if path == "" || !v.IsValid() {
		return v
	}
	if rest, ok := strings.CutPrefix(path, "["); ok {
		index, rest, _ := strings.Cut(rest, "]")
		i, err := strconv.Atoi(index)
		if v.Kind() != reflect.Slice || err != nil || i >= v.Len() {
			return reflect.Value{}
		}
		return follow(v.Index(i), strings.TrimPrefix(rest, "."))
	}
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		for end := len(path); end > 0; end-- {
			if end < len(path) && path[end] != '.' && path[end] != '[' || tag != path[:end] && letters(f.Name) != letters(path[:end]) {
				continue
			}
			if at := follow(v.Field(i), strings.TrimPrefix(path[end:], ".")); at.IsValid() {
				return at
			}
		}
		if f.Anonymous {
			if at := follow(v.Field(i), path); at.IsValid() {
				return at
			}
		}
	}
	return reflect.Value{}
}

// letters is a name without the marks and capitals in which Go's names and those on the wire differ.
func letters(name string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, name)
}

// formats has a value for each format that Validate knows; patterns has values to try for an expression.
var (
	formats = map[string]string{
		"ip": "127.0.0.1", "uuid": "6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b", "md5": "0123456789abcdef0123456789abcdef", "json": `{"a":1}`,
		"base64": "YWI=", "byte": "YWI=", "email": "a@b.c", "date-time": "2021-02-03T04:05:06Z", "date": "2021-02-03", "time": "04:05:06",
	}
	// written makes a time of a layout, whose letters people write in either case; minutes come behind the hour.
	written = strings.NewReplacer(
		"YYYY", "2021", "yyyy", "2021", "HH:MM", "04:05", "HH:mm", "04:05", "hh:mm", "04:05", "HHmm", "0405", "MM", "02", "DD", "03", "dd", "03", "HH", "04", "mm", "05",
		"SSS", "007", "ss", "06", "SS", "06", "'T'", "T", "'Z'", "Z", "XXX", "Z",
	)
	patterns = []string{"https://a", "abcdef", "A1", "13912345678", "12345678", "123456"}
)

func mend(v reflect.Value, code, want string, round int, n *int) {
	low, high := bounds(want)
	switch code {
	case "forbidden":
		v.SetZero()
	case "condition", "choice":
		fill(v, n, 0)
	case "enum":
		first, _, _ := strings.Cut(want, ", ")
		set(v, first)
	case "range":
		set(v, strconv.FormatFloat(inside(low, high), 'f', -1, 64))
	case "length", "bytes":
		if v.Kind() == reflect.String {
			v.SetString(strings.Repeat("7", int(inside(low, high))))
		}
	case "items":
		if v.Kind() == reflect.Slice {
			v.Set(reflect.MakeSlice(v.Type(), int(inside(low, high)), int(inside(low, high))))
			for i := range v.Len() {
				fill(v.Index(i), n, 2)
			}
		} else if v.Kind() == reflect.String {
			v.SetString(strings.TrimSuffix(strings.Repeat("7,", int(inside(low, high))), ","))
		}
	case "decimals":
		set(v, "1")
	case "characters": // a class begins with one of its characters
		set(v, strings.Repeat(want[:1], len([]rune(v.String()))))
	case "prefix", "suffix":
		affix(v, code == "prefix", want)
	case "pattern":
		set(v, patterns[round%len(patterns)])
	case "format":
		if value, ok := formats[want]; ok {
			set(v, value)
		} else {
			set(v, written.Replace(want))
		}
	}
}

// affix puts the first of the wanted texts in the place of what a value begins or ends with, so that its length stays.
func affix(v reflect.Value, first bool, want string) {
	want, _, _ = strings.Cut(want, " | ")
	value := []rune(v.String())
	kept := max(len(value)-len(want), 0)
	if first {
		set(v, want+string(value[len(value)-kept:]))
	} else {
		set(v, string(value[:kept])+want)
	}
}

// bounds reads "1..64", ">= 1", "> 1", "<= 64", "< 64", "5".
func bounds(want string) (low, high float64) {
	low, high = -1e9, 1e9
	number := func(s string) float64 {
		f, _ := strconv.ParseFloat(strings.Trim(s, "<>= "), 64)
		return f
	}
	a, b, both := strings.Cut(want, "..")
	switch {
	case both:
		return number(a), number(b)
	case strings.HasPrefix(want, ">="):
		return number(want), high
	case strings.HasPrefix(want, ">"):
		return number(want) + 0.5, high
	case strings.HasPrefix(want, "<="):
		return low, number(want)
	case strings.HasPrefix(want, "<"):
		return low, number(want) - 0.5
	}
	return number(want), number(want)
}

// inside is a whole number within bounds, as small as may be but not zero, which counts as nothing given.
func inside(low, high float64) float64 {
	for _, candidate := range []float64{1, float64(int64(low) + 1), high, low} {
		if candidate >= low && candidate <= high {
			return candidate
		}
	}
	return high
}

func set(v reflect.Value, literal string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(literal)
	case reflect.Int64:
		n, _ := strconv.ParseInt(literal, 10, 64)
		v.SetInt(n)
	case reflect.Float64:
		f, _ := strconv.ParseFloat(literal, 64)
		v.SetFloat(f)
	}
}
