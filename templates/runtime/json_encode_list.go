package runtime

import "strconv"

// A nil list is null.

func appendTexts(b []byte, key string, list []string) []byte {
	b = append(b, key...)
	start := len(b)
	for _, v := range list {
		b = appendQuoted(b, ",", v)
	}
	return endList(b, start, list == nil)
}

func appendIntegers(b []byte, key string, list []int64) []byte {
	b = append(b, key...)
	start := len(b)
	for _, v := range list {
		b = strconv.AppendInt(append(b, ','), v, 10)
	}
	return endList(b, start, list == nil)
}

func appendNumbers(b []byte, key string, list []float64) []byte {
	b = append(b, key...)
	start := len(b)
	for _, v := range list {
		b = appendFloat(append(b, ','), v)
	}
	return endList(b, start, list == nil)
}

//go:noinline
func appendBooleans(b []byte, key string, list []bool) []byte {
	b = append(b, key...)
	start := len(b)
	for _, v := range list {
		b = strconv.AppendBool(append(b, ','), v)
	}
	return endList(b, start, list == nil)
}
