package generator

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// labelled is an enumeration of "value=label" pairs; open ones end in "…".
func labelled(base ir.Kind, pairs ...string) *ir.Enum {
	e := &ir.Enum{Base: scalar(base)}
	for _, pair := range pairs {
		if pair == "…" {
			e.Open = true
			continue
		}
		value, label, _ := strings.Cut(pair, "=")
		e.Values = append(e.Values, ir.EnumValue{Value: name(value), Label: name(label)})
	}
	return e
}

// moment is a scalar that holds times.
func moment(k ir.Kind, format, layout string) *ir.Scalar {
	return &ir.Scalar{Kind: k, Format: format, Layout: name(layout)}
}

// values has enumerations and times in every place that a value can stand in.
func values() *ir.Document {
	sex := func() *ir.Enum { return labelled(ir.Integer, "0=unknown", "1=male", "2=female") }
	status := func() *ir.Enum {
		return labelled(ir.Integer, "-1=closed", "1=未支付也未发货的订单", "2=paid，waiting", "3=paid")
	}
	trade := labelled(ir.String, "PAYIN=代收", "PAYOUT=代付")
	dateTime, date := moment(ir.String, "date-time", "yyyy-MM-dd HH:mm:ss"), moment(ir.String, "", "YYYY-MM-DD")
	level := &ir.TypeDecl{Name: name("Level"), Type: labelled(ir.String, "a=small", "A=large", "*/", "=none")}
	user := &ir.TypeDecl{Name: name("User"), Type: object(
		member("sex", sex(), required), member("orderStatus", status(), required), member("tradeType", trade, optional),
		member("orderStatuses", list(status())), member("byDay", &ir.Map{Elem: status()}), member("grid", list(list(status()))),
		member("kind", labelled(ir.String, "x=first", "y", "…")), member("level", ref(level), optional), member("levels", list(ref(level))),
		member("mood", seenAs(labelled(ir.Integer, "1=good", "2=bad"), ir.String)), member("moods", list(seenAs(labelled(ir.Integer, "1=good", "2=bad"), ir.String))),
		member("word", seenAs(labelled(ir.String, "1=good"), ir.Integer), optional), member("digit", seenAs(labelled(ir.Integer, "1=good"), ir.String), optional),
		member("ratio", enum(ir.Number, "0.5", "1"), required), member("flag", enum(ir.Boolean, "true", "false")), member("odd", enum(ir.Integer, "x")),
		member("none", labelled(ir.Integer, "7"), func(f *ir.Field) { f.Nullable = &ir.Sighting{Kind: ir.Null} }),
	)}
	event := &ir.TypeDecl{Name: name("Event"), Type: object(
		member("at", dateTime, required), member("day", date), member("until", dateTime, optional), member("gone", dateTime, func(f *ir.Field) { f.Nullable = &ir.Sighting{} }),
		member("clock", moment(ir.String, "time", "")), member("iso", moment(ir.String, "", "yyyy-MM-dd'T'HH:mm:ssXXX")), member("utc", moment(ir.String, "", "yyyy-MM-dd'T'HH:mm:ss'Z'")),
		member("some", moment(ir.String, "date-time", "")), member("seconds", moment(ir.Integer, "unix-seconds", "")), member("millis", moment(ir.Integer, "unix-millis", ""), optional),
		member("digits", moment(ir.String, "unix-millis", "")), member("days", list(date)), member("odd", moment(ir.String, "", "yyyy/MM/dd HH")),
		member("week", moment(ir.String, "", "yyyy年第w周")), member("number", moment(ir.Number, "unix-seconds", "")),
		member("loose", seenAs(moment(ir.Integer, "unix-seconds", ""), ir.String)),
	)}
	return &ir.Document{Types: []*ir.TypeDecl{level, user, event}, Endpoints: []*ir.Endpoint{
		answers(body(endpoint("POST", "/users/{sex}", "saveUser", member("sex", sex(), in(ir.InPath)), member("status", status(), in(ir.InQuery), required),
			member("sexes", list(sex()), in(ir.InQuery)), member("tradeType", trade, in(ir.InQuery)), member("X-Kind", labelled(ir.String, "b=big"), in(ir.InHeader)),
			member("from", date, in(ir.InQuery)), member("since", moment(ir.Integer, "unix-seconds", ""), in(ir.InQuery)), member("days", list(date), in(ir.InQuery)),
			member("X-Site", labelled(ir.Integer, "1=cn", "2=us"), in(ir.InHeader), func(f *ir.Field) { f.Common = true }),
		), ir.MediaJSON, object(member("sex", sex(), required), member("payType", labelled(ir.Integer, "1=card", "2=cash")), member("user", ref(user)))), ir.MediaJSON, ref(user)),
		answers(body(endpoint("POST", "/events", "addEvent"), ir.MediaForm, object(
			member("at", dateTime, required), member("payType", labelled(ir.Integer, "1=card")), member("days", list(date)), member("size", labelled(ir.String, "s=small", "l=large"), required),
		)), ir.MediaJSON, list(ref(event))),
		answers(body(endpoint("POST", "/moods", "setMoods"), ir.MediaJSON, list(labelled(ir.Integer, "1=up", "2=down"))), ir.MediaJSON, labelled(ir.String, "ok=fine", "no=bad")),
		result(endpoint("GET", "/when", "when"), member("data", dateTime), member("timestamp", moment(ir.Integer, "unix-millis", ""))),
	}}
}

