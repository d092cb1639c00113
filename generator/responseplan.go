package generator

import (
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/templates"
)

// response plans what an operation answers.
func (p *planner) response(op *operation) {
	r := op.endpoint.Success()
	result := &op.Result
	if r != nil {
		result.Status = answerStatus(r.Status.Value)
	}
	switch {
	case r == nil:
		result.Kind, result.Type = templates.RawResult, &templates.Type{Kind: templates.Bytes}
	case r.Media == ir.MediaText:
		result.Kind, result.Type = templates.TextResult, &templates.Type{Kind: templates.Text}
	case r.Media != ir.MediaJSON || ir.KindOf(r.Type) == ir.File:
		if r.Media == ir.MediaXML && r.Span.Known() {
			p.diags.Add(xmlBody.At(r.Span))
		}
		result.Kind, result.Type = templates.StreamResult, &templates.Type{Kind: templates.Stream}
	case r.Type == nil:
		result.Kind, result.Type = templates.RawResult, &templates.Type{Kind: templates.Bytes}
	case r.Envelope != nil && len(ir.Fields(r.Type)) > 0:
		p.enveloped(op, r)
	default:
		p.bare(op, r)
	}
}

// answerStatus is the status that the page gives for answers to calls that go well; 0 where that is 200, or one that no answer with a body
// can have.
func answerStatus(text string) int {
	switch status := statusOf(text); status {
	case 201, 202, 203: // package net/http would be most of the program
		return status
	}
	return 0
}

// bare plans an answer without an envelope. A root that is no object is read and written by a struct around it.
func (p *planner) bare(op *operation, r *ir.Response) {
	t := p.typeOf(r.Type, place{name: op.Name + "Response", owner: op.Name, member: "answer", key: op.key + " response"})
	op.Result.Type = t
	if t.Kind == templates.Object {
		op.Result.Root = t.Struct
		return
	}
	field := &templates.Field{Name: "value", Type: t, In: "body"}
	root := &templates.Struct{Name: "answerOf" + op.Name, Hidden: true, Fields: []*templates.Field{field}, Wire: []*templates.Field{field}}
	op.Result.Root, op.Result.Data = root, field
}

// enveloped plans an answer in an envelope: a root struct that embeds it, with the payload beside.
func (p *planner) enveloped(op *operation, r *ir.Response) {
	e := p.shapes[r.Envelope]
	name := p.claimed(ResponseName, op.key, claim{name: op.Name + "Response", suffix: "Model", follow: op.Name}, r, r.Span)
	root := p.newStruct(name, "is all of the answer to "+op.Name+".")
	root.Envelope = e
	names := p.scope(op.key+" response", structMethods)
	if e != nil {
		names.more = append(names.more, e.Name)
		for _, f := range e.Fields {
			names.more = append(names.more, f.Name)
		}
	}
	op.Result.Root = root
	seen := newMembers()
	for _, f := range ir.Fields(r.Type) {
		if !p.unique(seen, f) {
			continue
		}
		p.member(op, r.Envelope, root, names, f)
	}
	switch data := r.Envelope.Data; {
	case root.Envelope != nil && (data == nil && len(root.Fields) == 0 || showsNothing(data)):
		op.Result = templates.Result{Root: root, Nothing: true}
	case op.Result.Data == nil:
		op.Result.Type = &templates.Type{Kind: templates.Object, Struct: root}
	}
}

// showsNothing reports whether all that the page has to say of a payload is a sample without one: null, or an object with nothing in it.
func showsNothing(data *ir.Field) bool {
	if data == nil || data.Origin != ir.FromSample {
		return false
	}
	object, is := data.Type.(*ir.Object)
	return is && len(object.Fields) == 0 || ir.KindOf(data.Type) == ir.Any && data.Nullable != nil
}

// member adds a member of the answer's root: one of the envelope's, or a field of the root's own.
func (p *planner) member(op *operation, e *ir.Envelope, root *templates.Struct, names *scope, f *ir.Field) {
	if own := p.envelopeField(root.Envelope, e, f); own != nil {
		root.Wire = append(root.Wire, own)
		p.record(FieldName, op.key+" response."+clean(f.Name.Value), root.Envelope.Name+"."+own.Name, f, f.Span)
		return
	}
	at := place{name: op.Name, owner: "the answer to " + op.Name, within: root.Name, key: op.key + " response"}
	if e.Data == nil || p.namer.Exported(f.Name.Value) == "Response" { // which is what the root is called by
		at.name = root.Name
	}
	field := p.field(names, f, at)
	root.Fields, root.Wire = append(root.Fields, field), append(root.Wire, field)
	if f == e.Data {
		op.Result.Data, op.Result.Type = field, field.Type
	}
}

// envelopeField is the envelope's field for a member, nil for the payload and what the answer has for itself.
func (p *planner) envelopeField(s *templates.Struct, e *ir.Envelope, f *ir.Field) *templates.Field {
	if s == nil || f == e.Data {
		return nil
	}
	for _, field := range s.Fields {
		if field.Wire != f.Name.Value {
			continue
		}
		if sig, rest := p.restTypes[field]; decides(f, e) || rest && sig == typeSignature(f.Type, 0) {
			return field
		}
	}
	return nil
}

// successText is the message of a success, as a sample shows it.
func successText(a *enveloped) string {
	message := a.Envelope.Message
	if message == nil {
		return ""
	}
	for _, s := range a.endpoint.Samples {
		if s.Kind != ir.ResponseSample || s.JSON == nil {
			continue
		}
		if v := a.Envelope.MessageIn(s.JSON); v != nil && v.Kind == ir.String && !v.Secret {
			return clean(v.Text)
		}
	}
	if message.Example != nil {
		return clean(message.Example.Value)
	}
	return ""
}
