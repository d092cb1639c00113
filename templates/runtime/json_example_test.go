package runtime

import "encoding/json"

// The types and methods below are what is generated for the page of getChatInfo, written by hand. Where the engine can do
// more than this page needs, a type of its own shows it further down.

type chatEnvelope struct {
	Code    int64           `json:"code"`
	Message string          `json:"message"`
	Data    *chatData       `json:"data"`
	Page    json.RawMessage `json:"page"`
	Foot    *chatFoot       `json:"foot"`
}

type chatData struct {
	User            *chatUser     `json:"user"`
	OperatorID      string        `json:"operatorId"`
	Subtitle        string        `json:"subtitle"`
	Channel         *chatChannel  `json:"channel"`
	RefChatID       string        `json:"refChatId"`
	Location        *chatLocation `json:"location"`
	GroupID         string        `json:"groupId"`
	Status          string        `json:"status"`
	ChatID          string        `json:"chatId"`
	IsInGroup       bool          `json:"isInGroup"`
	VersionCode     string        `json:"versionCode"`
	CreateTime      string        `json:"createTime"`
	ClientType      string        `json:"clientType"`
	Client          *chatClient   `json:"client"`
	ChannelNameList []string      `json:"channelNameList,omitempty"`
	CompanyID       *string       `json:"companyId,omitempty"`
}

type chatUser struct {
	UserID       string        `json:"userId"`
	UserName     string        `json:"userName"`
	NickName     string        `json:"nickName"`
	Phone        *string       `json:"phone"`
	DisplayPhone string        `json:"displayPhone"`
	Tags         []string      `json:"tags"`
	Address      []chatAddress `json:"address"`
	Icon         string        `json:"icon"`
	Contacts     []chatContact `json:"contacts"`
	ServiceCount int64         `json:"serviceCount"`
}

type chatAddress struct {
	UserAddressID string `json:"userAddressId"`
	Address       string `json:"address"`
	Remark        string `json:"remark"`
}

type chatContact struct {
	Name          string `json:"name"`
	Phone         string `json:"phone"`
	UserContactID string `json:"userContactId"`
}

type chatLocation struct {
	Address string  `json:"address"`
	Lat     float64 `json:"lat"`
	Lng     float64 `json:"lng"`
}

type chatChannel struct {
	Name      string `json:"name"`
	ChannelID string `json:"channelId"`
}

type chatClient struct {
	Name     string `json:"name"`
	Logo     string `json:"logo"`
	ClientID int64  `json:"clientId"`
}

type chatFoot struct {
	OperationTime string `json:"operationTime"`
	ServicePhone  string `json:"servicePhone"`
	Host          string `json:"host"`
}

var chatEnvelopeKeys = keySet{
	names: []string{"code", "message", "data", "page", "foot"},
}

func (x *chatEnvelope) decodeJSON(d *decoder) {
	for i := d.object(&chatEnvelopeKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.integer(&x.Code)
		case 1:
			d.text(&x.Message)
		case 2:
			if x.Data = nil; !d.null() {
				x.Data = new(chatData)
				x.Data.decodeJSON(d)
			}
		case 3:
			d.raw(&x.Page)
		case 4:
			if x.Foot = nil; !d.null() {
				x.Foot = new(chatFoot)
				x.Foot.decodeJSON(d)
			}
		}
	}
}

func (x *chatEnvelope) appendJSON(b []byte) []byte {
	start := len(b)
	b = appendInteger(b, `,"code":`, x.Code)
	b = appendText(b, `,"message":`, x.Message)
	b = x.Data.appendJSON(appendMember(b, `,"data":`))
	b = appendRaw(b, `,"page":`, x.Page)
	b = x.Foot.appendJSON(appendMember(b, `,"foot":`))
	return endObject(b, start)
}

var chatDataKeys = keySet{
	names: []string{
		"user", "operatorId", "subtitle", "channel", "refChatId", "location", "groupId", "status", "chatId",
		"isInGroup", "versionCode", "createTime", "clientType", "client", "channelNameList", "companyId",
	},
}

