package ir

import (
	"regexp"
	"strings"
)

// hidden stands for a text that must not be shown.
const hidden = "***"

// Shown is the text of a scalar as it may be shown: a secret one is masked, and an address in the parameters that are secret.
func (j *JSON) Shown() string {
	if !j.Secret {
		return secretParameter.ReplaceAllString(j.Text, "${1}"+hidden)
	}
	return Mask(j.Kind, j.Text)
}

// secretParameter is a parameter of an address that lets in who has it.
var secretParameter = regexp.MustCompile(`(?i)([?&][a-z_-]*(?:token|sign|signature|secret|password|passwd|key)=)[^&#\s]+`)

// Shown is a default or example of the field as it may be shown.
func (f *Field) Shown(t *Text) string {
	if !f.Secret && !f.Private {
		return t.Value
	}
	return Mask(String, t.Value)
}

// Mask gives a value of the same kind that tells nothing of it: digits stay digits, as many as they are, and other texts
// become ***. What is empty stays so, and a boolean is no secret.
func Mask(kind Kind, text string) string {
	switch kind {
	case Integer, Number:
		return maskDigits(text)
	case String:
		if strings.Trim(text, "0123456789") == "" {
			return maskDigits(text)
		}
		return hidden
	}
	return text
}

// maskDigits writes 1 for the first digit and 0 for the others; a mobile number stays one: 13800000000.
func maskDigits(text string) string {
	if len(text) == 11 && text[0] == '1' && strings.Trim(text, "0123456789") == "" {
		return "13800000000"
	}
	masked := []byte(text)
	first := true
	for i, c := range masked {
		if c < '0' || c > '9' {
			continue
		}
		if masked[i] = '0'; first && c != '0' {
			masked[i] = '1'
		}
		first = false
	}
	return string(masked)
}
