package parser

import (
	"strings"

	"github.com/wenma/wenma/ir"
)

var returnWords = []struct {
	word  string
	media ir.Media
}{
	{"文件流", ir.MediaBinary}, {"二进制", ir.MediaBinary}, {"octet-stream", ir.MediaBinary}, {"图片流", ir.MediaBinary}, {"文件下载", ir.MediaBinary}, {"text/plain", ir.MediaText}, {"纯文本", ir.MediaText},
}

// media notes how the request body is encoded.
func (sc *scan) media(text string) {
	if m, ok := mediaIn(text); ok {
		sc.d.media, sc.d.stated = m, true
		sc.d.either = m != ir.MediaJSON && strings.Contains(strings.ToLower(text), "json")
	}
}

// mediaIn finds an encoding named in a text.
func mediaIn(text string) (ir.Media, bool) {
	lower := strings.ToLower(text)
	for _, row := range mediaWords {
		if strings.Contains(lower, row.word) {
			return row.media, true
		}
	}
	return 0, false
}

var mediaWords = []struct {
	word  string
	media ir.Media
}{
	{"multipart", ir.MediaMultipart}, {"form-data", ir.MediaMultipart}, {"formdata", ir.MediaMultipart}, {"urlencoded", ir.MediaForm},
	{"x-www-form", ir.MediaForm}, {"x-www-url", ir.MediaForm}, {"json", ir.MediaJSON}, {"xml", ir.MediaXML}, {"octet-stream", ir.MediaBinary}, {"text/plain", ir.MediaText}, {"表单", ir.MediaForm},
}

// mediaHint reads the encoding from a label: 请求参数(JSON), form-data 参数.
func (sc *scan) mediaHint(c *cue) {
	if sc.role == roleResponse || sc.role == roleResponseSample || sc.d.stated {
		return
	}
	if sc.role == roleForm {
		sc.d.media = ir.MediaForm
	}
	sc.media(c.text.Text)
}
