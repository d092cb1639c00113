package prose

import (
	"testing"

	"github.com/wenma/wenma/ir"
)

func TestSpacedWords(t *testing.T) {
	checkAll(t, []sentence{
		{ir.String, "网关 IP 地址", `ip`},
		{ir.String, "合同的 MD5 值", `md5`},
		{ir.String, "批次号，UUID 格式", `uuid`},
		{ir.String, "别名，须满足 `^[a-z]{2,8}$`", `pattern "^[a-z]{2,8}$"`},
		{ir.Integer, "排班日，1～7 分别表示周一到周日", `>=1; <=7`},
		{ir.Integer, "等待，默认 30 秒", `default "30"; unit "秒"`},
		{ir.String, "代收人，本人不在家的情况下必填", `conditional; when "本人不在家的情况下必填"`},
	})
}

func TestEnums(t *testing.T) {
	checkAll(t, []sentence{
		{ir.Integer, "灯的颜色 1:红 2:绿", `enum 1=红 2=绿`},
		{ir.Integer, "灯的颜色，1：红，2：绿，3：蓝", `enum 1=红 2=绿 3=蓝`},
		{ir.Integer, "审批(0-待审/1-通过/2-驳回)", `enum 0=待审 1=通过 2=驳回`},
		{ir.Integer, "审批 -1=驳回，0=待审，1=通过", `enum -1=驳回 0=待审 1=通过`},
		{ir.Integer, "车型\n1.轿车 2.货车 3.客车", `enum 1=轿车 2=货车 3=客车`},
		{ir.String, "车型：1、轿车  2、货车 3 客车", `enum 1=轿车 2=货车 3=客车`},
		{ir.Integer, "车况(1良好 2一般 3报废)", `enum 1=良好 2=一般 3=报废`},
		{ir.Integer, "车况(3良好 4一般 9报废)", `enum 3=良好 4=一般 9=报废`},
		{ir.Integer, "开关\n0 关 \n1 开", `enum 0=关 1=开`},
		{ir.Integer, "1（开）/0（关）", `enum 1=开 0=关`},
		{ir.String, "FAST (加急), SLOW (普通)", `enum FAST=加急 SLOW=普通`},
		{ir.String, "温度档 LOW-低温 HIGH-高温", `enum LOW=低温 HIGH=高温`},
		{ir.String, "open：开启, shut：关闭", `enum open=开启 shut=关闭`},
		{ir.String, "big-大图/small-小图", `enum big=大图 small=小图`},
		{ir.String, "合约 (\"day\":当日 \"week\":本周)", `enum day=当日 week=本周`},
		{ir.String, "car:轿车\n bus：客车\n van：货车", `enum car=轿车 bus=客车 van=货车`},
		{ir.Integer, "灯 1 => 亮； 0 => 灭", `enum 1=亮 0=灭`},
		{ir.Integer, "次数上限 -1 => 不限； 1 => 1 次； 5 => 5 次", `enum -1=不限 1=1 次 5=5 次`},
		{ir.Integer, "灯0 - 灭，1 - 亮", `enum 0=灭 1=亮`},
		{ir.Integer, "是否联网0：断开1：联网", `enum 0=断开 1=联网`},
		{ir.Integer, "灯(亮1 灭 2)", `enum 1=亮 2=灭`},
		{ir.Integer, "在岗：1，离岗：0", `enum 1=在岗 0=离岗`},
		{ir.String, "文件种类有表格（sheet）、幻灯片（slide）", `enum sheet=表格 slide=幻灯片`},
		{ir.Integer, "1表示已锁，2表示未锁", `enum 1=已锁 2=未锁`},
		{ir.String, "time_asc代表按时间升序，time_desc代表按时间降序", `enum time_asc=按时间升序 time_desc=按时间降序`},
		{ir.Integer, "锁[1表示锁定，默认值0]", `enum 1=锁定 0; default "0"`},
		{ir.String, "0：成功 ；其他：失败", `enum 0=成功 …`},
		{ir.String, "1-公开 2-私有  其他-未知", `enum 1=公开 2=私有 …`},
		{ir.Integer, "支付途径 1:现金 2:刷卡 等", `enum 1=现金 2=刷卡 …`},
		{ir.Any, "status 1 = 退货, 2 = 换货后,重新发出", `enum 1=退货 2=换货后,重新发出`},
		{ir.String, "动作（枚举值：start、stop）", `enum start stop`},
		{ir.String, "动作（枚举值：and、or）。如果是and，则表示都要满足；如果是or，则表示满足一个。", `enum and=都要满足 or=满足一个; when "如果是and，则表示都要满足"`},
		{ir.String, "排序方向(up,down)", `enum up down`},
		{ir.String, "排序（new/hot）", `enum new hot`},
		{ir.String, "告警级别 INFO / WARN / FATAL", `enum INFO WARN FATAL`},
		{ir.String, "角色（`Owner`或`Guest`）", `enum Owner Guest`},
		{ir.String, "（\"USD\",\"EUR\"...）", `enum USD EUR …`},
		{ir.Integer, "只能为 0 或者 1，是否静音", `enum 0 1`},
		{ir.String, "深度，值有5、10、20", `enum 5 10 20`},
		{ir.String, "取值：红、黄、蓝", `enum 红 黄 蓝`},
		{ir.ArrayKind, "触发因素：目前有3类：timer、sensor、manual；", `enum timer sensor manual`},
		{ir.String, "画面种类\n可选值有：\n- raw_photo：原图\n- crop_photo：裁剪", `enum raw_photo=原图 crop_photo=裁剪`},
		{ir.Integer, "0:系统（系统自带，例如升级、修复等）\n1:设备\n  未列出的值不要用", `enum 0=系统 1=设备`},
		{ir.String, "WAIT -(0,待办)\nDONE -(1,完成)", `enum WAIT=待办 DONE=完成`},
		{ir.Integer, "格式 0 csv 1 xml 2 excel 默认0", `enum 0=csv 1=xml 2=excel; default "0"`},
		{ir.String, "走法\n- walk：步行，最慢\n- ride：骑行，较快", `enum walk=步行，最慢 ride=骑行，较快`},
		{ir.String, "走法 1步行，2骑行，3bus", `enum 1=步行 2=骑行 …`},
		{ir.Integer, "可多选 1:跑步 2:游泳", `enum 1=跑步 2=游泳 …`},
		{ir.String, "凭证：BOOK/SLIP(户口本、回执)", `enum BOOK=户口本 SLIP=回执`},
		{ir.String, "BOOK/SLIP/COPY(户口本、回执、复印件)", `enum BOOK=户口本 SLIP=回执 COPY=复印件`},
		{ir.String, "凭证类型：BOOK/SLIP(户口本、回执、复印件)", `enum BOOK SLIP`},
		{ir.String, "取值：up / down / 其它", `enum up down …`},
		{ir.ArrayKind, "附加项（wash：洗车，wax：打蜡）", `enum wash=洗车 wax=打蜡`},
		{ir.Integer, "班次，fixed 为 true 时必填：1 早班 2 晚班", `enum 1=早班 2=晚班; conditional; when "fixed 为 true 时必填"`},
	})
}

