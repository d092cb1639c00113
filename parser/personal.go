package parser

import (
	"strings"
	"time"
)

// mobile reports whether a text is the number of a mobile telephone in China, and not one that people make up.
func mobile(text string) bool {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "+"), "86")
	text = strings.TrimPrefix(text, "-")
	return len(text) == 11 && allDigits(text) && text[0] == '1' && text[1] >= '3' && !madeUp(text[1:])
}

// madeUp reports whether digits are such as people write who need some: few different ones, runs, steps, or the number's own
// beginning over again (13800138000).
func madeUp(digits string) bool {
	distinct, _ := spread(digits)
	return distinct <= 4 || orderly(digits, 4, 4) || strings.Count(digits, digits[:2]) > 2 || strings.HasPrefix(digits, "380013800")
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// idWeights are those of the check digit of an identity card, GB 11643.
var idWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// provinces are the first two digits of an identity card.
const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 "

// idCard reports whether a text is the number of a Chinese identity card whose check digit is right.
func idCard(text string) bool {
	if len(text) != 18 || !allDigits(text[:17]) || !strings.Contains(provinces, text[:2]+" ") {
		return false
	}
	born, err := time.Parse("20060102", text[6:14])
	if err != nil || born.Year() < 1900 || born.Year() > 2050 || orderly(text[14:17], 3, 3) || orderly(text[:6], 5, 5) {
		return false
	}
	sum := 0
	for i, w := range idWeights {
		sum += w * int(text[i]-'0')
	}
	return strings.ToUpper(text[17:]) == "10X98765432"[sum%11:sum%11+1]
}

// bankCard reports whether a text is the number of a bank card whose check digit is right.
func bankCard(text string) bool {
	if len(text) < 16 || len(text) > 19 || !allDigits(text) || orderly(text, 5, 6) {
		return false
	}
	sum := 0
	for i := range len(text) {
		d := int(text[len(text)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
