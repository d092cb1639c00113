package goname

import (
	"go/token"
	"strings"
	"testing"
)

var cases = []struct{ text, exported, unexported string }{
	{"chatId", "ChatID", "chatID"},
	{"isMsg", "IsMsg", "isMsg"},
	{"user_name", "UserName", "userName"},
	{"user-name", "UserName", "userName"},
	{"URL", "URL", "url"},
	{"HTTPServer", "HTTPServer", "httpServer"},
	{"apiVersion", "APIVersion", "apiVersion"},
	{"userIds", "UserIDs", "userIDs"},
	{"userIDs", "UserIDs", "userIDs"},
	{"STATUS_CODE", "StatusCode", "statusCode"},
	{"appid", "AppID", "appID"},
	{"ipv6", "IPv6", "ipv6"},
	{"ip2", "IP2", "ip2"},
	{"md5", "MD5", "md5"},
	{"data.list[0].id", "DataList0ID", "dataList0ID"},
	{"2fa", "X2fa", "x2fa"},
	{"type", "Type", "typeValue"},
	{"error", "Error", "errorValue"},
	{"string", "String", "stringValue"},
	{"", "X", "x"},
	{"*/", "X", "x"},
	{"`json:\"a\"`", "JSONA", "jsonA"},
	{"\"; os.Exit(1)//", "OSExit1", "osExit1"},
	{"../../x", "X", "x"},
	{"user\u202ename", "Username", "username"},
	{"a\u200bb", "Ab", "ab"},
	{"用户名", "YongHuMing", "yongHuMing"},
	{"用户ID", "YongHuID", "yongHuID"},
	{"ＡＢＣ", "Abc", "abc"},
	{"café", "Cafe", "cafe"},
	{"имя", "X", "x"},
	{"getChatInfo", "GetChatInfo", "getChatInfo"},
	{"OS", "OS", "os"},
}

func TestNames(t *testing.T) {
	for _, c := range cases {
		if got := Exported(c.text); got != c.exported {
			t.Errorf("Exported(%q) = %s, want %s", c.text, got, c.exported)
		}
		if got := Unexported(c.text); got != c.unexported {
			t.Errorf("Unexported(%q) = %s, want %s", c.text, got, c.unexported)
		}
	}
}

func TestPackageAndFile(t *testing.T) {
	for text, want := range map[string]string{"Op Api": "opapi", "op": "op", "v2": "v2", "用户": "yonghu", "func": "", "123": "", "../..": ""} {
		if got := Package(text); got != want {
			t.Errorf("Package(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"getChatInfo": "get_chat_info", "../../x": "x", "": "x", "a/b.go": "a_b_go"} {
		if got := File(text); got != want {
			t.Errorf("File(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add(strings.Repeat("长", 1<<16))
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{Exported(text), Unexported(text)} {
			if !token.IsIdentifier(name) || reserved[name] || strings.ContainsFunc(name, func(r rune) bool { return r > 0x7f }) {
				t.Errorf("%q became %q", text, name)
			}
		}
		if !token.IsExported(Exported(text)) || token.IsExported(Unexported(text)) {
			t.Errorf("%q: %q and %q", text, Exported(text), Unexported(text))
		}
		if strings.ContainsAny(File(text), "/\\.") || File(text) == "" {
			t.Errorf("%q became file %q", text, File(text))
		}
	})
}
