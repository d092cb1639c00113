package parser

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"iter"
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/wenma/wenma/internal/lexicon"
)

// looksReal reports whether a value that goes by a name looks like a real secret or like what is somebody's own, and not like
// something that stands in its place.
func looksReal(name, value string) bool {
	if len(value) < 8 || len(value) > maxSecret {
		return false
	}
	text := credential(value)
	switch {
	case webToken(text) || privateKey(text):
		return true
	case !typed(text) || knownValues()[text]:
		return false
	case lexicon.Password(name):
		return realPassword(text)
	case lexicon.Secret(name):
		return !lexicon.Session(name) && realToken(text)
	case idCard(text):
		return true
	case mobile(text):
		return lexicon.Phone(name)
	case bankCard(text):
		return lexicon.BankCard(name) && !lexicon.Phone(name)
	}
	return false
}

// typed reports whether a text is one that a keyboard writes without a blank, as all passwords, tokens and numbers are.
func typed(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// maxSecret is how long a value can be, in bytes, that is looked at: keys have a few thousand.
const maxSecret = 1 << 14

// credential is a value without the word that says how it is used: "Bearer eyJ…".
func credential(value string) string {
	value = strings.TrimSpace(value)
	for _, scheme := range []string{"bearer ", "basic ", "token ", "bearer+", "bearer%20"} {
		if len(value) > len(scheme) && strings.EqualFold(value[:len(scheme)], scheme) {
			return strings.TrimSpace(value[len(scheme):])
		}
	}
	return value
}

var knownValues = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, v := range lexicon.KnownValues {
		out[v] = true
	}
	for _, p := range lexicon.CommonPasswords {
		m, s1, s2 := md5.Sum([]byte(p)), sha1.Sum([]byte(p)), sha256.Sum256([]byte(p))
		for _, sum := range [][]byte{m[:], s1[:], s2[:]} {
			digest := hex.EncodeToString(sum)
			out[digest], out[strings.ToUpper(digest)] = true, true
			out[base64.StdEncoding.EncodeToString(sum)] = true
		}
	}
	return out
})

// realToken reports whether a text has the looks of what a machine drew: long enough, letters and digits, and no order in them.
func realToken(text string) bool {
	if len(text) < 16 && !(len(text) >= 12 && classes(text) >= 4) {
		return false
	}
	if strings.Trim(text, tokenBytes) != "" || lexicon.Dummy(text[:min(len(text), 64)]) || orderly(text, 5, 6) {
		return false
	}
	letters, digits := strings.IndexFunc(text, unicode.IsLetter) >= 0, strings.ContainsAny(text, "0123456789")
	mixed := strings.ToLower(text) != text && strings.ToUpper(text) != text
	if !letters || !digits && !(mixed && len(text) >= 24) {
		return false
	}
	distinct, bits := spread(text)
	if strings.Trim(text, "0123456789abcdefABCDEF-") == "" {
		return distinct >= 8 && bits >= 2.9
	}
	return distinct >= 11 && bits >= 3.3
}

// tokenBytes are what tokens, signatures and keys are written with.
const tokenBytes = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.~:@|"

func tokenByte(c byte) bool { return wordByte(c) || c == '-' || c == '_' }

// spread gives how many different bytes a text has, and how many bits each of its bytes tells.
func spread(text string) (distinct int, bits float64) {
	var counts [256]int
	for i := range len(text) {
		counts[text[i]]++
	}
	for _, n := range counts {
		if n > 0 {
			distinct++
			p := float64(n) / float64(len(text))
			bits -= p * math.Log2(p)
		}
	}
	return distinct, bits
}

// orderly reports whether a text has equal or consecutive characters in a row: as many as people, and not machines, write.
func orderly(text string, equal, consecutive int) bool {
	same, up, down := 1, 1, 1
	for i := 1; i < len(text); i++ {
		step := int(text[i]) - int(text[i-1])
		run := func(n *int, holds bool) {
			if *n++; !holds {
				*n = 1
			}
		}
		run(&same, step == 0)
		run(&up, step == 1)
		run(&down, step == -1)
		if same >= equal || up >= consecutive || down >= consecutive {
			return true
		}
	}
	return false
}

// classes counts the sorts of characters: lower case, upper case, digits, others.
func classes(text string) int {
	var seen [4]bool
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z':
			seen[0] = true
		case c >= 'A' && c <= 'Z':
			seen[1] = true
		case digit(c):
			seen[2] = true
		default:
			seen[3] = true
		}
	}
	n := 0
	for _, s := range seen {
		count(&n, s)
	}
	return n
}

// realPassword reports whether a text looks like a password in use, or a digest of one.
func realPassword(text string) bool {
	if len(text) >= 32 {
		return realToken(text)
	}
	return classes(text) >= 3 && !lexicon.Dummy(text) && !orderly(text, 3, 3) && !strings.ContainsAny(text, "<>{}[]$") && !strings.HasPrefix(strings.ToLower(text), "aa")
}

// webToken reports whether a text is a JSON web token: three parts, the first of which is a JSON object.
func webToken(text string) bool {
	if !strings.HasPrefix(text, "eyJ") || len(text) > maxSecret || strings.Count(text, ".") != 2 {
		return false
	}
	parts := strings.Split(text, ".")
	head, err := base64.RawURLEncoding.DecodeString(parts[0])
	if err != nil || !strings.Contains(string(head), `"alg"`) || len(parts[1]) < 16 || len(parts[2]) < 16 {
		return false
	}
	claims, err := base64.RawURLEncoding.DecodeString(parts[1])
	return err == nil && !strings.Contains(string(claims), "John Doe") && strings.Trim(parts[2], tokenBytes) == "" && !orderly(parts[2], 6, 8)
}

// privateKey reports whether a text holds a private key in PEM.
func privateKey(text string) bool {
	at := strings.Index(text, "-----BEGIN ")
	return at >= 0 && keyEnd(text[at:]) > 0
}

// keyEnd is where a private key in PEM ends that a text begins with; 0 when it is none, or only the frame of one.
func keyEnd(text string) int {
	text = text[:min(len(text), maxSecret)]
	if next := strings.Index(text[1:], "-----BEGIN "); next >= 0 {
		text = text[:next+1]
	}
	head, body, ok := strings.Cut(text[len("-----BEGIN "):], "-----")
	if !ok || !strings.HasSuffix(head, "PRIVATE KEY") || len(head) > 32 {
		return 0
	}
	key, _, ok := strings.Cut(body, "-----END ")
	if !ok || strings.ContainsAny(key, "*…") || strings.Contains(key, "...") || strings.Contains(key, "xxx") {
		return 0
	}
	if drawn := strings.NewReplacer(`\n`, "", `\r`, "", "\n", "", " ", "").Replace(key); len(drawn) < 64 {
		return 0
	}
	end := strings.Index(text, "-----END ") + len("-----END ")
	if tail := strings.Index(text[end:], "-----"); tail >= 0 && tail <= 32 {
		end += tail + len("-----")
	}
	return end
}

// indexes gives the places of a word in a text.
func indexes(text, word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 || !yield(at+i) {
				return
			}
			at += i + len(word)
		}
	}
}