func TestDefaults(t *testing.T) {
	checkAll(t, []sentence{
		{ir.Integer, "每批几个，默认20", `default "20"`},
		{ir.Integer, "每批几个（默认为 20）", `default "20"`},
		{ir.Integer, "不传默认为 3", `default "3"`},
		{ir.Integer, "页码，不填默认第1页", `default "1"`},
		{ir.Integer, "页码 默认第一页", `default "1"`},
		{ir.Integer, "灯（1:亮 0:灭 默认0）", `enum 1=亮 0=灭; default "0"`},
		{ir.Any, "0:红灯 1:绿灯,默认为绿灯", `enum 0=红灯 1=绿灯; default "1"`},
		{ir.String, "走法，默认为“步行”，\"walk\"：步行，\"ride\"：骑行", `enum walk=步行 ride=骑行; default "walk"`},
		{ir.Integer, "0:红灯 1:绿灯（默认）", `enum 0=红灯 1=绿灯; default "1"`},
		{ir.Boolean, "是否静音，默认为false", `default "false"`},
		{ir.Boolean, "是否静音，默认否", `default "false"`},
		{ir.String, "编码，默认UTF-8", `default "UTF-8"`},
		{ir.String, "头像（默认为空）", `default ""`},
		{ir.Integer, "保留多久(秒)，默认 600（10 分钟）", `default "600"; unit "秒"`},
	})
}

