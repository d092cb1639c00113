package parser

import "testing"

func TestLooksReal(t *testing.T) {
	for _, c := range []struct{ name, value string }{
		{"token", "9f3Kq7Zr2LmX8vTb4Wc1Yd6N"}, {"accessToken", "0b6c1f2e-94d7-4a83-b5e0-7f3d2c8a9e15"}, {"sign", "8c1d4e07b95f2a63d0e7c4b18a6f35d2"},
		{"Authorization", "Bearer 7Hq2mZx9Kc4Vt8Wb3Yn6Rd1L"}, {"clientSecret", "K4p=vb9Rz7Qw"}, {"password", "Gt7#wmQz"}, {"pwd", "c4ca4238a0b923820dcc509a6f75849c"[:31] + "7"},
		{"mobile", "15926874310"}, {"phone", "+8615926874310"}, {"any", "33010619880412731" + "1"}, {"bankCardNo", "6217997304813857427"},
	} {
		if !looksReal(c.name, c.value) {
			t.Errorf("%s %q looks made up", c.name, c.value)
		}
	}
	for _, c := range []struct{ name, value string }{
		// placeholders
		{"token", ""}, {"token", "token"}, {"token", "your-access-token-here"}, {"token", "{{token}}"}, {"token", "${env.TOKEN_VALUE_1}"}, {"token", "<access token>"},
		{"token", "xxxxxxxxxxxxxxxxxxxx"}, {"token", "070c171a26d633d1b631xxxx"}, {"token", "1234567890123456789012"}, {"token", "abcdefghijklmnopqrstuvwx"}, {"token", "0000000000a1b2c3d4e5"},
		{"token", "用户登录后得到的令牌"}, {"token", "fw8ef8we8f76e6f7s8df8s"}, {"token", "the-token-of-the-current-user"}, {"token", "2YotnFZFEjr1zCsicMWpAA"}, {"token", "abc123"},
		{"secret", "JBSWY3DPEHPK3PXP"}, {"sign", "e10adc3949ba59abbe56e057f20f883e"}, {"sign", "E10ADC3949BA59ABBE56E057F20F883E"}, {"sign", "MD5(appId+timestamp+key)"},
		{"password", "123456"}, {"password", "Admin@123"}, {"password", "Abc12345"}, {"password", "Passw0rd!"}, {"password", "zhangsan1988"}, {"password", "Aa@98765"}, {"password", "加密后的密码Ab1"},
		// names of other things
		{"pageToken", "9f3Kq7Zr2LmX8vTb4Wc1Yd6N"}, {"md5", "8c1d4e07b95f2a63d0e7c4b18a6f35d2"}, {"requestId", "0b6c1f2e-94d7-4a83-b5e0-7f3d2c8a9e15"}, {"sessionId", "9f3Kq7Zr2LmX8vTb4Wc1Yd6N"},
		{"orderNo", "15926874310"}, {"bankCardNo", "6217997304813857421"}, {"id", "6217997304813857427"},
		// numbers that people make up
		{"mobile", "13800138000"}, {"mobile", "13900139000"}, {"mobile", "13812345678"}, {"mobile", "18888888888"}, {"mobile", "13011112222"}, {"mobile", "12345678901"}, {"mobile", "13838389438"}, {"mobile", "159****4310"}, {"tel", "0571-88886666"},
		{"idCard", "330106198804127312"}, {"idCard", "11010519491231002X"}, {"idCard", "330106198813127311"},
	} {
		if looksReal(c.name, c.value) {
			t.Errorf("%s %q looks real", c.name, c.value)
		}
	}
}

func TestWebToken(t *testing.T) {
	const head, claims = "eyJhbGciOiJIUzI1NiJ9", "eyJ1aWQiOjcsInNob3AiOiJzMSJ9"
	if !webToken(head + "." + claims + ".kq3Zr7LmX8vTb4Wc1Yd6N9f2HsPq5Jw0") {
		t.Error("a token is none")
	}
	for _, text := range []string{
		head, head + "." + claims, head + "." + claims + ".short", head + "..." + claims, "eyJx." + claims + ".kq3Zr7LmX8vTb4Wc1Yd6N9f2HsPq5Jw0",
		head + "." + claims + ".xxxxxxxxxxxxxxxxxxxxxxxx", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.kq3Zr7LmX8vTb4Wc1Yd6N9f2HsPq5Jw0",
	} {
		if webToken(text) {
			t.Errorf("%q is a token", text)
		}
	}
}

func TestPrivateKey(t *testing.T) {
	body := "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7k2Vd8sHn3Qf0"
	for text, want := range map[string]bool{
		"-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----":           true,
		"-----BEGIN RSA PRIVATE KEY-----\\n" + body + "\\n-----END RSA PRIVATE KEY-----": true,
		"-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----":             false,
		"-----BEGIN PRIVATE KEY-----\n" + body:                                           false,
		"-----BEGIN PRIVATE KEY-----\n" + body[:20] + "...\n-----END PRIVATE KEY-----":   false,
		"-----BEGIN PRIVATE KEY-----":                                                    false,
		"-----BEGIN ":                                                                    false,
	} {
		if got := privateKey(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
