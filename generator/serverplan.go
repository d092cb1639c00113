package generator

import (
	"net/url"
	"strings"

	"github.com/wenma/wenma/source"
	"github.com/wenma/wenma/templates"
)

// environments are the words for the stages of an API's life, the longer before those that they contain.
var environments = []struct{ word, name string }{
	{"开发", "Development"}, {"本地", "Local"}, {"测试", "Test"}, {"联调", "Integration"}, {"预发", "Staging"}, {"预生产", "Staging"},
	{"沙箱", "Sandbox"}, {"沙盒", "Sandbox"}, {"灰度", "Canary"}, {"线上", "Production"}, {"生产", "Production"}, {"正式", "Production"},
	{"dev", "Development"}, {"test", "Test"}, {"staging", "Staging"}, {"sandbox", "Sandbox"}, {"prod", "Production"},
}

// servers names the addresses that the page gives. The first is the client's default.
func (p *planner) servers() {
	keys := p.keyServers()
	for _, s := range p.doc.Servers {
		if !isAddress(s.URL.Value) {
			continue
		}
		if p.pkg.DefaultURL == "" {
			p.pkg.DefaultURL = s.URL.Value
		}
		if s.Name.Empty() {
			continue
		}
		wish := claim{name: "Server" + p.environment(s.Name.Value), suffix: "Address", text: clean(s.Name.Value), span: s.Name.Span}
		name := p.claimed(ServerName, keys[s], wish, s, s.Name.Span)
		p.noteHomes(keys[s], serverKey(s), name, []string{clean(s.URL.Value)}, s, s.Name.Span)
		p.pkg.Servers = append(p.pkg.Servers, templates.Address{
			Const: name, URL: s.URL.Value, Comment: p.opts.Places.sentence(p.opts.Places.row(spanOf(s.URL.Span, s.Span)), s.Name),
		})
	}
}

// isAddress tells addresses that a client can call from those with a placeholder in them.
func isAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && u.RawQuery == "" && (u.Scheme == "http" || u.Scheme == "https") && !strings.ContainsAny(address, "{}<>[]$ ")
}

func (p *planner) environment(name string) string {
	lower := strings.ToLower(name)
	for _, e := range environments {
		if strings.Contains(lower, e.word) {
			return e.name
		}
	}
	return p.namer.Exported(name)
}

// spanOf is the first place that is known.
func spanOf(spans ...source.Span) source.Span {
	for _, s := range spans {
		if s.Known() {
			return s
		}
	}
	return source.Span{}
}
