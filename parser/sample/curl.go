package sample

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

// curlOptions are the options of curl that take an argument, by what the argument is; "" for those that say nothing
// about the request. Options that are not here take none.
var curlOptions = map[string]string{
	"-X": "method", "--request": "method", "-H": "header", "--header": "header", "--url": "url",
	"-d": "data", "--data": "data", "--data-raw": "data", "--data-ascii": "data", "--data-binary": "data", "--json": "data",
	"--data-urlencode": "pair", "-F": "form", "--form": "form", "--form-string": "form",
	"-u": "Authorization", "--user": "Authorization", "-A": "User-Agent", "--user-agent": "User-Agent", "-e": "Referer", "--referer": "Referer",
	"-b": "Cookie", "--cookie": "Cookie", "-T": "upload", "--upload-file": "upload",
	"-o": "", "--output": "", "-x": "", "--proxy": "", "-m": "", "--max-time": "", "--connect-timeout": "", "--retry": "", "-w": "",
	"--write-out": "", "-E": "", "--cert": "", "--key": "", "--cacert": "", "--capath": "", "-c": "", "--cookie-jar": "", "-D": "", "--dump-header": "",
	"--resolve": "", "-K": "", "--config": "", "--interface": "", "--limit-rate": "", "-r": "", "--range": "", "-U": "", "--cert-type": "", "--key-type": "",
}

// curl is a command line in the making.
type curl struct {
	call *Call
	data []*view
	get  bool // -G: data goes into the query
}

// readCurl reads the words of a curl command.
func readCurl(words []*view) *Call {
	c := &curl{call: &Call{}}
	for i := 1; i < len(words); i++ {
		i += c.argument(words[i], words[i+1:])
	}
	c.finish(words[0])
	return c.call
}

// argument reads one word and gives how many of the next ones belong to it.
func (c *curl) argument(w *view, next []*view) int {
	switch text := w.text; {
	case strings.HasPrefix(text, "--"):
		name, _, glued := strings.Cut(text, "=")
		use, takes := curlOptions[name]
		switch {
		case !takes:
			c.flag(name, w)
			return 0
		case glued:
			c.option(use, w.sub(len(name)+1, len(text)), w)
			return 0
		}
		return c.following(use, w, next)
	case len(text) > 1 && text[0] == '-':
		return c.cluster(w, next)
	case text != "":
		c.setURL(w)
	}
	return 0
}

// cluster reads short options that stand together: -sSX POST, -XPOST, -d'{}'.
func (c *curl) cluster(w *view, next []*view) int {
	for i := 1; i < len(w.text); i++ {
		name := "-" + w.text[i:i+1]
		use, takes := curlOptions[name]
		switch {
		case !takes:
			c.flag(name, w)
		case i+1 < len(w.text):
			c.option(use, w.sub(i+1, len(w.text)), w)
			return 0
		default:
			return c.following(use, w, next)
		}
	}
	return 0
}

func (c *curl) following(use string, w *view, next []*view) int {
	if len(next) == 0 {
		return 0
	}
	c.option(use, next[0], w)
	return 1
}

func (c *curl) flag(name string, w *view) {
	switch name {
	case "-G", "--get":
		c.get = true
	case "-I", "--head":
		c.call.Method = ir.Text{Value: "HEAD", Span: w.whole().Span}
	}
}

// option uses the argument of an option.
func (c *curl) option(use string, arg, option *view) {
	text := arg.whole()
	switch use {
	case "":
	case "method":
		c.call.Method = ir.Text{Value: strings.ToUpper(text.Value), Span: text.Span}
	case "url":
		c.setURL(arg)
	case "header":
		if p, ok := header(arg, 0, len(arg.text)); ok {
			c.call.Headers = append(c.call.Headers, p)
		}
	case "data":
		c.imply("POST", option)
		c.data = append(c.data, arg)
	case "pair":
		c.imply("POST", option)
		c.call.Form = append(c.call.Form, rawPair(arg))
	case "form":
		c.imply("POST", option)
		c.call.Form = append(c.call.Form, formPart(arg))
	case "upload":
		c.imply("PUT", option)
		c.call.Body = text
	case "Authorization":
		text.Value = "Basic " + text.Value
		fallthrough
	default:
		c.call.Headers = append(c.call.Headers, Pair{Name: ir.Text{Value: use, Span: option.whole().Span}, Value: text})
	}
}

// imply sets the method that an option brings with it.
func (c *curl) imply(method string, option *view) {
	if c.call.Method.Empty() {
		c.call.Method = ir.Text{Value: method, Span: option.whole().Span}
	}
}

func (c *curl) setURL(w *view) {
	if c.call.URL.Empty() && (strings.ContainsAny(w.text, "/.{[<$:") || isHan(w.text)) {
		c.call.setURL(w, 0, len(w.text))
	}
}

// finish decides where the data goes.
func (c *curl) finish(command *view) {
	if c.get {
		for _, d := range c.data {
			c.call.Query = append(c.call.Query, pairs(d, 0, len(d.text))...)
		}
		c.call.Query = append(c.call.Query, c.call.Form...)
		c.data, c.call.Form = nil, nil
		if m := c.call.Method; m.Value == "POST" && strings.HasPrefix(m.Span.Text(), "-") {
			c.call.Method = ir.Text{}
		}
	}
	c.imply("GET", command)
	if len(c.data) > 0 {
		c.call.setBody(c.data)
	}
}

// rawPair reads name=value without decoding.
func rawPair(w *view) Pair {
	n := strings.IndexByte(w.text, '=')
	if n < 0 {
		return Pair{Name: w.whole(), Value: w.piece(len(w.text), len(w.text))}
	}
	return Pair{Name: w.piece(0, n), Value: w.piece(n+1, len(w.text))}
}

// formPart reads an argument of -F: name=value, name=@file;type=x.
func formPart(w *view) Pair {
	p := rawPair(w)
	n := len(w.text) - len(p.Value.Value)
	if strings.HasPrefix(p.Value.Value, "@") || strings.HasPrefix(p.Value.Value, "<") {
		end := len(w.text)
		if semi := strings.IndexByte(w.text, ';'); semi > n {
			end = semi
		}
		p.File = w.text[n] == '@'
		p.Value = w.piece(n+1, end)
	}
	return p
}
