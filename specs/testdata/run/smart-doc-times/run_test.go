package psmartdoctimes

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"gen.test/wire"
)

// TestTimes reads each layout of the sample, and writes the same again.
func TestTimes(t *testing.T) {
	got, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[0]))).ShiftQuery(t.Context(), &ShiftQueryRequest{StaffID: 1, From: "2024-02-28"})
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	zone := time.FixedZone("UTC+8", 8*60*60)
	x := got[0]
	at := time.Date(2024, 2, 29, 8, 30, 0, 0, zone)
	for name, c := range map[string]struct {
		read  func() (time.Time, error)
		want  time.Time
		again bool
	}{
		"beginTime":   {x.BeginTime.Time, at, NewDateTime(at) == x.BeginTime},
		"batchNo":     {x.BatchNo.Time, at, NewCompactDateTime(at) == x.BatchNo},
		"signTime":    {x.SignTime.Time, at.Add(-19 * time.Second), NewCompactDateTime(at.Add(-19*time.Second)) == x.SignTime},
		"createTime":  {stamp(x.CreateTime.Time()), at, NewUnixSeconds(at) == x.CreateTime},
		"updateTime":  {stamp(x.UpdateTime.Time()), at.Add(123 * time.Millisecond), NewUnixMillis(at.Add(123*time.Millisecond)) == x.UpdateTime},
		"syncTime":    {stamp(x.SyncTime.Time()), at.Add(456 * time.Millisecond), NewUnixMillis(at.Add(456*time.Millisecond)) == x.SyncTime},
		"birthday":    {x.Birthday.Time, time.Date(1990, 11, 5, 0, 0, 0, 0, zone), NewDate(time.Date(1990, 11, 5, 0, 0, 0, 0, zone)) == x.Birthday},
		"month":       {x.Month.Time, time.Date(2024, 2, 1, 0, 0, 0, 0, zone), NewMonth(at) == x.Month},
		"publishTime": {x.PublishTime.Time, at, NewZonedDateTime(at) == x.PublishTime},
	} {
		if read, err := c.read(); err != nil || !read.Equal(c.want) || !c.again {
			t.Errorf("%s: %v, %v, want %v; written the same again: %t", name, read, err, c.want, c.again)
		}
	}
	if open, err := x.OpenAt.Time(); err != nil || open.Hour() != 8 || open.Minute() != 30 {
		t.Errorf("openAt: %v, %v", open, err)
	}
}

func stamp(at time.Time) func() (time.Time, error) {
	return func() (time.Time, error) { return at, nil }
}

// TestIDs: ids beyond 2^53 stay what they are, sent as numbers and as text.
func TestIDs(t *testing.T) {
	for _, id := range []string{"9007199254740993", `"9007199254740993"`} {
		var x ShiftQueryDataItem
		if err := json.Unmarshal([]byte(`{"staffId":`+id+`}`), &x); err != nil || x.StaffID != 9007199254740993 {
			t.Errorf("%s is read as %d, %v", id, x.StaffID, err)
		}
		text, err := json.Marshal(&x)
		var again ShiftQueryDataItem
		if err != nil || json.Unmarshal(text, &again) != nil || again.StaffID != x.StaffID {
			t.Errorf("%s is written as %s, %v", id, text, err)
		}
	}
	got, err := NewClient(WithBaseURL(wire.Answer(t, 200, responses[0]))).ShiftQuery(t.Context(), &ShiftQueryRequest{StaffID: 9007199254740993, From: "2024-02-28"})
	if err != nil || got[0].ShiftID != 9007199254740993 || got[0].StaffID != 9007199254740993 || got[0].ParentID != math.MinInt64 {
		t.Errorf("%+v, %v", got, err)
	}
}
