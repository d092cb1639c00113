package ir

// TypeText writes a type on one line, as Dump does: "[]string", "integer enum{1=男, 2=女}", "integer|string".
func TypeText(t Type) string { return typeName(t) }