func (x *chatData) decodeJSON(d *decoder) {
	for i := d.object(&chatDataKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			if x.User = nil; !d.null() {
				x.User = new(chatUser)
				x.User.decodeJSON(d)
			}
		case 1:
			d.text(&x.OperatorID)
		case 2:
			d.text(&x.Subtitle)
		case 3:
			if x.Channel = nil; !d.null() {
				x.Channel = new(chatChannel)
				x.Channel.decodeJSON(d)
			}
		case 4:
			d.text(&x.RefChatID)
		case 5:
			if x.Location = nil; !d.null() {
				x.Location = new(chatLocation)
				x.Location.decodeJSON(d)
			}
		case 6:
			d.text(&x.GroupID)
		case 7:
			d.text(&x.Status)
		case 8:
			d.text(&x.ChatID)
		case 9:
			d.boolean(&x.IsInGroup)
		case 10:
			d.text(&x.VersionCode)
		case 11:
			d.text(&x.CreateTime)
		case 12:
			d.text(&x.ClientType)
		case 13:
			if x.Client = nil; !d.null() {
				x.Client = new(chatClient)
				x.Client.decodeJSON(d)
			}
		case 14:
			d.texts(&x.ChannelNameList)
		case 15:
			d.textPtr(&x.CompanyID)
		}
	}
}

// A type that is used through pointers writes null for nil.
func (x *chatData) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = x.User.appendJSON(appendMember(b, `,"user":`))
	b = appendText(b, `,"operatorId":`, x.OperatorID)
	b = appendText(b, `,"subtitle":`, x.Subtitle)
	b = x.Channel.appendJSON(appendMember(b, `,"channel":`))
	b = appendText(b, `,"refChatId":`, x.RefChatID)
	b = x.Location.appendJSON(appendMember(b, `,"location":`))
	b = appendText(b, `,"groupId":`, x.GroupID)
	b = appendText(b, `,"status":`, x.Status)
	b = appendText(b, `,"chatId":`, x.ChatID)
	b = appendBoolean(b, `,"isInGroup":`, x.IsInGroup)
	b = appendText(b, `,"versionCode":`, x.VersionCode)
	b = appendText(b, `,"createTime":`, x.CreateTime)
	b = appendText(b, `,"clientType":`, x.ClientType)
	b = x.Client.appendJSON(appendMember(b, `,"client":`))
	b = appendTextsOmit(b, `,"channelNameList":`, x.ChannelNameList)
	b = appendTextOmit(b, `,"companyId":`, x.CompanyID)
	return endObject(b, start)
}

var chatUserKeys = keySet{
	names: []string{
		"userId", "userName", "nickName", "phone", "displayPhone", "tags", "address", "icon", "contacts", "serviceCount",
	},
	required: []uint16{0, 1},
}

func (x *chatUser) decodeJSON(d *decoder) {
	for i := d.object(&chatUserKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.UserID)
		case 1:
			d.text(&x.UserName)
		case 2:
			d.text(&x.NickName)
		case 3:
			d.textPtr(&x.Phone)
		case 4:
			d.text(&x.DisplayPhone)
		case 5:
			d.texts(&x.Tags)
		case 6:
			x.Address = decodeChatAddressList(d)
		case 7:
			d.text(&x.Icon)
		case 8:
			x.Contacts = decodeChatContactList(d)
		case 9:
			d.integer(&x.ServiceCount)
		}
	}
}

func (x *chatUser) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = appendText(b, `,"userId":`, x.UserID)
	b = appendText(b, `,"userName":`, x.UserName)
	b = appendText(b, `,"nickName":`, x.NickName)
	b = appendTextPtr(b, `,"phone":`, x.Phone)
	b = appendText(b, `,"displayPhone":`, x.DisplayPhone)
	b = appendTexts(b, `,"tags":`, x.Tags)
	b = appendChatAddressList(b, `,"address":`, x.Address)
	b = appendText(b, `,"icon":`, x.Icon)
	b = appendChatContactList(b, `,"contacts":`, x.Contacts)
	b = appendInteger(b, `,"serviceCount":`, x.ServiceCount)
	return endObject(b, start)
}

// Lists are read and written by a pair of functions an element type.
func decodeChatAddressList(d *decoder) []chatAddress {
	if !d.list() {
		return nil
	}
	list := []chatAddress{}
	for d.more() {
		list = append(list, chatAddress{})
		list[len(list)-1].decodeJSON(d)
	}
	return list
}

func appendChatAddressList(b []byte, key string, list []chatAddress) []byte {
	b = append(b, key...)
	start := len(b)
	for i := range list {
		b = list[i].appendJSON(append(b, ','))
	}
	return endList(b, start, list == nil)
}

func decodeChatContactList(d *decoder) []chatContact {
	if !d.list() {
		return nil
	}
	list := []chatContact{}
	for d.more() {
		list = append(list, chatContact{})
		list[len(list)-1].decodeJSON(d)
	}
	return list
}

func appendChatContactList(b []byte, key string, list []chatContact) []byte {
	b = append(b, key...)
	start := len(b)
	for i := range list {
		b = list[i].appendJSON(append(b, ','))
	}
	return endList(b, start, list == nil)
}

var chatAddressKeys = keySet{
	names: []string{"userAddressId", "address", "remark"},
}

