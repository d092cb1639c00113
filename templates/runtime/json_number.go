package runtime

import "strconv"

func isDigit(c byte) bool { return c-'0' <= 9 }

// startsNumber tells whether a number may start with c.
func startsNumber(c byte) bool { return isDigit(c) || c == '-' }

// numberEnd returns where the number that starts at i ends. Where it isn't written as JSON has it, that is
// where it goes wrong, and not ok.
func numberEnd(data []byte, i int) (end int, ok bool) {
	if i < len(data) && data[i] == '-' {
		i++
	}
	first := i
	if i = digitsEnd(data, i); i == first || data[first] == '0' && i > first+1 {
		return first, false
	}
	if i < len(data) && data[i] == '.' {
		first = i + 1
		if i = digitsEnd(data, first); i == first {
			return i, false
		}
	}
	if i < len(data) && data[i]|0x20 == 'e' {
		if i++; i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		first = i
		if i = digitsEnd(data, first); i == first {
			return i, false
		}
	}
	return i, true
}

func digitsEnd(data []byte, i int) int {
	for i < len(data) && isDigit(data[i]) {
		i++
	}
	return i
}

// numeral reads the number that the text stands on, and returns it as it is written; nil after a failure.
func (d *decoder) numeral() []byte {
	start := d.pos
	end, ok := numberEnd(d.data, start)
	if !ok {
		d.fail(end, faultNumber)
		return nil
	}
	d.pos = end
	return d.data[start:end]
}

// How many digits fit whatever they are.
const (
	int64Digits   = 18
	float64Digits = 15
)

// plainNumber reads the number at i if it is written without an exponent, as most are: its digits as one number, how many they are,
// how many of them stand behind the point, and where it ends. For other numbers, and what is none, that is 0; so it is for -0.
func plainNumber(data []byte, i int) (n int64, digits, fraction, end int) {
	negative := i < len(data) && data[i] == '-'
	if negative {
		i++
	}
	start := i
	for ; i < len(data) && isDigit(data[i]); i++ {
		n = n*10 + int64(data[i]-'0')
	}
	if digits = i - start; digits == 0 || digits > 1 && data[start] == '0' {
		return 0, 0, 0, 0
	}
	if i < len(data) && data[i] == '.' {
		for i++; i < len(data) && isDigit(data[i]); i++ {
			n = n*10 + int64(data[i]-'0')
		}
		if fraction = i - start - digits - 1; fraction == 0 {
			return 0, 0, 0, 0
		}
	}
	if i < len(data) && data[i]|0x20 == 'e' || negative && n == 0 {
		return 0, 0, 0, 0
	}
	if negative {
		n = -n
	}
	return n, digits + fraction, fraction, i
}

// exactInteger returns the value of a number if it is an integer, however it is written, that fits an
// int64. Otherwise the code says why not.
func exactInteger(text []byte) (int64, ProblemCode) {
	if n, digits, fraction, end := plainNumber(text, 0); end > 0 && digits <= int64Digits && fraction == 0 {
		return n, ""
	}
	return scaledInteger(text)
}

// scaledInteger is exactInteger for numbers with many digits, a fraction or an exponent: 1.50e1 is 15.
func scaledInteger(text []byte) (int64, ProblemCode) {
	digits, exponent := significant(text)
	switch {
	case digits == "" || digits == "-":
		return 0, ""
	case exponent < 0:
		return 0, ProblemType
	case exponent > 20:
		return 0, ProblemRange
	}
	for range exponent {
		digits += "0"
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, ProblemRange
	}
	return n, ""
}

// significant returns the digits of a number from the first to the last that isn't 0, after its sign, and
// the power of ten that they are multiplied with. Exponents beyond a million or so stay there.
func significant(text []byte) (digits string, exponent int) {
	const far = 1 << 20
	var b []byte
	zeros, point := 0, false
	for i, c := range text {
		switch {
		case c == '-':
			b = append(b, c)
		case c == '.':
			point = true
		case c|0x20 == 'e':
			e, err := strconv.Atoi(string(text[i+1:]))
			if err != nil || e > far || e < -far {
				e = far
				if text[i+1] == '-' {
					e = -far
				}
			}
			return string(b), exponent + zeros + e
		default:
			if point {
				exponent--
			}
			if c == '0' {
				zeros++
				continue
			}
			for ; zeros > 0; zeros-- {
				if len(b) > 0 && b[len(b)-1] != '-' {
					b = append(b, '0')
				}
			}
			b = append(b, c)
		}
	}
	return string(b), exponent + zeros
}

// nearestFloat returns the float64 nearest to a number; false if it is too large for one.
func nearestFloat(text []byte) (float64, bool) {
	if n, digits, fraction, end := plainNumber(text, 0); end > 0 && digits <= float64Digits {
		return float64(n) / powersOfTen[fraction], true
	}
	f, err := strconv.ParseFloat(string(text), 64)
	return f, err == nil
}

// powersOfTen are exact in a float64, as are whole numbers of up to 15 digits: one division of the two is
// rounded once, and so correctly.
var powersOfTen = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}
