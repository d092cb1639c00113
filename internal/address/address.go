// Package address is how things of an API are called, by facts of the pages that stay when these are edited elsewhere. There
// are no line numbers and no Go names in an address:
//
//	User                                    a type
//	User@docs/user.md                       a type, where another page has another one of the name
//	User.address[].city                     a member, here of an object that stands in a list in the type
//	POST /v1/getChatInfo                    an operation
//	POST /gateway CreateOrder               an action of a gateway
//	POST /v1/getChatInfo request.chatId     a parameter; request.header.id where one of its name is in the path, body or query
//	POST /v1/getChatInfo response.data      a member of the answer
//	common.token                            a parameter that all requests carry
//	envelope code,message,data.code         a member of what surrounds the answers
//
// "[]" stands for the elements of a list and "{}" for the values of a map. What several things have in common has a number
// behind it from the second on (User#2), which says nothing that lasts: what is not only looked up but kept has the page of a type.
package address

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/wenma/wenma/ir"
)

// maxWord is how many characters of a text an address holds.
const maxWord = 300

// Word makes one line of page text: without control, direction and invisible characters, white space single, cut at a length.
func Word(text string) string {
	var b strings.Builder
	n, space := 0, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = n > 0
			continue
		case r == unicode.ReplacementChar, !unicode.IsPrint(r):
			continue
		}
		if n >= maxWord {
			b.WriteString("…")
			break
		}
		if space {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		n, space = n+1, false
	}
	return b.String()
}

// Operation is the address of an endpoint.
func Operation(e *ir.Endpoint) string {
	method, _ := Methods(e)
	return routed(e, method)
}

func routed(e *ir.Endpoint, method string) string {
	switch {
	case e.Path.Empty():
		return method + " " + Word(e.Name.Value)
	case !e.Action.Empty():
		return method + " " + Word(Path(e.Path.Value)) + " " + Word(e.Action.Value)
	}
	return method + " " + Word(Path(e.Path.Value))
}

// Routes are the address of an endpoint with each of its methods, and with none.
func Routes(e *ir.Endpoint) []string {
	var routes []string
	_, methods := Methods(e)
	for _, method := range methods {
		routes = append(routes, routed(e, method))
	}
	_, bare, _ := strings.Cut(routes[0], " ")
	return append(routes, bare)
}

// Operations are the names by which people may call an endpoint, its address first: with each of its methods and with none,
// without the version, its title, the author's name for it, its action. None is empty; they may repeat.
func Operations(e *ir.Endpoint) []string {
	routes := Routes(e)
	names := slices.Clone(routes)
	for _, route := range routes {
		names = append(names, withoutVersion(route))
	}
	names = append(names, Word(e.Name.Value), Word(e.Title.Value), Word(e.Action.Value))
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// withoutVersion leaves the segments out of a path that say which version it is: /v1/, /V2.0.
func withoutVersion(route string) string {
	segments := strings.Split(route, "/")
	kept := segments[:1]
	for _, s := range segments[1:] {
		if !isVersion(s) {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, "/")
}

func isVersion(segment string) bool {
	if len(segment) < 2 || segment[0]|0x20 != 'v' || segment[1] < '0' || segment[1] > '9' {
		return false
	}
	return strings.Trim(segment[1:], "0123456789.") == ""
}

// Methods is the method that callers use, and all that are answered. A page that names none means POST where there is a body,
// else GET.
func Methods(e *ir.Endpoint) (string, []string) {
	var methods []string
	for _, m := range append([]ir.Text{e.Method}, e.Methods...) {
		if name := strings.ToUpper(m.Value); isToken(name) && !slices.Contains(methods, name) {
			methods = append(methods, name)
		}
	}
	if len(methods) > 0 {
		return methods[0], methods
	}
	if e.Body != nil {
		return "POST", []string{"POST"}
	}
	return "GET", []string{"GET"}
}

func isToken(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

// Path is a path without empty and dotted segments, which no server would ever see.
func Path(value string) string {
	cleaned := path.Clean("/" + value)
	if strings.HasSuffix(value, "/") && cleaned != "/" {
		cleaned += "/"
	}
	return cleaned
}

// Envelope is the address of what surrounds an answer: its members, the payload too.
func Envelope(e *ir.Envelope) string {
	var names []string
	for _, f := range e.Root() {
		names = append(names, Word(f.Name.Value))
	}
	return "envelope " + strings.Join(names, ",")
}
