package examples

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var transcript = regexp.MustCompile("(?s)<!-- transcript -->\n```text\n(.*?)```\n")

// TestTranscripts: what the documents show of a session is what the commands say, line for line; … stands for lines that are left out.
// The sessions of a document go on from one another, in a copy of examples/chat.
func TestTranscripts(t *testing.T) {
	needs(t, "bash", "sed")
	for _, d := range []struct{ path, lang string }{
		{"../README.md", "LANG=en_US.UTF-8"}, {"../README.zh-CN.md", "LANG=zh_CN.UTF-8"},
		{"../docs/PROJECT.md", "LANG=en_US.UTF-8"}, {"../docs/PROJECT.zh-CN.md", "LANG=zh_CN.UTF-8"},
	} {
		p := begin(t, "chat")
		p.shell("go tool wenma gen") // the first run, whose warnings are not those of the sessions
		raw, err := os.ReadFile(d.path)
		if err != nil {
			t.Fatal(err)
		}
		sessions := transcript.FindAllStringSubmatch(string(raw), -1)
		if len(sessions) == 0 {
			t.Errorf("%s: no session found", d.path)
		}
		for _, m := range sessions {
			for _, c := range strings.Split("\n"+m[1], "\n$ ")[1:] {
				command, shown, _ := strings.Cut(c, "\n")
				said, _ := p.shell(command, d.lang)
				if !shows(lines(shown), lines(said)) {
					t.Errorf("%s: %s\nshown:\n%s\nsaid:\n%s", d.path, command, shown, said)
				}
			}
		}
	}
}

func lines(text string) []string {
	text = strings.TrimSuffix(text, "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// shows reports whether lines are those that were said, but for what … stands for.
func shows(shown, said []string) bool {
	if len(shown) == 0 {
		return len(said) == 0
	}
	if shown[0] != "…" {
		return len(said) > 0 && said[0] == shown[0] && shows(shown[1:], said[1:])
	}
	for i := range len(said) + 1 {
		if shows(shown[1:], said[i:]) {
			return true
		}
	}
	return false
}
