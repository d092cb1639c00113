package values_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"gen.test/values"
)

func ptr[T any](v T) *T { return &v }

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		value interface {
			Label() string
			Known() bool
		}
		label string
		known bool
	}{
		{values.SexMale, "male", true}, {values.Sex(9), "9", false}, {values.TradeTypePayin, "代收", true}, {values.TradeType("x"), "x", false},
		{values.UserKindX, "first", true}, {values.UserKindY, "y", true}, {values.OrderStatus1, "未支付也未发货的订单", true}, {values.LevelNone, "none", true},
		{values.LevelA, "large", true}, {values.LevelA2, "small", true}, {values.LevelStarSlash, "*/", true},
	} {
		if got := c.value.Label(); got != c.label || c.value.Known() != c.known {
			t.Errorf("%v: %q, known %t", c.value, got, c.value.Known())
		}
	}
	if values.SexFemale != 2 || values.OrderStatusClosed != -1 || values.TradeTypePayout != "PAYOUT" {
		t.Error("constants have other values")
	}
}

// unknown is a user in whom no value is one that the page lists.
const unknown = `{"sex":9,"orderStatus":-7,"tradeType":"?","orderStatuses":[1,99],"byDay":{"mon":5},"grid":[[1],[8,null]],"kind":"k","level":"!","levels":["a","zz"],` +
	`"mood":7,"moods":[3],"word":"w","digit":4,"ratio":0.25,"flag":true,"odd":3,"none":null}`

func TestUnknownSurvives(t *testing.T) {
	var u values.User
	if err := json.Unmarshal([]byte(unknown), &u); err != nil {
		t.Fatal(err)
	}
	if u.Sex != 9 || u.OrderStatuses[1] != 99 || *u.TradeType != "?" || u.ByDay["mon"] != 5 || u.None != nil {
		t.Errorf("decoded %+v", u)
	}
	again, err := json.Marshal(u)
	if want := strings.Replace(unknown, "null]]", "0]]", 1); err != nil || string(again) != want {
		t.Errorf("%s\nwant\n%s", again, want)
	}
}

