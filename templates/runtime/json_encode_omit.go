package runtime

import "encoding/json"

// The Omit forms leave the member out if there is no value.

//go:noinline
func appendTextOmit(b []byte, key string, v *string) []byte {
	if v == nil {
		return b
	}
	return appendText(b, key, *v)
}

func appendIntegerOmit(b []byte, key string, v *int64) []byte {
	if v == nil {
		return b
	}
	return appendInteger(b, key, *v)
}

func appendInteger32Omit(b []byte, key string, v *int32) []byte {
	if v == nil {
		return b
	}
	return appendInteger(b, key, int64(*v))
}

//go:noinline
func appendNumberOmit(b []byte, key string, v *float64) []byte {
	if v == nil {
		return b
	}
	return appendNumber(b, key, *v)
}

//go:noinline
func appendBooleanOmit(b []byte, key string, v *bool) []byte {
	if v == nil {
		return b
	}
	return appendBoolean(b, key, *v)
}

//go:noinline
func appendRawOmit(b []byte, key string, v json.RawMessage) []byte {
	if v == nil {
		return b
	}
	return appendRaw(b, key, v)
}

//go:noinline
func appendTextsOmit(b []byte, key string, list []string) []byte {
	if list == nil {
		return b
	}
	return appendTexts(b, key, list)
}

//go:noinline
func appendIntegersOmit(b []byte, key string, list []int64) []byte {
	if list == nil {
		return b
	}
	return appendIntegers(b, key, list)
}

//go:noinline
func appendNumbersOmit(b []byte, key string, list []float64) []byte {
	if list == nil {
		return b
	}
	return appendNumbers(b, key, list)
}

func appendBooleansOmit(b []byte, key string, list []bool) []byte {
	if list == nil {
		return b
	}
	return appendBooleans(b, key, list)
}
