package runtime

import (
	"encoding/json"
	"net/netip"
	"strings"
	"unicode"
)

// isIP reports whether a text is an IPv4 or IPv6 address.
func isIP(text string) bool {
	_, err := netip.ParseAddr(text)
	return err == nil
}

// isUUID reports whether a text is a UUID, with its hyphens or without them.
func isUUID(text string) bool {
	if len(text) == 32 {
		return isHex(text)
	}
	return len(text) == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-' &&
		isHex(text[:8]) && isHex(text[9:13]) && isHex(text[14:18]) && isHex(text[19:23]) && isHex(text[24:])
}

// isMD5 reports whether a text is an MD5 sum in hexadecimal digits.
func isMD5(text string) bool { return len(text) == 32 && isHex(text) }

func isHex(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// isJSON reports whether a text is a JSON document.
func isJSON(text string) bool { return json.Valid([]byte(text)) }

// isBase64 reports whether a text is base64 in the standard alphabet or that for URLs, padded or not, in one line or many. It may
// stand in a data URL.
func isBase64(text string) bool {
	if rest, ok := strings.CutPrefix(text, "data:"); ok {
		if _, text, ok = strings.Cut(rest, ";base64,"); !ok {
			return false
		}
	}
	digits, padding := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\n' || c == '\r':
		case c == '=':
			padding++
		case padding > 0 || !isBase64Digit(c):
			return false
		default:
			digits++
		}
	}
	if padding > 0 {
		return padding <= 2 && (digits+padding)%4 == 0
	}
	return digits%4 != 1
}

func isBase64Digit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '/' || c == '-' || c == '_'
}

// isEmail reports whether a text can be an e-mail address: no more is wanted than that something stands on both sides of one @,
// without blanks.
func isEmail(text string) bool {
	user, host, ok := strings.Cut(text, "@")
	return ok && user != "" && host != "" && !strings.Contains(host, "@") && !strings.ContainsFunc(text, unicode.IsSpace)
}
