//go:build generated

package main

import (
	"encoding/json"

	"github.com/go-playground/validator/v10"

	"github.com/wenma/wenma/bench/gen/n1/wenma"
	"github.com/wenma/wenma/bench/gen/order"
	"github.com/wenma/wenma/bench/plain"
)

const validOrder = `{"orderNo":"202405060001","buyer":"王小明","channel":"app","level":3,"amount":4200,"remark":"少放辣","couponCode":"SPRING2024",
"tableNo":"T12","items":[{"sku":"A1001","title":"牛肉面","count":2,"price":1800},{"sku":"B2002","title":"豆浆","count":1,"price":600}]}`

func validateCases() []timedCase {
	v := newValidator()
	var p plain.Order
	var w order.OrderSubmitRequest
	check(json.Unmarshal([]byte(validOrder), &p))
	check(json.Unmarshal([]byte(validOrder), &w))
	seedP, seedW := plain.Query{ChatID: chatID}, wenma.GetChatInfo1Request{ChatID: chatID}
	return []timedCase{
		repeat("validate/order/wenma", func() { check(w.Validate()) }),
		repeat("validate/order/validator", func() { check(v.Struct(&p)) }),
		repeat("validate/seed/wenma", func() { check(seedW.Validate()) }),
		repeat("validate/seed/validator", func() { check(v.Struct(&seedP)) }),
	}
}

func newValidator() *validator.Validate {
	return validator.New(validator.WithRequiredStructEnabled())
}