// TestValueNames wants names that say what a value means, and that no order of pages changes.
func TestValueNames(t *testing.T) {
	want := []string{
		"AddEventPayType", "AddEventSize", "ByDay", "Level", "OrderStatus", "SaveUserPayType", "SaveUserStatus", "SetMoodsBody", "SetMoodsResponse", "Sex",
		"TradeType", "UserDigit", "UserGrid", "UserKind", "UserMood", "UserNone", "UserWord", "XKind", "XSite",
	}
	doc := values()
	got := enumNames(t, doc)
	if !slices.Equal(got, want) {
		t.Errorf("names\n%q\nwant\n%q", got, want)
	}
	slices.Reverse(doc.Endpoints)
	slices.Reverse(doc.Types)
	if again := enumNames(t, doc); !slices.Equal(got, again) {
		t.Errorf("%q\nbecomes in another order\n%q", got, again)
	}
}

func enumNames(t *testing.T, doc *ir.Document) (names []string) {
	t.Helper()
	for _, e := range plan(doc, Options{Package: "p"}, nil).pkg.Enums {
		names = append(names, e.Name)
	}
	return names
}

func TestConstantWords(t *testing.T) {
	for _, c := range []struct {
		kind  ir.Kind
		pairs string
		want  string
	}{
		{ir.Integer, "0=unknown 1=male 2=female", "Unknown Male Female"},
		{ir.Integer, "1=male 2=male 3=x", "1 2 X"},
		{ir.Integer, "-1 0 1", "Minus1 0 1"},
		{ir.Integer, "1=一个很长很长很长很长很长的说明文字 2=2", "1 2"},
		{ir.String, "PAYIN=代收 PAYOUT=代付", "Payin Payout"},
		{ir.String, "a A b", "A2 A B"},
		{ir.String, "01=male 02 -=none +", "Male 02 None Plus"},
		{ir.String, "1=male male", "1 Male"},
		{ir.String, "1.0 1-0 */ 2fa =empty", "1Dot0 1Minus0 StarSlash 2fa Empty"},
	} {
		var list []*ir.EnumValue
		for _, v := range labelled(c.kind, strings.Fields(c.pairs)...).Values {
			list = append(list, &v)
		}
		p := &planner{}
		if got := strings.Join(p.constantWords(kindOf(c.kind), list), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.pairs, got, c.want)
		}
	}
}

// TestLabelEdit changes each label of an enumeration to each other: no name that stays may stand for another value.
func TestLabelEdit(t *testing.T) {
	labels := []string{"male", "female", "unknown", "1", "minus 1", "", "很长的一句话"}
	base := labelled(ir.Integer, "1=male", "2=female", "-1=unknown")
	before := wordsByValue(base)
	for i := range base.Values {
		for _, label := range labels {
			edited := labelled(ir.Integer, "1=male", "2=female", "-1=unknown")
			edited.Values[i].Label = name(label)
			for value, word := range wordsByValue(edited) {
				for other, old := range before {
					if other != value && word == old && edited.Values[i].Value.Value != value {
						t.Errorf("label %q of %s: %s was %s, and is %s now", label, base.Values[i].Value, word, other, value)
					}
				}
			}
		}
	}
}

func wordsByValue(e *ir.Enum) map[string]string {
	var list []*ir.EnumValue
	for i := range e.Values {
		list = append(list, &e.Values[i])
	}
	out := make(map[string]string)
	for i, word := range (&planner{}).constantWords(templates.Integer, list) {
		out[e.Values[i].Value.Value] = word
	}
	return out
}

