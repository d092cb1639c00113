package runtime

import (
	"strconv"
	"strings"
	"time"
)

// parseDate is parseTime for layouts with a date. A date of zeros is the zero time.
func parseDate(text string, zone *time.Location, layouts ...string) (time.Time, error) {
	if strings.Contains(text, "0") && !strings.ContainsAny(text, "123456789") {
		return time.Time{}, nil
	}
	return parseTime(text, zone, layouts...)
}

// parseTime reads a time in the first of some layouts that fits, in a zone if it does not name its own. The empty text is the
// zero time.
func parseTime(text string, zone *time.Location, layouts ...string) (t time.Time, err error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range layouts {
		if t, err = time.ParseInLocation(layout, text, zone); err == nil {
			return t, nil
		}
	}
	return time.Time{}, err
}

// digitsOf reads a number in digits; the empty text is 0.
func digitsOf(text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	return strconv.ParseInt(text, 10, 64)
}
