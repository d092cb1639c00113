//go:build generated

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/go-faster/jx"

	"github.com/wenma/wenma/bench/gen/easy"
	"github.com/wenma/wenma/bench/gen/n1/oapi"
	"github.com/wenma/wenma/bench/gen/n1/ogen"
	"github.com/wenma/wenma/bench/gen/n1/wenma"
	"github.com/wenma/wenma/bench/gen/order"
	"github.com/wenma/wenma/bench/plain"
)

// TestMain stands where the harness does.
func TestMain(m *testing.M) {
	if err := os.Chdir(".."); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// answersRead are the readings of a text by everyone, each written out again as encoding/json has it.
func answersRead(t *testing.T, text []byte) map[string][]byte {
	read := map[string][]byte{}
	keep := func(who string, err error, written []byte) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", who, err)
		}
		read[who] = written
	}
	var (
		w wenma.GetChatInfo1Response
		g ogen.ChatInfoAnswer1
		o oapi.ChatInfoAnswer1
		e easy.Answer
		p plain.Answer
	)
	keep("wenma", w.UnmarshalJSON(text), must(wenma.Encode(nil, &w)))
	err := g.Decode(jx.DecodeBytes(text))
	var enc jx.Encoder
	g.Encode(&enc)
	keep("ogen", err, enc.Bytes())
	err = json.Unmarshal(text, &o)
	keep("oapi-codegen", err, must(json.Marshal(o)))
	err = json.Unmarshal(text, &e)
	keep("easyjson", err, must(json.Marshal(e)))
	err = json.Unmarshal(text, &p)
	keep("encoding/json", err, must(json.Marshal(p)))
	return read
}

// TestSameValues: all read the same values from the answer, in every form in which it is timed, and write the same document.
// What the answer does not have they leave out.
func TestSameValues(t *testing.T) {
	text := seedSample()
	want := valueOf(t, text)
	for _, form := range [][]byte{text, compact(text), alphabetical(text)} {
		for who, written := range answersRead(t, form) {
			got := valueOf(t, written)
			delete(want, "page") // null on the page: oapi-codegen leaves it out
			delete(got, "page")
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s reads another answer:\n%s", who, written)
			}
		}
	}
}

// TestSameFields looks at what a caller sees in the structs, where the three packages have the same field.
func TestSameFields(t *testing.T) {
	var (
		w wenma.GetChatInfo1Response
		g ogen.ChatInfoAnswer1
		o oapi.ChatInfoAnswer1
	)
	text := seedSample()
	if err := w.UnmarshalJSON(text); err != nil {
		t.Fatal(err)
	}
	if err := g.Decode(jx.DecodeBytes(text)); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &o); err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string][3]any{
		"code":            {w.Code, g.Code, o.Code},
		"message":         {w.Message, g.Message, o.Message},
		"userId":          {w.Data.User.UserID, g.Data.User.UserId, o.Data.User.UserId},
		"nickName":        {w.Data.User.NickName, g.Data.User.NickName, o.Data.User.NickName},
		"icon":            {w.Data.User.Icon, g.Data.User.Icon, o.Data.User.Icon},
		"phone is null":   {w.Data.User.Phone == nil, g.Data.User.Phone.Null, o.Data.User.Phone == nil},
		"tags":            {w.Data.User.Tags, g.Data.User.Tags, o.Data.User.Tags},
		"addresses":       {len(w.Data.User.Address), len(g.Data.User.Address), len(o.Data.User.Address)},
		"serviceCount":    {w.Data.User.ServiceCount, g.Data.User.ServiceCount, o.Data.User.ServiceCount},
		"channelId":       {w.Data.Channel.ChannelID, g.Data.Channel.ChannelId, o.Data.Channel.ChannelId},
		"lat":             {w.Data.Location.Lat, g.Data.Location.Lat, o.Data.Location.Lat},
		"lng":             {w.Data.Location.Lng, g.Data.Location.Lng, o.Data.Location.Lng},
		"createTime":      {string(w.Data.CreateTime), g.Data.CreateTime, o.Data.CreateTime},
		"isInGroup":       {w.Data.IsInGroup, g.Data.IsInGroup, o.Data.IsInGroup},
		"logo":            {w.Data.Client.Logo, g.Data.Client.Logo, o.Data.Client.Logo},
		"clientId":        {w.Data.Client.ClientID, g.Data.Client.ClientId, o.Data.Client.ClientId},
		"no companyId":    {w.Data.CompanyID == nil, !g.Data.CompanyId.Set, o.Data.CompanyId == nil},
		"no channel list": {w.Data.ChannelNameList == nil, g.Data.ChannelNameList == nil, o.Data.ChannelNameList == nil},
		"host":            {w.Foot.Host, g.Foot.Host, o.Foot.Host},
	} {
		if !reflect.DeepEqual(v[0], v[1]) || !reflect.DeepEqual(v[0], v[2]) {
			t.Errorf("%s: wenma %#v, ogen %#v, oapi-codegen %#v", name, v[0], v[1], v[2])
		}
	}
}

// TestSameAnswers: the servers that are timed answer alike, with the query and without.
func TestSameAnswers(t *testing.T) {
	want := valueOf(t, seedSample())
	delete(want, "page")
	for _, s := range servers() {
		for _, q := range []string{"", query} {
			w, call := calling(s.handler, q)
			call()
			got := valueOf(t, w.body)
			delete(got, "page")
			if w.status != 0 && w.status != 200 || !reflect.DeepEqual(got, want) {
				t.Errorf("%s answers with status %d: %s", s.who, w.status, w.body)
			}
		}
	}
}

// TestSameVerdicts: each order that breaks one rule is refused by wenma and by validator.
func TestSameVerdicts(t *testing.T) {
	for _, c := range []struct{ old, new string }{
		{"202405060001", "20240506000"}, {"202405060001", "20240506000x"}, {`"app"`, `"tv"`}, {`"level":3`, `"level":6`}, {`"level":3`, `"level":0`},
		{"4200", "0"}, {"SPRING2024", "SPRING"}, {"SPRING2024", "SPRING-2024"}, {`"T12"`, `"12"`}, {"A1001", "A-1001"}, {`"count":2`, `"count":100`}, {"1800", "0"},
		{"王小明", string(bytes.Repeat([]byte("王"), 33))},
	} {
		text := bytes.Replace([]byte(validOrder), []byte(c.old), []byte(c.new), 1)
		ours, theirs := verdicts(t, text)
		if ours == nil || theirs == nil {
			t.Errorf("%s for %s: wenma says %v, validator says %v", c.new, c.old, ours, theirs)
		}
	}
	if ours, theirs := verdicts(t, []byte(validOrder)); ours != nil || theirs != nil {
		t.Errorf("the valid order: wenma says %v, validator says %v", ours, theirs)
	}
}

func verdicts(t *testing.T, text []byte) (ours, theirs error) {
	var w order.OrderSubmitRequest
	var p plain.Order
	if err := json.Unmarshal(text, &w); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	return w.Validate(), newValidator().Struct(&p)
}

func valueOf(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}
