package openapi

import (
	"regexp"
	"strings"
	"sync"

	"github.com/wenma/wenma/ir"
)

// servers lists the base URLs. OpenAPI has no server without an address; those are listed apart.
func servers(all []*ir.Server) list {
	var out list
	for _, s := range all {
		if s.URL.Empty() {
			continue
		}
		url, variables := serverURL(s.URL.Value)
		out = append(out, new(object).
			setText("url", url).
			setText("description", s.Name.Value).
			setObject("variables", variables))
	}
	return out
}

// serversWithoutAddress names the servers of which the page gives no address.
func serversWithoutAddress(all []*ir.Server) list {
	var out list
	for _, s := range all {
		if s.URL.Empty() {
			out = append(out, text(s.Name.Value))
		}
	}
	return out
}

// variableNotations matches a part of an address that the reader is to fill in, however it is written: {{host}},
// ${host}, {host}, [[域名]], <host>.
var variableNotations = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\{\{\s*([^{}]+?)\s*\}\}|\$?\{\s*([^{}]+?)\s*\}|\[\[\s*([^\[\]]+?)\s*\]\]|<\s*([^<>]+?)\s*>`)
})

// serverURL writes the address as an OpenAPI URL template and describes its variables. OpenAPI demands a default for
// each; the page gives none, so that it is the variable's own name, and marked.
func serverURL(address string) (string, *object) {
	variables := new(object)
	url := address
	if strings.ContainsAny(address, "{[<") {
		url = variableNotations().ReplaceAllStringFunc(address, func(match string) string {
			name := strings.Trim(match, "${}[]<> \t")
			if variables.get(name) == nil {
				variables.set(name, new(object).setText("default", name).mark("x-default-undocumented", true))
			}
			return "{" + name + "}"
		})
	}
	return withAuthority(url), variables
}

// withAuthority marks an address without a scheme as a host: as it stands, "api.example.com/v1" would be a path beneath
// the place of the document.
func withAuthority(url string) string {
	host, _, _ := strings.Cut(url, "/")
	if host == "" || strings.HasPrefix(host, "{") || strings.Contains(url, "://") || !strings.ContainsAny(host, ".:") {
		return url
	}
	return "//" + url
}