func TestGoLayout(t *testing.T) {
	for written, want := range map[string]string{
		"yyyy-MM-dd HH:mm:ss": "2006-01-02 15:04:05", "YYYY-MM-DD HH:MM:SS": "2006-01-02 15:04:05", "yyyy-mm-dd hh:mm:ss": "2006-01-02 15:04:05",
		"yyyy-MM-dd  HH:mm": "2006-01-02 15:04", "yyyy年MM月dd日": "2006年01月02日", "yyyyMMddHHmmss": "20060102150405", "YYYYMM": "200601", "HH:mm": "15:04",
		"yyyy-MM-dd'T'HH:mm:ss'Z'": "2006-01-02T15:04:05Z", "yyyy-MM-ddTHH:mm:ssZ": "2006-01-02T15:04:05Z07:00", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX": "2006-01-02T15:04:05.000Z07:00",
		"yyyy-MM-ddTHH:mm:ss+08:00": "2006-01-02T15:04:05Z07:00", "2006-01-02": "2006-01-02", "dd/MM/yyyy": "02/01/2006", "yyyy": "2006", "MM-dd": "01-02",
		"yy-MM-dd": "", "yyyyMMddHHmmssSSS": "", "yyyy-MM-dd a hh:mm": "", "mm:ss": "", "mm": "", "dd": "", "": "", "yyyy-dd": "", "yyyy年第w周": "", "2021-01-01": "",
		"yyyy-MM-dd yyyy": "", "'yyyy": "", "T": "", "Z": "", "yyyy-MM-dd HH:mm:ss.SSS": "2006-01-02 15:04:05.000", "xxxx-xx-xx": "", "EEE MMM dd": "", "YYYY-M-D": "",
		"yyyy-MM-dd HH:mm:ss.SSSSSS": "", "HH:mm:ss.S": "", "15:04": "15:04", "yyyy-MM-ddZ": "", "\xff": "", "时分秒": "",
	} {
		if got, ok := goLayout(written); got != want && ok || ok != (want != "") {
			t.Errorf("%q: %q %t, want %q", written, got, ok, want)
		}
	}
}

func TestParseZone(t *testing.T) {
	for text, want := range map[string]templates.Zone{
		"+08:00": {Name: "UTC+8", Seconds: 28800}, "UTC": {Name: "UTC"}, "-05:30": {Name: "UTC-5:30", Seconds: -19800}, "UTC+8": {Name: "UTC+8", Seconds: 28800},
		"+0000": {Name: "UTC"}, "+14:00": {Name: "UTC+14", Seconds: 50400}, "Asia/Shanghai": {}, "8": {}, "+15": {}, "+08:60": {}, "": {}, "+08:00\n": {},
		"+530": {Name: "UTC+5:30", Seconds: 19800}, "+8:5": {}, "+08:": {}, "UTCGMT+8": {}, "GMT-8": {Name: "UTC-8", Seconds: -28800}, "+": {}, "+0x8": {},
	} {
		got, err := ParseZone(text)
		if got != want || (err == nil) != (want.Name != "") {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}

// manyValues has an enumeration of a thousand values, and labels that try to be code.
func manyValues() *ir.Document {
	big, bad := &ir.Enum{Base: scalar(ir.Integer)}, &ir.Enum{Base: scalar(ir.String)}
	for i := range 1000 {
		big.Values = append(big.Values, ir.EnumValue{Value: name(strconv.Itoa(i - 500)), Label: name("值" + strconv.Itoa(i))})
	}
	for _, text := range nasty {
		at := source.NewFile("p.md", text).Span(0, len(text))
		bad.Values = append(bad.Values, ir.EnumValue{Value: ir.Text{Value: text, Span: at}, Label: ir.Text{Value: text, Span: at}})
	}
	decl := &ir.TypeDecl{Name: name("Holder"), Type: object(member("big_number", big, required), member("bad_word", bad), member("bads", list(bad)))}
	return &ir.Document{Types: []*ir.TypeDecl{decl}}
}

// TestHostileValues has labels and values that try to be code.
func TestHostileValues(t *testing.T) {
	made, _, err := Generate(manyValues(), Options{Package: "many"})
	if err != nil {
		t.Fatal(err)
	}
	checkFiles(t, made.Files)
}

// TestOneTypeALayout wants one type for spellings that mean the same, and other names for other layouts.
func TestOneTypeALayout(t *testing.T) {
	var fields []*ir.Field
	for i, layout := range []string{"yyyy-MM-dd", "YYYY-MM-DD", "yyyy-mm-dd", "dd/MM/yyyy", "dd.MM.yyyy", "dd-MM-yyyy"} {
		fields = append(fields, member("f"+strconv.Itoa(i), moment(ir.String, "", layout)))
	}
	want := []string{"Date 2006-01-02", "TimeDMY 02-01-2006", "TimeDMY2 02.01.2006", "TimeDMY3 02/01/2006"}
	for range 2 {
		doc := &ir.Document{Types: []*ir.TypeDecl{{Name: name("Date"), Type: object(member("x", scalar(ir.String)))}, {Name: name("T"), Type: &ir.Object{Fields: fields}}}}
		pkg := plan(doc, Options{Package: "p"}, nil).pkg
		var got []string
		for _, m := range pkg.Times {
			got = append(got, m.Name+" "+m.Layouts[0])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
		slices.Reverse(fields)
	}
}