func TestLimits(t *testing.T) {
	checkAll(t, []sentence{
		{ir.Integer, "每页条数最多50条", `<=50`},
		{ir.Integer, "每页最多20条，大于20条时按20条", `<=20`},
		{ir.Integer, "不填默认10，不得多于30", `default "10"; <=30`},
		{ir.Integer, "每页几行，范围1-500", `>=1; <=500`},
		{ir.Integer, "取多少根\n[1,2000]", `>=1; <=2000`},
		{ir.Number, "透明度 取值范围[0,1]", `>=0; <=1`},
		{ir.Integer, "亲密度，0-2200", `>=0; <=2200`},
		{ir.Integer, "范围为0~604800秒", `>=0; <=604800; unit "秒"`},
		{ir.Number, "金额，大于0", `>0`},
		{ir.Integer, "下标，从0开始", `>=0`},
		{ir.Integer, "起始页码为 1", `>=1`},
		{ir.Integer, "页码，必须为正整数", `>=1`},
		{ir.String, "正整数，小于60", `>=1; <60`},
		{ir.Integer, "偏移，默认为0, 最大值为100", `default "0"; <=100`},
		{ir.String, "昵称，不超过20个字", `length ..20`},
		{ir.String, "简介，长度为0~200个字符", `length 0..200`},
		{ir.String, "昵称\n数据校验规则：\n- 长度范围：2 ～ 12", `length 2..12`},
		{ir.String, "口令，6-20位", `length 6..20`},
		{ir.String, "流水号，32位字符。", `length 32..32`},
		{ir.String, "流水号，长度18位的数字", `length 18..18; only 0-9`},
		{ir.String, "机号，40位以内", `length ..40`},
		{ir.String, "名称字符数要在1到20范围内", `length 1..20`},
		{ir.String, "编号\nvarchar(40)", `length ..40`},
		{ir.String, "正文，最大长度65535个字节", `bytes ..65535`},
		{ir.String, "正文，不超过1024字节", `bytes ..1024`},
		{ir.ArrayKind, "照片，最多9张", `items ..9`},
		{ir.ArrayKind, "编号列表。列表长度在1到20之间", `items 1..20`},
		{ir.ArrayKind, "编号列表，一次最多50个", `items ..50`},
		{ir.String, "编号，多个逗号分隔，一次最多50个", `items ..50; csv`},
		{ir.String, "地址\n- 正则校验：^https?://.*$", `pattern "^https?://.*$"`},
	})
}

func TestFormats(t *testing.T) {
	checkAll(t, []sentence{
		{ir.String, "yyyy-MM-dd", `date; layout "yyyy-MM-dd"`},
		{ir.String, "下架日，格式：YYYY-MM-DD", `date; layout "YYYY-MM-DD"`},
		{ir.String, "下单时间（格式：yyyy-MM-dd HH:mm:ss）", `date-time; layout "yyyy-MM-dd HH:mm:ss"`},
		{ir.String, "交易时刻 yyyyMMddHHmmss", `date-time; layout "yyyyMMddHHmmss"`},
		{ir.String, "上班时间 HH:mm", `time; layout "HH:mm"`},
		{ir.String, "标准格式：2006-01-02T15:04:05Z", `date-time; layout "2006-01-02T15:04:05Z"`},
		{ir.String, "发布时间，为 ISO8601 格式", `date-time`},
		{ir.Integer, "更新时间(秒)", `unix-seconds; unit "秒"`},
		{ir.Integer, "应答时间点，单位：毫秒", `unix-millis; unit "毫秒"`},
		{ir.Integer, "Unix时间戳，精确到毫秒", `unix-millis; unit "毫秒"`},
		{ir.Integer, "13位时间戳", `unix-millis`},
		{ir.String, "店长手机号码", `phone`},
		{ir.String, "店长邮箱", `email`},
		{ir.String, "封面url（远程图片）", `url`},
		{ir.String, "登录IP地址", `ip`},
		{ir.String, "法人身份证号", `id-card`},
		{ir.String, "附件的md5", `md5`},
		{ir.String, "图片内容，需要做base64编码", `base64`},
		{ir.String, "扩展信息，json字符串", `json`},
		{ir.String, "城市，多个城市用英文,分割", `csv`},
		{ir.String, "城市(多个中间以\",\"分隔)", `csv`},
		{ir.String, "网关，`HOST:PORT/PATH`的格式", `layout "HOST:PORT/PATH"`},
		{ir.String, "频道，格式： depth.$symbol.$size", `layout "depth.$symbol.$size"`},
		{ir.Any, "单位：分", `unit "分"`},
		{ir.String, "单位(元)，保留两位小数", `decimals ..2; unit "元"`},
		{ir.Integer, "转账金额(以分为单位的整数)", `unit "分"`},
		{ir.Number, "温度(℃)", `unit "℃"`},
		{ir.Number, "费率 单位 ‰", `unit "‰"`},
		{ir.Integer, "过期时间，单位秒", `unit "秒"`},
	})
}

func TestPresence(t *testing.T) {
	checkAll(t, []sentence{
		{ir.String, "门牌\n必填", `required`},
		{ir.String, "必填；门牌", `required`},
		{ir.String, "门牌（可空）", `optional`},
		{ir.Integer, "选填，默认 10", `default "10"; optional`},
		{ir.String, "口令（开启校验时必填）", `conditional; when "开启校验时必填"`},
		{ir.String, "mode=2时，必填", `conditional; when "mode=2时，必填"`},
		{ir.String, "门牌，与单元号二选一", `conditional; when "与单元号二选一"`},
		{ir.Integer, "地区，不传则查全部", `when "不传则查全部"`},
		{ir.String, "仅当退款操作时填写", `when "仅当退款操作时填写"`},
		{ir.String, "旧门牌，已废弃", `deprecated "已废弃"`},
		{ir.String, "【已弃用】请改用 no", `deprecated "已弃用"`},
	})
}
