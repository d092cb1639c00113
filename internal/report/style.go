package report

import "github.com/wenma/wenma/source"

// style is the parameter of an ANSI "select graphic rendition" sequence.
type style string

const (
	bold   style = "1"
	red    style = "1;31"
	yellow style = "1;33"
	blue   style = "1;34"
	cyan   style = "1;36"
)

// paint colours a text, where colour is wanted.
func (p *printer) paint(s style, text string) string {
	if !p.Color {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// severityWords are the word and colour of a severity, and how it is counted.
type severityWords struct {
	source.Message
	style     style
	one, many source.Message
}

func (s severityWords) count(n int) source.Message {
	if n == 1 {
		return s.one
	}
	return s.many
}

var severities = [...]severityWords{
	source.Info: {
		source.Message{ZH: "提示", EN: "info"}, cyan,
		source.Message{ZH: "%d 条提示", EN: "%d info"}, source.Message{ZH: "%d 条提示", EN: "%d infos"},
	},
	source.Warning: {
		source.Message{ZH: "警告", EN: "warning"}, yellow,
		source.Message{ZH: "%d 个警告", EN: "%d warning"}, source.Message{ZH: "%d 个警告", EN: "%d warnings"},
	},
	source.Error: {
		source.Message{ZH: "错误", EN: "error"}, red,
		source.Message{ZH: "%d 个错误", EN: "%d error"}, source.Message{ZH: "%d 个错误", EN: "%d errors"},
	},
}
