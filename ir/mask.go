package ir

import "strings"

// hidden stands for a text that must not be shown.
const hidden = "***"

// Shown is the text of a scalar as it may be shown: a secret one is masked, and an address in the parameters that are secret.
func (j *JSON) Shown() string {
	if !j.Secret {
		return maskParameters(j.Text)
	}
	return Mask(j.Kind, j.Text)
}

// maskParameters masks the parameters of an address that let in who has them: ?access_token=9f3Kq7Zr.
func maskParameters(text string) string {
	var masked strings.Builder
	rest := text
	for {
		start := strings.IndexAny(rest, "?&") + 1
		if start == 0 {
			break
		}
		name := leadingName(rest[start:])
		value, ok := strings.CutPrefix(rest[start+len(name):], "=")
		end := strings.IndexAny(value+"#", "&# \t\n\f\r")
		if !ok || end == 0 || !letsIn(name) {
			masked.WriteString(rest[:start])
			rest = rest[start:]
			continue
		}
		masked.WriteString(rest[:start+len(name)+1] + hidden)
		rest = value[end:]
	}
	if masked.Len() == 0 {
		return text
	}
	return masked.String() + rest
}

// leadingName is the name of a parameter at the beginning of a text.
func leadingName(text string) string {
	n := 0
	for n < len(text) && ('a' <= text[n]|0x20 && text[n]|0x20 <= 'z' || text[n] == '_' || text[n] == '-') {
		n++
	}
	return text[:n]
}

// letsIn reports whether who knows the parameter of this name is let in.
func letsIn(name string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{"token", "sign", "signature", "secret", "password", "passwd", "key"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

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
