package goname

import "go/token"

// IsInitialism reports whether a word, in capitals, is one that Go writes in capitals throughout: ID, URL.
func IsInitialism(word string) bool {
	switch word {
	case "ACL", "AI", "API", "ASCII", "CNY", "CPU", "CRUD", "CSS", "CSV", "DNS", "EOF", "EUR", "FAQ", "GBP", "GPS",
		"GUID", "HKD", "HR", "HTML", "HTTP", "HTTPS", "ID", "IMEI", "IMSI", "IP", "JPY", "JSON", "JWT", "MD5", "OCR", "OS", "OSS",
		"PC", "PDF", "PIN", "QPS", "QQ", "QR", "RPC", "SDK", "SHA1", "SHA256", "SKU", "SLA", "SMS", "SMTP", "SNR", "SPU",
		"SQL", "SSH", "SSL", "TCP", "TLS", "TTL", "TV", "UDP", "UI", "UID", "UK", "URI", "URL", "USA", "USD", "UTF8",
		"UUID", "VAT", "VIP", "VM", "VPC", "XML", "XSS":
		return true
	}
	return false
}

// compounds are words that authors run together and readers know as two.
var compounds = [...]struct{ word, name string }{
	{"appid", "AppID"}, {"appids", "AppIDs"}, {"openid", "OpenID"}, {"unionid", "UnionID"}, {"userid", "UserID"},
	{"userids", "UserIDs"}, {"orderid", "OrderID"}, {"errcode", "ErrCode"}, {"errmsg", "ErrMsg"}, {"ipv4", "IPv4"}, {"ipv6", "IPv6"},
}

// compound is what a word of compounds is called in Go, "" for any other word.
func compound(word string) string {
	for _, c := range compounds {
		if c.word == word {
			return c.name
		}
	}
	return ""
}

// isReserved tells Go's keywords and predeclared identifiers: no name that wenma gives may be one of them, lest it hide what the
// generated code needs.
func isReserved(name string) bool {
	switch name {
	case "any", "append", "bool", "byte", "cap", "clear", "close", "comparable", "complex", "complex64", "complex128",
		"copy", "delete", "error", "false", "float32", "float64", "imag", "int", "int8", "int16", "int32", "int64", "iota",
		"len", "make", "max", "min", "new", "nil", "panic", "print", "println", "real", "recover", "rune", "string",
		"true", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "init", "main":
		return true
	}
	return token.IsKeyword(name)
}
