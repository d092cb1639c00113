package lexicon

import "strings"

// Misspelt is the word of headings and labels that another one means: mostly a character was typed for one of the same sound. What is a
// word of its own is none of these: 相应 for 响应, 主题 for 主体.
func Misspelt(word string) (meant string, ok bool) {
	return misspelt.find(word)
}

var misspelt = &table[string]{fill: func(t *table[string]) {
	for meant, words := range map[string]string{
		"请求":         "请球 请秋 请囚 情求 清求 晴求 轻求 请术",
		"返回":         "返会 返汇 返灰 返徊 返悔 返惠 返绘 返问 反回 反会 饭回 范回 泛回 犯回",
		"响应":         "响映 响硬 响影 响印 想应 向应 像应 象应 项应 享应",
		"参数":         "参树 参束 参术 参书 参述 参敷 叁数 餐数 惨数 残数 蚕数",
		"示例":         "示列 示利 示历 示立 是列 事列 实列 视例 试例 市例 式例 世例",
		"字段":         "字断 字端 字短 字锻 字缎 自段 子段 字殷",
		"输入":         "输人 输如 书入 树入",
		"输出":         "输初 输处 书出 树出",
		"入参":         "入叁 如参",
		"出参":         "出叁 初参",
		"response":   "reponse responce respone resonse rsponse repsonse resposne",
		"request":    "requset reqeust requst rquest reqest reuqest",
		"parameters": "paramters parmeters paramaters parametres paremeters parameteres",
		"parameter":  "paramter parmeter paramater paremeter",
		"example":    "exmaple exapmle examle exampel",
	} {
		for w := range strings.FieldsSeq(words) {
			t.add(w, meant)
		}
	}
}}
