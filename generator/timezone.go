package generator

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/wenma/wenma/templates"
)

// defaultZone is where the authors of the pages live.
const defaultZone = "+08:00"

var zoneOffset = regexp.MustCompile(`^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$`)

// ParseZone reads a time zone: "UTC", or its distance from it ("+08:00", "-0530", "UTC+8"). Names of places are none: what
// they mean changes with the years, and not every machine knows them.
func ParseZone(text string) (templates.Zone, error) {
	if text == "UTC" || text == "GMT" || text == "Z" {
		return templates.Zone{Name: "UTC"}, nil
	}
	m := zoneOffset.FindStringSubmatch(text)
	if m == nil {
		return templates.Zone{}, fmt.Errorf("%q is not a time zone such as +08:00 or UTC", text)
	}
	hours, _ := strconv.Atoi(m[2]) // two digits at most
	minutes, _ := strconv.Atoi("0" + m[3])
	if hours > 14 || minutes > 59 || hours == 14 && minutes > 0 {
		return templates.Zone{}, fmt.Errorf("%q is too far from UTC for a time zone", text)
	}
	if hours == 0 && minutes == 0 {
		return templates.Zone{Name: "UTC"}, nil
	}
	zone := templates.Zone{Name: "UTC" + m[1] + strconv.Itoa(hours), Seconds: (hours*60 + minutes) * 60}
	if minutes > 0 {
		zone.Name += fmt.Sprintf(":%02d", minutes)
	}
	if strings.HasPrefix(m[1], "-") {
		zone.Seconds = -zone.Seconds
	}
	return zone, nil
}
