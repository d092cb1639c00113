package generator

import (
	"strings"

	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// selectorNames are what parameters are called that carry a gateway's action.
const selectorNames wordList = " action method service cmd command api apiname interface func function opcode transcode msgtype version.method "

// selector finds the parameter that tells the actions of a gateway apart; without a trace of it, it is the query parameter
// Action, which most gateways have.
func (p *planner) selector() {
	for _, e := range p.doc.Endpoints {
		if e.Action.Empty() {
			continue
		}
		if p.pkg.Selector == nil {
			p.pkg.Selector = &templates.Selector{Wire: "Action", In: "query"}
		}
		if s := selectorIn(e); s != nil {
			p.pkg.Selector = s
			return
		}
	}
}

func selectorIn(e *ir.Endpoint) *templates.Selector {
	for _, f := range e.Params {
		if (f.In == ir.InQuery || f.In == ir.InHeader) && selects(f, e) {
			return &templates.Selector{Wire: f.Name.Value, In: f.In.String()}
		}
	}
	if e.Body == nil {
		return nil
	}
	for _, f := range ir.Fields(e.Body.Type) {
		if selects(f, e) {
			return &templates.Selector{Wire: f.Name.Value, In: "body"}
		}
	}
	return nil
}

// selects reports whether the field carries the endpoint's action: by its value, or by what it is called.
func selects(f *ir.Field, e *ir.Endpoint) bool {
	if f.Name.Value == "" {
		return false
	}
	for _, v := range []*ir.Text{f.Default, f.Example} {
		if v != nil && v.Value == e.Action.Value {
			return true
		}
	}
	return selectorNames.has(strings.ToLower(f.Name.Value))
}