func (x *chatAddress) decodeJSON(d *decoder) {
	for i := d.object(&chatAddressKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.UserAddressID)
		case 1:
			d.text(&x.Address)
		case 2:
			d.text(&x.Remark)
		}
	}
}

func (x *chatAddress) appendJSON(b []byte) []byte {
	start := len(b)
	b = appendText(b, `,"userAddressId":`, x.UserAddressID)
	b = appendText(b, `,"address":`, x.Address)
	b = appendText(b, `,"remark":`, x.Remark)
	return endObject(b, start)
}

var chatContactKeys = keySet{
	names: []string{"name", "phone", "userContactId"},
}

func (x *chatContact) decodeJSON(d *decoder) {
	for i := d.object(&chatContactKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.Name)
		case 1:
			d.text(&x.Phone)
		case 2:
			d.text(&x.UserContactID)
		}
	}
}

func (x *chatContact) appendJSON(b []byte) []byte {
	start := len(b)
	b = appendText(b, `,"name":`, x.Name)
	b = appendText(b, `,"phone":`, x.Phone)
	b = appendText(b, `,"userContactId":`, x.UserContactID)
	return endObject(b, start)
}

var chatLocationKeys = keySet{
	names: []string{"address", "lat", "lng"},
}

func (x *chatLocation) decodeJSON(d *decoder) {
	for i := d.object(&chatLocationKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.Address)
		case 1:
			d.number(&x.Lat)
		case 2:
			d.number(&x.Lng)
		}
	}
}

func (x *chatLocation) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = appendText(b, `,"address":`, x.Address)
	b = appendNumber(b, `,"lat":`, x.Lat)
	b = appendNumber(b, `,"lng":`, x.Lng)
	return endObject(b, start)
}

var chatChannelKeys = keySet{
	names: []string{"name", "channelId"},
}

func (x *chatChannel) decodeJSON(d *decoder) {
	for i := d.object(&chatChannelKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.Name)
		case 1:
			d.text(&x.ChannelID)
		}
	}
}

func (x *chatChannel) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = appendText(b, `,"name":`, x.Name)
	b = appendText(b, `,"channelId":`, x.ChannelID)
	return endObject(b, start)
}

var chatClientKeys = keySet{
	names: []string{"name", "logo", "clientId"},
}

func (x *chatClient) decodeJSON(d *decoder) {
	for i := d.object(&chatClientKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.Name)
		case 1:
			d.text(&x.Logo)
		case 2:
			d.integer(&x.ClientID)
		}
	}
}

func (x *chatClient) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = appendText(b, `,"name":`, x.Name)
	b = appendText(b, `,"logo":`, x.Logo)
	b = appendInteger(b, `,"clientId":`, x.ClientID)
	return endObject(b, start)
}

var chatFootKeys = keySet{
	names: []string{"operationTime", "servicePhone", "host"},
}

func (x *chatFoot) decodeJSON(d *decoder) {
	for i := d.object(&chatFootKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.text(&x.OperationTime)
		case 1:
			d.text(&x.ServicePhone)
		case 2:
			d.text(&x.Host)
		}
	}
}

func (x *chatFoot) appendJSON(b []byte) []byte {
	if x == nil {
		return append(b, "null"...)
	}
	start := len(b)
	b = appendText(b, `,"operationTime":`, x.OperationTime)
	b = appendText(b, `,"servicePhone":`, x.ServicePhone)
	b = appendText(b, `,"host":`, x.Host)
	return endObject(b, start)
}

// A type's methods for encoding/json, and its validation.

func (x *chatEnvelope) UnmarshalJSON(data []byte) error { return decode(data, x, 0) }

func (x *chatEnvelope) MarshalJSON() ([]byte, error) { return encode(nil, x) }

// Validate reports every field that breaks a rule of the page.
func (x *chatEnvelope) Validate() error {
	var c checker
	x.check(&c)
	return c.err()
}

func (x *chatEnvelope) check(c *checker) int {
	start := c.start()
	if x.Data != nil {
		c.member(x.Data.check(c), "data")
	}
	return start
}

func (x *chatData) check(c *checker) int {
	start := c.start()
	c.notEmpty("chatId", x.ChatID)
	if x.User != nil {
		c.member(x.User.check(c), "user")
	}
	return start
}

func (x *chatUser) check(c *checker) int {
	start := c.start()
	c.required("userId", x.UserID != "")
	c.length("userName", x.UserName, 1, 32)
	c.integer("serviceCount", x.ServiceCount, 0, 1000)
	c.items("tags", len(x.Tags), 0, 10)
	for i := range x.Address {
		c.element(x.Address[i].check(c), "address", i)
	}
	return start
}

