package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// homesOf are the pages that describe endpoints. The others, of error codes, values or common parameters, may matter to all.
func homesOf(doc *ir.Document) map[string]bool {
	homes := map[string]bool{}
	for _, e := range doc.Endpoints {
		if page := pageAt(e.Span); page != "" {
			homes[page] = true
		}
	}
	return homes
}

func pageAt(s source.Span) string {
	if !s.Known() {
		return ""
	}
	return s.File.Path
}

// sharers are, for each page, pages that it must be read with to come out as it does with all: those whose text it draws on, and
// one other user of each type without a name that it uses too.
func (g *generation) sharers() map[string][]string {
	with := map[string]map[string]bool{}
	add := func(page, other string) {
		if page == "" || other == "" || page == other {
			return
		}
		if with[page] == nil {
			with[page] = map[string]bool{}
		}
		with[page][other] = true
	}
	drawnOn(g.doc, add)
	calledAlike(g.doc, add)
	for _, made := range g.made {
		usedAlso(made, add)
	}
	lists := map[string][]string{}
	for page, others := range with {
		lists[page] = slices.Sorted(maps.Keys(others))
	}
	return lists
}

// drawnOn adds the pages on which something stands that an endpoint of another page has.
func drawnOn(doc *ir.Document, add func(page, other string)) {
	for _, e := range doc.Endpoints {
		page := pageAt(e.Span)
		ir.Walk(&ir.Document{Endpoints: []*ir.Endpoint{e}}, func(n ir.Node) {
			add(page, pageAt(n.Span))
			add(pageAt(n.Span), page)
		})
	}
}

// calledAlike adds the pages that declare types of one name to each other, and those that call objects by it: whether they are one type
// depends on all of them.
func calledAlike(doc *ir.Document, add func(page, other string)) {
	declared := map[string][]string{}
	ir.Walk(doc, func(n ir.Node) {
		if n.Part == "class" {
			name := strings.ToLower(n.Value)
			declared[name] = append(declared[name], pageAt(n.Span))
		}
	})
	for _, t := range doc.Types {
		name := strings.ToLower(t.Name.Value)
		for _, s := range append([]source.Span{t.Span}, t.Also...) {
			declared[name] = append(declared[name], pageAt(s))
		}
	}
	for _, pages := range declared {
		for _, page := range pages {
			for _, other := range pages {
				add(page, other)
			}
		}
	}
}

// usedAlso adds, for each type that several pages use without declaring it, the first two of its users to the others.
func usedAlso(made pack, add func(page, other string)) {
	pages := map[string]string{} // by the key of an operation
	for _, n := range made.Names {
		if e, ok := n.Of.(*ir.Endpoint); ok && n.Kind == generator.OperationName {
			pages[n.Key] = pageAt(e.Span)
		}
	}
	users := map[string][]string{} // of each type
	for _, n := range made.Names {
		if n.Kind != generator.EnumName && n.Kind != generator.ObjectName && n.Kind != generator.EnvelopeName {
			continue
		}
		if page := pages[operationIn(n.Key, pages)]; page != "" && !slices.Contains(users[n.Go], page) {
			users[n.Go] = append(users[n.Go], page)
		}
	}
	for _, list := range users {
		slices.Sort(list)
		for _, page := range list {
			for _, other := range list[:min(2, len(list))] {
				add(page, other)
			}
		}
	}
}

// operationIn is the operation with whose key another key begins.
func operationIn(key string, operations map[string]string) string {
	for end := len(key); end > 0; end = strings.LastIndexByte(key[:end], ' ') {
		if _, ok := operations[key[:end]]; ok {
			return key[:end]
		}
	}
	return ""
}
