package lexicon

import "strings"

// Secret reports whether a parameter of that name holds something that must not be shown.
func Secret(name string) bool {
	return secrets.has(name) || secretEndings.end(name) && !openTokens.has(name)
}

var secrets = set("token", "accesstoken", "authorization", "password", "passwd", "pwd", "secret", "appsecret", "clientsecret", "sign", "signature", "apikey", "privatekey", "sessionid", "cookie", "ticket", "refreshtoken", "authtoken", "xtoken", "credential", "secretkey", "accesskey",
	"aeskey", "encodingaeskey", "signkey", "md5key", "encryptkey", "sessionkey", "masterkey", "passphrase", "jsessionid", "phpsessid", "proxyauthorization", "paysign", "reqsign", "datasign", "devsign", "setcookie", "cvv", "cvn2",
	"密码", "口令", "签名", "令牌", "密钥", "私钥", "秘钥")

var secretEndings = endingsOf("secret", "token", "password", "passwd", "pwd", "privatekey", "secretkey", "apikey", "accesskey", "aeskey", "jsticket", "apiticket", "suiteticket")

// openTokens say where the next page begins, or name a document or a call.
var openTokens = set("pagetoken", "nextpagetoken", "prevpagetoken", "nexttoken", "prevtoken", "continuationtoken", "cursortoken", "synctoken", "maxtoken", "querytoken",
	"filetoken", "doctoken", "documenttoken", "foldertoken", "nodetoken", "objtoken", "sheettoken", "spreadsheettoken", "apptoken", "mediatoken", "postmantoken")

// Session reports whether a name is that of a session: of a login, or of a chat.
func Session(name string) bool { return Fold(name) == "sessionid" }

// Password reports whether a parameter of that name holds a password: something that a person chose.
func Password(name string) bool { return passwordEndings.end(name) }

var passwordEndings = endingsOf("password", "passwd", "pwd", "passphrase", "密码", "口令")

// Phone reports whether a parameter of that name may hold a telephone number, or an account that is often one.
func Phone(name string) bool {
	return accounts.has(name) || containsAny(Fold(name), phones)
}

var (
	accounts = set("username", "account", "loginname", "login", "loginid", "user", "contact", "receiver", "queryvalue", "identifier", "to", "cell", "msisdn")
	phones   = []string{"mobile", "phone", "tel", "cellnum", "手机", "电话"}
)

// BankCard reports whether a parameter of that name may hold the number of a bank card or account.
func BankCard(name string) bool {
	return containsAny(Fold(name), cards)
}

var cards = []string{"bankcard", "cardno", "cardnum", "cardid", "bankno", "bankacc", "acctno", "accountno", "accno", "debitcard", "creditcard", "payeracc", "payeeacc", "银行卡", "卡号"}

// Dummy reports whether a value contains a word that people put in the place of a secret: "your-app-secret", "test123".
func Dummy(value string) bool {
	return containsAny(strings.ToLower(value), dummies)
}

var dummies = []string{"xxx", "***", "...", "…", "your", "test", "demo", "example", "sample", "placeholder", "token", "secret", "passw", "admin", "string", "value", "dummy", "fake", "mock", "qwer", "asdf", "abc", "root", "12345", "hello", "here", "jbswy3dp"}

// KnownValues are values of standards and manuals that everyone copies.
var KnownValues = []string{
	"2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA", "czZCaGRSa3F0MzpnWDFmQmF0M2JW", "czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3", "gX1fBat3bV", "7Fjfp0ZBr1KtDRbnfVdmIw", // RFC 6749
	"JBSWY3DPEHPK3PXP", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "mF_9.B5f-4.1JqM",
	"13800138000", "13838389438", "18888888888", "13888888888",
	"11010519491231002X", "440524188001010014",
	"4111111111111111", "6222020200112233445",
}

// CommonPasswords are what people write where a password must stand, also by their digests.
var CommonPasswords = []string{"", "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "654321", "111111", "000000", "666666", "888888", "admin", "admin123", "root", "password", "test", "abc", "abc123", "hello", "string", "123123"}