func (x *chatAddress) check(c *checker) int {
	start := c.start()
	c.length("remark", x.Remark, 0, 20)
	return start
}

// everything has a member of each kind.
type everything struct {
	Texts      []string
	Integers   []int64
	Numbers    []float64
	Booleans   []bool
	Integer32  int32
	TextPtr    *string
	IntegerPtr *int64
	Int32Ptr   *int32
	NumberPtr  *float64
	BooleanPtr *bool
	Raw        json.RawMessage
	Map        map[string]chatFoot
	Nested     [][]string
	Self       *everything // recursive
	Selves     []everything

	LooseText    string
	LooseInteger int64
	LooseNumber  float64
	LooseBoolean bool
	LooseObject  *chatFoot
	LooseValue   chatFoot
	LooseList    []chatFoot
	LooseTexts   []string

	LooseTextPtr    *string
	LooseIntegerPtr *int64
	LooseNumberPtr  *float64
	LooseBooleanPtr *bool
}

var everythingKeys = keySet{
	names: []string{
		"texts", "integers", "numbers", "booleans", "integer32", "textPtr", "integerPtr", "int32Ptr", "numberPtr",
		"booleanPtr", "raw", "map", "nested", "self", "selves", "looseText", "looseInteger", "looseNumber",
		"looseBoolean", "looseObject", "looseValue", "looseList", "looseTexts", "looseTextPtr", "looseIntegerPtr",
		"looseNumberPtr", "looseBooleanPtr",
	},
}

func (x *everything) decodeJSON(d *decoder) {
	for i := d.object(&everythingKeys); i >= 0; i = d.next() {
		switch i {
		case 0:
			d.texts(&x.Texts)
		case 1:
			d.integers(&x.Integers)
		case 2:
			d.numbers(&x.Numbers)
		case 3:
			d.booleans(&x.Booleans)
		case 4:
			d.integer32(&x.Integer32)
		case 5:
			d.textPtr(&x.TextPtr)
		case 6:
			d.integerPtr(&x.IntegerPtr)
		case 7:
			d.integer32Ptr(&x.Int32Ptr)
		case 8:
			d.numberPtr(&x.NumberPtr)
		case 9:
			d.booleanPtr(&x.BooleanPtr)
		case 10:
			d.raw(&x.Raw)
		case 11:
			x.Map = decodeFootMap(d)
		case 12:
			x.Nested = decodeTextsList(d)
		case 13:
			if x.Self = nil; !d.null() {
				x.Self = new(everything)
				x.Self.decodeJSON(d)
			}
		case 14:
			if x.Selves = nil; !d.list() {
				break
			}
			for d.more() {
				x.Selves = append(x.Selves, everything{})
				x.Selves[len(x.Selves)-1].decodeJSON(d)
			}
		case 15:
			d.looseText(&x.LooseText)
		case 16:
			d.looseInteger(&x.LooseInteger)
		case 17:
			d.looseNumber(&x.LooseNumber)
		case 18:
			d.looseBoolean(&x.LooseBoolean)
		case 19:
			if x.LooseObject = nil; !d.looseNull() {
				x.LooseObject = new(chatFoot)
				x.LooseObject.decodeJSON(d)
			}
		case 20:
			if !d.looseNull() {
				x.LooseValue.decodeJSON(d)
			}
		case 21:
			x.LooseList = decodeLooseFootList(d)
		case 22:
			if x.LooseTexts = nil; !d.looseList() {
				break
			}
			for d.more() {
				x.LooseTexts = append(x.LooseTexts, "")
				d.looseText(&x.LooseTexts[len(x.LooseTexts)-1])
			}
		case 23:
			d.looseTextPtr(&x.LooseTextPtr)
		case 24:
			d.looseIntegerPtr(&x.LooseIntegerPtr)
		case 25:
			d.looseNumberPtr(&x.LooseNumberPtr)
		case 26:
			d.looseBooleanPtr(&x.LooseBooleanPtr)
		}
	}
}

func decodeFootMap(d *decoder) map[string]chatFoot {
	if !d.entries() {
		return nil
	}
	m := map[string]chatFoot{}
	for d.entry() {
		var v chatFoot
		v.decodeJSON(d)
		m[d.key()] = v
	}
	return m
}

func decodeTextsList(d *decoder) [][]string {
	if !d.list() {
		return nil
	}
	list := [][]string{}
	for d.more() {
		list = append(list, nil)
		d.texts(&list[len(list)-1])
	}
	return list
}

func decodeLooseFootList(d *decoder) []chatFoot {
	if !d.looseList() {
		return nil
	}
	list := []chatFoot{}
	for d.more() {
		list = append(list, chatFoot{})
		list[len(list)-1].decodeJSON(d)
	}
	return list
}
