//go:build generated

package main

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/bytedance/sonic"
	"github.com/bytedance/sonic/encoder"
	"github.com/go-faster/jx"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson/jlexer"
	"github.com/mailru/easyjson/jwriter"

	"github.com/wenma/wenma/bench/gen/easy"
	"github.com/wenma/wenma/bench/gen/n1/oapi"
	"github.com/wenma/wenma/bench/gen/n1/ogen"
	"github.com/wenma/wenma/bench/gen/n1/wenma"
	"github.com/wenma/wenma/bench/plain"
)

// seedSample is the answer that the seed page shows, as it stands there.
func seedSample() []byte {
	page := must(os.ReadFile("../specs/op/getChatInfo.md"))
	_, rest, ok := bytes.Cut(page, []byte("```\n"))
	text, _, closed := bytes.Cut(rest, []byte("\n```"))
	if !ok || !closed {
		panic("the seed page has no fenced sample")
	}
	return text
}

// compact is the sample without white space, as servers send it.
func compact(text []byte) []byte {
	var b bytes.Buffer
	check(json.Compact(&b, text))
	return b.Bytes()
}

// alphabetical is the sample with the members of all objects in alphabetical order, without white space.
func alphabetical(text []byte) []byte {
	var v any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	check(d.Decode(&v))
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	check(e.Encode(v))
	return bytes.TrimSpace(b.Bytes())
}

func decodeCases() []timedCase {
	var cases []timedCase
	for _, v := range []struct {
		name string
		text []byte
	}{{"compact", compact(seedSample())}, {"printed", seedSample()}, {"alphabetical", alphabetical(seedSample())}} {
		cases = append(cases, decodeCasesOf("decode/"+v.name+"/", v.text)...)
	}
	return cases
}

func decodeCasesOf(prefix string, text []byte) []timedCase {
	var d jx.Decoder
	return []timedCase{
		repeat(prefix+"encoding/json", func() { check(json.Unmarshal(text, new(plain.Answer))) }),
		repeat(prefix+"wenma", func() { check(new(wenma.GetChatInfo1Response).UnmarshalJSON(text)) }),
		repeat(prefix+"ogen", func() {
			d.ResetBytes(text)
			check(new(ogen.ChatInfoAnswer1).Decode(&d))
		}),
		repeat(prefix+"oapi-codegen", func() { check(json.Unmarshal(text, new(oapi.ChatInfoAnswer1))) }),
		repeat(prefix+"sonic", func() { check(sonic.ConfigStd.Unmarshal(text, new(plain.Answer))) }),
		repeat(prefix+"goccy", func() { check(goccy.Unmarshal(text, new(plain.Answer))) }),
		repeat(prefix+"easyjson", func() {
			l := jlexer.Lexer{Data: text}
			new(easy.Answer).UnmarshalEasyJSON(&l)
			check(l.Error())
		}),
	}
}

// encodeCases write the answer into a buffer that is there already, each in its fastest way.
func encodeCases() []timedCase {
	text := seedSample()
	var (
		p plain.Answer
		w wenma.GetChatInfo1Response
		g ogen.ChatInfoAnswer1
		o oapi.ChatInfoAnswer1
		e easy.Answer
	)
	check(json.Unmarshal(text, &p))
	check(json.Unmarshal(text, &o))
	check(w.UnmarshalJSON(text))
	check(g.Decode(jx.DecodeBytes(text)))
	check(json.Unmarshal(text, &e))

	wBuf, sBuf := make([]byte, 0, 4096), make([]byte, 0, 4096)
	var pBuf, oBuf, gBuf bytes.Buffer
	var jxe jx.Encoder
	std, stdO, goccyE := json.NewEncoder(&pBuf), json.NewEncoder(&oBuf), goccy.NewEncoder(&gBuf)
	return []timedCase{
		repeat("encode/buffer/encoding/json", func() { pBuf.Reset(); check(std.Encode(&p)) }),
		repeat("encode/buffer/wenma", func() { wBuf = must(wenma.Encode(wBuf[:0], &w)) }),
		repeat("encode/buffer/ogen", func() { jxe.Reset(); g.Encode(&jxe) }),
		repeat("encode/buffer/oapi-codegen", func() { oBuf.Reset(); check(stdO.Encode(&o)) }),
		repeat("encode/buffer/sonic", func() { sBuf = sBuf[:0]; check(encoder.EncodeInto(&sBuf, &p, 0)) }),
		repeat("encode/buffer/goccy", func() { gBuf.Reset(); check(goccyE.Encode(&p)) }),
		repeat("encode/buffer/easyjson", func() {
			var jw jwriter.Writer // takes its buffers from a pool of its own
			e.MarshalEasyJSON(&jw)
			check(jw.Error)
			sBuf = jw.Buffer.BuildBytes(sBuf[:0])
		}),
	}
}
