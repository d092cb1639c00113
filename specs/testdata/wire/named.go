package wire

import (
	"reflect"
	"strings"
	"time"
)

// settleNamed gives a value of a type that has a name of its own one that the type takes: one of the listed values, or a time in
// the type's layout.
func settleNamed(v reflect.Value, n int) {
	switch x := v.Interface().(type) {
	case interface{ Time() (time.Time, error) }:
		settleTime(v, n)
	case interface {
		Known() bool
		Validate() error
	}:
		if err := x.Validate(); err != nil {
			wants := strings.Split(reflect.ValueOf(err).Index(0).FieldByName("Want").String(), ", ")
			set(v, wants[n%len(wants)])
		}
	}
}

// layouts are those that pages give times in; digits since 1970 are none.
var layouts = []string{
	"2006-01-02 15:04:05", "2006-01-02", "15:04:05", "2006-01-02 15:04", "15:04", "2006-01", "2006", "20060102150405", "20060102", "200601",
	"2006/01/02 15:04:05", "2006/01/02", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z", "2006-01-02T15:04:05", "2006年01月02日",
	"2006-01-02 15:04:05.000", "2006-01-02T15:04:05.000Z07:00",
}

// settleTime tries the layouts; what a layout writes alike is a time of the type.
func settleTime(v reflect.Value, n int) {
	at := time.Date(2000+n%100, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, layout := range layouts {
		v.SetString(at.Format(layout))
		got, err := v.Interface().(interface{ Time() (time.Time, error) }).Time()
		if err == nil && got.Format(layout) == v.String() {
			return
		}
	}
	v.SetString("1700000000")
}
