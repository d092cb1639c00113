package runtime

import (
	"errors"
	"strconv"
)

// codeKnown tells whether an answer's business code was read, whatever else was wrong with the answer.
func codeKnown(err error, name string) bool {
	if err == nil {
		return true
	}
	problems := Problems(nil)
	if !errors.As(err, &problems) {
		return false
	}
	for _, p := range problems {
		if p.Path == name || p.Path == "" {
			return false
		}
	}
	return true
}

// codeAsInteger is a business code as a number; one that is none is -1.
func codeAsInteger(code string) int64 {
	n, err := strconv.ParseInt(code, 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// codeAsNumber is the same for codes with a fraction.
func codeAsNumber(code string) float64 {
	n, err := strconv.ParseFloat(code, 64)
	if err != nil {
		return -1
	}
	return n
}

// errNoRequest is what calling an operation with nil gives.
var errNoRequest = errors.New("the request is nil")
