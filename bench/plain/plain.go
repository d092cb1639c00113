// Package plain has the seed's answer as structs without methods, for libraries that work on any struct, and an order with the
// rules of api/order.md in validator's tags.
package plain

import "encoding/json"

// Answer is all of the answer to the seed's request.
type Answer struct {
	Code    int64           `json:"code"`
	Message string          `json:"message"`
	Data    ChatInfo        `json:"data"`
	Page    json.RawMessage `json:"page"`
	Foot    Foot            `json:"foot"`
}

// ChatInfo is the data of an Answer.
type ChatInfo struct {
	User            User     `json:"user"`
	OperatorID      string   `json:"operatorId"`
	Subtitle        string   `json:"subtitle"`
	Channel         Channel  `json:"channel"`
	RefChatID       string   `json:"refChatId"`
	Location        Location `json:"location"`
	GroupID         string   `json:"groupId"`
	Status          string   `json:"status"`
	ChatID          string   `json:"chatId"`
	IsInGroup       bool     `json:"isInGroup"`
	VersionCode     string   `json:"versionCode"`
	CreateTime      string   `json:"createTime"`
	ClientType      string   `json:"clientType"`
	Client          Client   `json:"client"`
	ChannelNameList []string `json:"channelNameList,omitempty"`
	CompanyID       *string  `json:"companyId,omitempty"`
}

// Foot is the end of an Answer.
type Foot struct {
	OperationTime string `json:"operationTime"`
	ServicePhone  string `json:"servicePhone"`
	Host          string `json:"host"`
}

// User is whom the chat is with.
type User struct {
	UserID       string    `json:"userId"`
	UserName     string    `json:"userName"`
	NickName     string    `json:"nickName"`
	Phone        *string   `json:"phone"`
	DisplayPhone string    `json:"displayPhone"`
	Tags         []string  `json:"tags"`
	Address      []Address `json:"address"`
	Icon         string    `json:"icon"`
	Contacts     []Contact `json:"contacts"`
	ServiceCount int64     `json:"serviceCount"`
}

// Address is one of a User's.
type Address struct {
	UserAddressID string `json:"userAddressId"`
	Address       string `json:"address"`
	Remark        string `json:"remark"`
}

// Contact is one of a User's.
type Contact struct {
	Name          string `json:"name"`
	Phone         string `json:"phone"`
	UserContactID string `json:"userContactId"`
}

// Location is where the chat began.
type Location struct {
	Address string  `json:"address"`
	Lat     float64 `json:"lat"`
	Lng     float64 `json:"lng"`
}

// Channel is how the User came.
type Channel struct {
	Name      string `json:"name"`
	ChannelID string `json:"channelId"`
}

// Client is the shop.
type Client struct {
	Name     string `json:"name"`
	Logo     string `json:"logo"`
	ClientID int64  `json:"clientId"`
}

// Query is the seed's request.
type Query struct {
	ChatID string `json:"chatId" validate:"required"`
	IsMsg  bool   `json:"isMsg"`
}

// Order is the request of api/order.md. What the page calls characters, validator counts as runes too.
type Order struct {
	OrderNo    string `json:"orderNo" validate:"len=12,number"`
	Buyer      string `json:"buyer" validate:"max=32"`
	Channel    string `json:"channel" validate:"oneof=app web shop"`
	Level      int64  `json:"level" validate:"min=1,max=5"`
	Amount     int64  `json:"amount" validate:"min=1,max=1000000"`
	Remark     string `json:"remark" validate:"max=200"`
	CouponCode string `json:"couponCode" validate:"min=8,max=16,alphanum"`
	TableNo    string `json:"tableNo" validate:"startswith=T"`
	Items      []Item `json:"items" validate:"required,dive"`
}

// Item is one line of an Order.
type Item struct {
	SKU   string `json:"sku" validate:"alphanum"`
	Title string `json:"title" validate:"max=64"`
	Count int64  `json:"count" validate:"min=1,max=99"`
	Price int64  `json:"price" validate:"min=1,max=1000000"`
}