func TestLoose(t *testing.T) {
	var u values.User
	if err := json.Unmarshal([]byte(`{"mood":"2","moods":[1,"2",""],"word":1,"digit":""}`), &u); err != nil {
		t.Fatal(err)
	}
	if u.Mood != values.UserMoodBad || !reflect.DeepEqual(u.Moods, []values.UserMood{1, 2, 0}) || *u.Word != values.UserWordGood || u.Digit != nil {
		t.Errorf("decoded %+v", u)
	}
	var e values.Event
	if err := json.Unmarshal([]byte(`{"loose":"1600000000"}`), &e); err != nil || e.Loose != 1600000000 {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestClosed(t *testing.T) {
	valid := values.User{Sex: 1, OrderStatus: 2, Ratio: 0.5, Kind: "anything"}
	if err := valid.Validate(); err != nil {
		t.Errorf("valid: %v", err)
	}
	if n := testing.AllocsPerRun(100, func() { _ = valid.Validate() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	for _, c := range []struct {
		change func(*values.User)
		want   string
	}{
		{func(u *values.User) { u.Sex = 3 }, "sex 0, 1, 2"},
		{func(u *values.User) { u.OrderStatus = 0 }, "orderStatus -1, 1, 2, 3"},
		{func(u *values.User) { u.TradeType = ptr(values.TradeType("")) }, "tradeType PAYIN, PAYOUT"},
		{func(u *values.User) { u.OrderStatuses = []values.OrderStatus{1, 4} }, "orderStatuses[1] -1, 1, 2, 3"},
		{func(u *values.User) { u.ByDay = map[string]values.ByDay{"tue": 9} }, "byDay.tue -1, 1, 2, 3"},
		{func(u *values.User) { u.Grid = [][]values.UserGrid{{1}, {1, 9}} }, "grid[1][1] -1, 1, 2, 3"},
		{func(u *values.User) { u.Mood = 5 }, "mood 1, 2"},
		{func(u *values.User) { u.Ratio = 0.7 }, "ratio 0.5, 1"},
	} {
		u := valid
		c.change(&u)
		var problems values.Problems
		if errors.As(u.Validate(), &problems); len(problems) != 1 || problems[0].Code != values.ProblemEnum || problems[0].Path+" "+problems[0].Want != c.want {
			t.Errorf("%v, want %s", problems, c.want)
		}
	}
	if values.Sex(3).Validate() == nil || values.SexMale.Validate() != nil {
		t.Error("a value alone is judged otherwise")
	}
}

func TestTimes(t *testing.T) {
	china := time.FixedZone("", 8*60*60)
	noon := time.Date(2024, 2, 29, 12, 30, 5, 0, china)
	for _, c := range []struct {
		value interface{ Time() (time.Time, error) }
		want  time.Time
	}{
		{values.NewDateTime(noon), noon}, {values.DateTime("2024-02-29 12:30:05"), noon}, {values.DateTime("2024-02-29 12:30:05.0"), noon},
		{values.NewDateTime(noon.UTC()), noon}, {values.DateTime(""), time.Time{}}, {values.DateTime("0000-00-00 00:00:00"), time.Time{}},
		{values.NewDate(noon), time.Date(2024, 2, 29, 0, 0, 0, 0, china)}, {values.Date("0000-00-00"), time.Time{}}, {values.NewDate(time.Time{}), time.Time{}},
		{values.TimeOfDay("00:00:00"), time.Date(0, 1, 1, 0, 0, 0, 0, china)}, {values.NewTimeOfDay(noon), time.Date(0, 1, 1, 12, 30, 5, 0, china)},
		{values.ZonedDateTime("2024-02-29T04:30:05Z"), noon}, {values.NewZonedDateTime(noon), noon}, {values.ZonedDateTime("2024-02-29T05:30:05+01:00"), noon},
		{values.UTCDateTime("2024-02-29T04:30:05Z"), noon}, {values.NewUTCDateTime(noon), noon}, {values.Timestamp("2024-02-29 12:30:05"), noon}, {values.NewTimestamp(noon), noon},
		{values.UnixMillisText("1709181005000"), noon}, {values.NewUnixMillisText(noon), noon}, {values.UnixMillisText(""), time.Time{}},
		{values.TimeYMDH("2024/02/29 12"), time.Date(2024, 2, 29, 12, 0, 0, 0, china)},
	} {
		if got, err := c.value.Time(); err != nil || !got.Equal(c.want) || c.want.IsZero() != got.IsZero() {
			t.Errorf("%T %v: %v, %v", c.value, c.value, got, err)
		}
	}
	for _, bad := range []interface{ Time() (time.Time, error) }{
		values.DateTime("2024-02-30 00:00:00"), values.DateTime("yesterday"), values.DateTime("-"), values.Date("2024-2-1 "), values.UnixMillisText("x"), values.Timestamp("2024"),
	} {
		if got, err := bad.Time(); err == nil || !got.IsZero() {
			t.Errorf("%T %v: %v", bad, bad, got)
		}
	}
	if values.NewUnixSeconds(noon) != 1709181005 || !values.UnixSeconds(1709181005).Time().Equal(noon) || !values.UnixSeconds(0).Time().IsZero() || values.NewUnixSeconds(time.Time{}) != 0 {
		t.Error("seconds")
	}
	if values.NewUnixMillis(noon) != 1709181005000 || !values.UnixMillis(1709181005000).Time().Equal(noon) || values.UnixMillis(1).Time().Location() != values.TimeZone {
		t.Error("milliseconds")
	}
	if string(values.NewUTCDateTime(noon)) != "2024-02-29T04:30:05Z" || string(values.NewDateTime(noon.UTC())) != "2024-02-29 12:30:05" {
		t.Error("zones")
	}
}

// TestZone sets the zone of a package.
func TestZone(t *testing.T) {
	defer func(z *time.Location) { values.TimeZone = z }(values.TimeZone)
	values.TimeZone = time.UTC
	if got, err := values.DateTime("2024-02-29 12:00:00").Time(); err != nil || !got.Equal(time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("%v, %v", got, err)
	}
}

// asWritten is an event whose times no layout fits.
const asWritten = `{"at":"soon","day":"","until":"0000-00-00 00:00:00","gone":null,"clock":"24:00","iso":"2024","utc":"","some":"x","seconds":-1,"millis":0,"digits":"","days":["","?"],` +
	`"odd":"","week":"2024年第1周","number":1.5,"loose":0}`

func TestTimesSurvive(t *testing.T) {
	var e values.Event
	if err := json.Unmarshal([]byte(asWritten), &e); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(e); err != nil || string(again) != asWritten {
		t.Errorf("%s, %v\nwant\n%s", again, err, asWritten)
	}
}

type handler struct {
	values.UnimplementedHandler
	got    any
	common values.CommonParams
}

func (h *handler) SaveUser(ctx context.Context, req *values.SaveUserRequest) (*values.User, error) {
	h.got = req
	h.common, _ = values.CommonParamsFrom(ctx)
	return &values.User{Sex: 9, OrderStatus: values.OrderStatusClosed, Ratio: 1, ByDay: map[string]values.ByDay{"a": 1}}, nil
}

func (h *handler) AddEvent(_ context.Context, req *values.AddEventRequest) ([]values.Event, error) {
	h.got = req
	return []values.Event{{At: req.At, Days: req.Days}}, nil
}

func (h *handler) SetMoods(_ context.Context, req *values.SetMoodsRequest) (values.SetMoodsResponse, error) {
	h.got = req
	return "else", nil
}

func (h *handler) When(context.Context, *values.WhenRequest) (values.DateTime, error) {
	return values.NewDateTime(time.Unix(1709181005, 0)), nil
}

func TestTravel(t *testing.T) {
	h := new(handler)
	server := httptest.NewServer(values.NewServer(h))
	defer server.Close()
	common := values.CommonParams{XSite: ptr(values.XSiteUs)}
	client, ctx := values.NewClient(values.WithBaseURL(server.URL), values.WithCommonParams(common)), context.Background()

	save, err := values.NewSaveUserRequest().Sex(values.SexUnknown).Status(values.SaveUserStatusClosed).Sexes([]values.Sex{1, 2}).TradeType(values.TradeTypePayin).
		XKind(values.XKindB).From("2024-02-29").Since(values.NewUnixSeconds(time.Unix(5, 0))).Days([]values.Date{"2024-02-28", "2024-02-29"}).
		Sex2(values.SexFemale).PayType(values.SaveUserPayTypeCash).Build()
	if err != nil {
		t.Fatal(err)
	}
	user, err := client.SaveUser(ctx, save)
	if err != nil || user.Sex != 9 || user.OrderStatus.Label() != "closed" || user.ByDay["a"] != values.ByDay1 {
		t.Errorf("%+v, %v", user, err)
	}
	if !reflect.DeepEqual(h.got, save) || !reflect.DeepEqual(h.common, common) {
		t.Errorf("got %+v and %+v", h.got, h.common)
	}
	if _, err := values.NewSaveUserRequest().Sex(7).Status(1).Sex2(1).Build(); err == nil || !strings.Contains(err.Error(), "path.sex") {
		t.Errorf("an unlisted value: %v", err)
	}

	event := &values.AddEventRequest{At: "2024-02-29 12:30:05", Days: []values.Date{"x", ""}, Size: values.AddEventSizeS, PayType: ptr(values.AddEventPayTypeCard)}
	if events, err := client.AddEvent(ctx, event); err != nil || events[0].At != event.At || !reflect.DeepEqual(events[0].Days, event.Days) || !reflect.DeepEqual(h.got, event) {
		t.Errorf("%+v, %v", events, err)
	}
	if mood, err := client.SetMoods(ctx, &values.SetMoodsRequest{Body: []values.SetMoodsBody{1, 2}}); err != nil || mood != "else" {
		t.Errorf("%q, %v", mood, err)
	}
	if at, err := client.When(ctx, new(values.WhenRequest)); err != nil || at != "2024-02-29 12:30:05" {
		t.Errorf("%q, %v", at, err)
	}
}
