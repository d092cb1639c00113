package conditions_test

import (
	"errors"
	"testing"

	"gen.test/conditions"
)

func ptr[T any](v T) *T { return &v }

// TestConditions has each rule between fields broken once, alone.
func TestConditions(t *testing.T) {
	kind := func(k conditions.CardBindKind) *conditions.CardBindKind { return &k }
	valid := conditions.CardBindRequest{Mobile: ptr("139"), Barcode: ptr("69"), Agent: ptr("")}
	if err := valid.Validate(); err != nil {
		t.Fatal(err)
	}
	full := conditions.CardBindRequest{
		Kind: kind(conditions.CardBindKindEmployee), ShopIDs: []string{"s"}, StaffNo: ptr("7"), Agent: ptr("李"), AgentPhone: ptr("139"),
		Gift: ptr(true), Address: ptr("杭州"), Mobile: ptr("139"), CardNo: ptr("1"), Barcode: ptr("69"), Discount: ptr("d"),
	}
	if n := testing.AllocsPerRun(100, func() {
		if full.Validate() != nil {
			t.Fatal(full.Validate())
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	for _, c := range []struct {
		change func(*conditions.CardBindRequest)
		want   string
		zh     string
	}{
		{func(r *conditions.CardBindRequest) { r.Kind, r.ShopIDs = kind(2), []string{"s"} }, "licence condition kind=2", "licence：kind=2 时必填"},
		{func(r *conditions.CardBindRequest) { r.Kind, r.ShopIDs, r.Licence = kind(2), []string{"s"}, ptr("") }, "licence condition kind=2", "licence：kind=2 时必填"},
		{func(r *conditions.CardBindRequest) { r.Kind = kind(3) }, "shopIds condition kind=2|3", "shopIds：kind=2|3 时必填"},
		{func(r *conditions.CardBindRequest) { r.Kind, r.StaffNo = kind(1), ptr("7") }, "staffNo forbidden kind=3", "staffNo：仅 kind=3 时可填"},
		{func(r *conditions.CardBindRequest) { r.Agent = ptr("李") }, "agentPhone condition agent!=null", "agentPhone：agent!=null 时必填"},
		{func(r *conditions.CardBindRequest) { r.Agent, r.AgentPhone = ptr("李"), ptr("") }, "agentPhone condition agent!=null", "agentPhone：agent!=null 时必填"},
		{func(r *conditions.CardBindRequest) { r.Gift = ptr(true) }, "address condition gift=true", "address：gift=true 时必填"},
		{func(r *conditions.CardBindRequest) { r.Email = ptr("a@b.c") }, "mobile exclusive mobile | email", "mobile：mobile | email 只能填一个"},
		{func(r *conditions.CardBindRequest) { r.Mobile = ptr("") }, "mobile choice mobile | email", "mobile：mobile | email 至少填一个"},
		{func(r *conditions.CardBindRequest) { r.Barcode = nil }, "cardNo choice cardNo | barcode", "cardNo：cardNo | barcode 至少填一个"},
		{func(r *conditions.CardBindRequest) { r.Coupon, r.Discount = ptr("c"), ptr("d") }, "coupon exclusive coupon | discount", "coupon：coupon | discount 只能填一个"},
	} {
		request := valid
		c.change(&request)
		var problems conditions.Problems
		errors.As(request.Validate(), &problems)
		if len(problems) != 1 {
			t.Errorf("%v, want %s", problems, c.want)
			continue
		}
		p := problems[0]
		if got := p.Path + " " + string(p.Code) + " " + p.Want; got != c.want || p.In(conditions.Chinese) != c.zh {
			t.Errorf("%s: %s, want %s: %s", got, p.In(conditions.Chinese), c.want, c.zh)
		}
	}
	unknown := valid
	unknown.StaffNo = ptr("7") // nothing says what kind it is
	if err := unknown.Validate(); err != nil {
		t.Error(err)
	}
}

// TestQueryConditions wants the places of parameters in the paths of problems.
func TestQueryConditions(t *testing.T) {
	for _, c := range []struct {
		request conditions.CardQueryRequest
		want    string
	}{
		{conditions.CardQueryRequest{CardNo: "1", Points: ptr(int64(5))}, ""},
		{conditions.CardQueryRequest{CardNo: "1", Level: conditions.CardQueryLevelGold, Points: ptr(int64(5))}, ""},
		{conditions.CardQueryRequest{CardNo: "1", Level: "SILVER", Points: ptr(int64(5))}, "query.points is allowed only when level=GOLD"},
		{conditions.CardQueryRequest{}, "query.cardNo or another of cardNo | barcode is required"},
		{conditions.CardQueryRequest{CardNo: "1", Barcode: "2"}, "query.cardNo is one of cardNo | barcode, of which only one may be given"},
	} {
		got := ""
		var problems conditions.Problems
		if errors.As(c.request.Validate(), &problems) {
			got = problems.In(conditions.English)
		}
		if got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
