package goname

import (
	"cmp"
	"go/token"
	"iter"
	"slices"
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
	{"用户名", "Username", "username"},
	{"用户ID", "UserID", "userID"},
	{"查询用户列表", "QueryUserList", "queryUserList"},
	{"获取订单的详细信息接口", "GetOrderDetailInfo", "getOrderDetailInfo"},
	{"银杏行", "YinXingXing", "yinXingXing"},
	{"重庆银杏", "ChongqingYinXing", "chongqingYinXing"},
	{"银杏还款", "YinXingRepayment", "yinXingRepayment"},

	{"接口", "JieKou", "jieKou"},
	{"id唯一标识", "IDUniqueID", "idUniqueID"},
	{"ＡＢＣ", "Abc", "abc"},
	{"café", "Cafe", "cafe"},
	{"имя", "X", "x"},
	{"getChatInfo", "GetChatInfo", "getChatInfo"},
	{"OS", "OS", "os"},
	{"ossKey", "OSSKey", "ossKey"},
	{"RegisterDTO", "RegisterDTO", "registerDTO"},
	{"FTPAddress", "FTPAddress", "ftpAddress"},
	{"REGISTER_DTO", "RegisterDto", "registerDto"},
	{"userPASSWORD", "UserPassword", "userPassword"},
	{"X-CSRF-TOKEN", "XCsrfToken", "xCsrfToken"},
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
	for text, want := range map[string]string{"Op Api": "opapi", "op": "op", "v2": "v2", "用户": "user", "func": "", "123": "", "../..": ""} {
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

func TestTranslate(t *testing.T) {
	for _, c := range []struct {
		text, want string
		whole      bool
	}{
		{"待支付", "Pending Payment", true},
		{"待支付（未付款）", "Pending Payment", true},
		{"【重要】通知", "Notify", true},
		{"（重要）", "Important", true},
		{"审核通过", "Approved", true},
		{"启用/停用", "Enable Disable", true},
		{"账户被锁定", "Account Locked", true},
		{"不发送", "Not Send", true},
		{"update 更新订单", "update Order", true},
		{"iOS", "i OS", true},
		{"银杏", "yin xing", false},
		{"用户银杏", "User yin xing", false},
		{"大鱼", "da yu", false},
		{"专业版本", "Major Version", true}, // and not the professional edition of something
		{"大猫", "da mao", false},         // a word that the glossary does not have, and not Large and Cat
		{"列表中", "List zhong", false},
		{"中", "Medium", true},
		{"满100元", "man 100 yuan", false},
		{">5", "5", false},
		{"年龄1-5", "Age 1 5", false},
		{"成功имя", "Success", false},
		{"的", "", false},
		{"", "", false},
		{strings.Repeat("用户、订单、", 6), "User Order User Order User Order User Order User Order User Order", true},
		{strings.Repeat("用户、订单、", 7), "User Order User Order User Order User Order User Order User Order", false},
	} {
		words, whole := (*Namer)(nil).Translate(c.text)
		if got := strings.Join(words, " "); got != c.want || whole != c.whole {
			t.Errorf("Translate(%q) = %q, %v, want %q, %v", c.text, got, whole, c.want, c.whole)
		}
	}
}

func TestLabel(t *testing.T) {
	for text, want := range map[string]string{
		"禁用": "Disabled", "已禁用": "Disabled", "未禁用": "Not Disabled", "禁用用户": "Disable User", "用户禁用": "User Disabled",
		"待支付": "Pending Payment", "关闭（默认）": "Closed", "关闭 2": "Close 2",
	} {
		words, whole := (*Namer)(nil).Label(text)
		if got := strings.Join(words, " "); got != want || !whole {
			t.Errorf("Label(%q) = %q, %v, want %q", text, got, whole, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"购物车的银杏列表": "ShoppingCart YinXing List", "userId，订单": "user Id Order", "接口": "", "": "",
	} {
		if got := strings.Join((*Namer)(nil).Terms(text), " "); got != want {
			t.Errorf("Terms(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestProjectGlossary(t *testing.T) {
	n, err := New(map[string]string{"会话": "Chat", "银杏": "ginkgo", "记录": "-", "类型": "type", "大": "Big", "单位": "UnitOfWork"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"会话列表": "ChatList", "银杏记录": "Ginkgo", "会话ID": "ChatID", "类型": "Type", "大人": "BigPerson", "单位": "UnitOfWork",
		"用户名": "Username", "记录": "JiLu",
	} {
		if got := n.Exported(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	if got := [...]string{n.Unexported("会话列表"), n.File("会话列表"), n.Package("会话列表"), n.Unexported("类型")}; got !=
		[...]string{"chatList", "chat_list", "chatlist", "typeValue"} {
		t.Errorf("other names: %v", got)
	}
}

func TestGlossaryErrors(t *testing.T) {
	for _, c := range []struct{ word, english, want string }{
		{"会话", "a-b", `"a-b" cannot be part of a Go name (for "会话")`},
		{"会话", "2x", `"2x" cannot be part of a Go name (for "会话")`},
		{"会话", "会话", `"会话" cannot be part of a Go name (for "会话")`},
		{"会话", " ", `"" cannot be part of a Go name (for "会话")`},
		{"会话", "_", `"_" cannot be part of a Go name (for "会话")`},
		{"chat", "Chat", `"chat" is not a Chinese word (for "Chat")`},
		{"会 话", "Chat", `"会 话" is not a Chinese word (for "Chat")`},
		{"", "Chat", `"" is not a Chinese word (for "Chat")`},
	} {
		if _, err := New(map[string]string{c.word: c.english, "龟": "also-bad"}); err == nil || err.Error() != c.want {
			t.Errorf("%q = %q: %v, want %s", c.word, c.english, err, c.want)
		}
	}
}

// TestPinyin: characters with several readings.
func TestPinyin(t *testing.T) {
	for text, want := range map[string]string{
		"重庆": "chong qing", "银行行长": "yin hang hang zhang", "长城": "chang cheng", "长度": "chang du", "行业": "hang ye",
		"发行业务": "fa xing ye wu", "还款": "huan kuan", "调用": "diao yong", "调整": "tiao zheng", "单位": "dan wei", "朝阳": "chao yang",
		"会计": "kuai ji", "会议": "hui yi", "乐曲": "yue qu", "参差": "cen ci", "传记": "zhuan ji", "费率": "fei lv", "率先": "shuai xian",
	} {
		if got := strings.Join(syllablesOf(text), " "); got != want {
			t.Errorf("%s is read %s, want %s", text, got, want)
		}
	}
}

var tables = map[string]table{"glossary.txt": glossaryTable, "phrases.txt": phraseTable}

// TestTables: the tables are sorted, have no word twice, and are made of Chinese words.
func TestTables(t *testing.T) {
	for name, table := range tables {
		last := ""
		for line := range strings.Lines(string(table)) {
			word, _, ok := strings.Cut(strings.TrimSpace(line), " ")
			if !ok || word <= last || !isHan(word) || line != strings.Join(strings.Fields(line), " ")+"\n" {
				t.Errorf("%s: %q after %q", name, line, last)
			}
			last = word
		}
	}
}

// TestGlossaryTable: what the table says makes identifiers, and is more than what the parts of a word say.
func TestGlossaryTable(t *testing.T) {
	for line := range strings.Lines(string(glossaryTable)) {
		word, english, _ := strings.Cut(strings.TrimSpace(line), " ")
		for part := range strings.SplitSeq(english, " / ") {
			if part != "-" && (!makesName(part) || title(strings.Fields(part)[0]) == "") {
				t.Errorf("%q makes no identifier", line)
			}
		}
		if strings.Count(english, "/") > 1 || strings.HasPrefix(english, "- /") {
			t.Errorf("%q has too many meanings", line)
		}
		if partsSay(word, line) {
			t.Errorf("%q is what the parts of the word say", line)
		}
	}
}

// partsSay reports whether a word would come to the same if the glossary did not have it.
func partsSay(word, line string) bool {
	says, all := builtin(word), glossaryTable
	glossaryTable = table(strings.Replace("\n"+string(all), "\n"+line, "\n", 1)[1:])
	defer func() { glossaryTable = all }()
	words, whole := (*Namer)(nil).Translate(word)
	label, _ := (*Namer)(nil).Label(word)
	return whole && strings.Join(words, " ") == says.words && strings.Join(label, " ") == cmp.Or(says.state, says.words)
}

// TestPhraseTable: a phrase has a syllable for each character, and is there because of one of them, or to keep it from the next.
func TestPhraseTable(t *testing.T) {
	other := make(map[string]bool)
	for phrase, reading := range phrases() {
		n := len([]rune(phrase))
		if len(reading) != n || n < 2 {
			t.Errorf("%s has the syllables %v", phrase, reading)
		}
		if !slices.Equal(reading, plainly(phrase)) {
			other[string([]rune(phrase)[:1])] = true
		}
	}
	for phrase, reading := range phrases() {
		runes := []rune(phrase)
		if slices.Equal(reading, plainly(phrase)) && !other[string(runes[len(runes)-1:])] {
			t.Errorf("%s is read as its characters are", phrase)
		}
	}
}

// phrases are those of the table, with their syllables.
func phrases() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(string(phraseTable)) {
			phrase, reading, _ := strings.Cut(line, " ")
			if !yield(phrase, strings.Fields(reading)) {
				return
			}
		}
	}
}

// plainly reads every character by itself.
func plainly(phrase string) []string {
	var out []string
	for _, r := range phrase {
		out = append(out, pinyinOf(r))
	}
	return out
}

func BenchmarkExported(b *testing.B) {
	for _, text := range []string{"getChatInfo", "查询用户订单列表", "银杏叶", "待支付（未付款）"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Exported(text)
			}
		})
	}
}

func FuzzNames(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	for line := range strings.Lines(string(glossaryTable[:4096])) {
		f.Add(line)
	}
	f.Add(strings.Repeat("长", 1<<16))
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{Exported(text), Unexported(text)} {
			if !token.IsIdentifier(name) || isReserved(name) || strings.ContainsFunc(name, func(r rune) bool { return r > 0x7f }) {
				t.Errorf("%q became %q", text, name)
			}
		}
		if !token.IsExported(Exported(text)) || token.IsExported(Unexported(text)) {
			t.Errorf("%q: %q and %q", text, Exported(text), Unexported(text))
		}
		if words, whole := (*Namer)(nil).Label(text); whole && (len(words) == 0 || !token.IsIdentifier(exported(words))) {
			t.Errorf("%q is wholly understood as %q", text, words)
		}
		if strings.ContainsAny(File(text), "/\\.") || File(text) == "" {
			t.Errorf("%q became file %q", text, File(text))
		}
	})
}
