package lexicon

import "testing"

func TestSecret(t *testing.T) {
	for name, want := range map[string]bool{
		"token": true, "access_token": true, "X-Auth-Token": true, "appSecret": true, "newPwd": true, "sign": true, "privateKey": true, "密码": true, "aes_key": true,
		"nextPageToken": false, "file_token": false, "tokens": false, "token_type": false, "design": false, "signType": false, "appKey": false, "secretId": false, "keyword": false,
	} {
		if got := Secret(name); got != want {
			t.Errorf("%q: secret %v", name, got)
		}
	}
	if !Password("user_pwd") || Password("pwdType") {
		t.Error("passwords")
	}
	if !Phone("receiverMobile") || !Phone("联系电话") || !Phone("username") || Phone("orderNo") {
		t.Error("telephones")
	}
	if !BankCard("bank_card_no") || BankCard("card") {
		t.Error("bank cards")
	}
}
