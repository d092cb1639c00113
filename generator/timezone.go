package generator

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wenma/wenma/templates"
)

// defaultZone is where the authors of the pages live.
const defaultZone = "+08:00"

// ParseZone reads a time zone: "UTC", or its distance from it ("+08:00", "-0530", "UTC+8"). Names of places are none: what
// they mean changes with the years, and not every machine knows them.
func ParseZone(text string) (templates.Zone, error) {
	if text == "UTC" || text == "GMT" || text == "Z" {
		return templates.Zone{Name: "UTC"}, nil
	}
	sign, hours, minutes, ok := offset(text)
	if !ok {
		return templates.Zone{}, fmt.Errorf("%q is not a time zone such as +08:00 or UTC", text)
	}
	if hours > 14 || minutes > 59 || hours == 14 && minutes > 0 {
		return templates.Zone{}, fmt.Errorf("%q is too far from UTC for a time zone", text)
	}
	if hours == 0 && minutes == 0 {
		return templates.Zone{Name: "UTC"}, nil
	}
	zone := templates.Zone{Name: "UTC" + sign + strconv.Itoa(hours), Seconds: (hours*60 + minutes) * 60}
	if minutes > 0 {
		zone.Name += fmt.Sprintf(":%02d", minutes)
	}
	if sign == "-" {
		zone.Seconds = -zone.Seconds
	}
	return zone, nil
}

// offset takes a distance from UTC apart: +8, -0530, UTC+08:00.
func offset(text string) (sign string, hours, minutes int, ok bool) {
	rest, named := strings.CutPrefix(text, "UTC")
	if !named {
		rest = strings.TrimPrefix(text, "GMT")
	}
	if rest == "" || rest[0] != '+' && rest[0] != '-' {
		return "", 0, 0, false
	}
	h, m, colon := strings.Cut(rest[1:], ":")
	if !colon && len(h) > 2 {
		h, m = h[:len(h)-2], h[len(h)-2:]
	}
	hours, ok = shortNumber(h)
	if colon || m != "" {
		var whole bool
		minutes, whole = shortNumber(m)
		ok = ok && whole && len(m) == 2
	}
	return rest[:1], hours, minutes, ok
}

// shortNumber reads a number of one digit or two.
func shortNumber(text string) (n int, ok bool) {
	if text == "" || len(text) > 2 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
