package generator

import (
	"strings"
	"testing"

	"github.com/wenma/wenma/ir"
)

func TestOperationNames(t *testing.T) {
	const cases = `
POST /op/v2/getChatInfo            GetChatInfo
POST /files                        CreateFile
GET /files                         ListFiles
GET /files/{id}                    GetFile
PATCH /files/{id}                  UpdateFile
DELETE /files/{id}                 DeleteFile
GET /folders/{id}/files            ListFolderFiles
GET /files/{id}/content            GetContent
POST /files/batch                  FilesBatch
GET /user/list                     UserList
GET /order/list                    OrderList
POST /user/login.do                UserLogin
POST /api/v1/parking/slot          Slot
GET /weather/today                 Today
GET /categories/{id}               GetCategory
`
	var endpoints []*ir.Endpoint
	var want []string
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		f := strings.Fields(line)
		e := &ir.Endpoint{Method: ir.Text{Value: f[0]}, Path: ir.Path{Text: ir.Text{Value: f[1]}}}
		if strings.Contains(f[1], "{") {
			e.Path.Params = []ir.Text{{Value: "id"}}
		}
		e.Name.Value = f[1][strings.LastIndex(f[1], "/")+1:]
		endpoints, want = append(endpoints, e), append(want, f[2])
	}
	names := operationNames(endpoints)
	for i, e := range endpoints {
		if names[e] != want[i] {
			t.Errorf("%s %s is %s, want %s", e.Method.Value, e.Path.Value, names[e], want[i])
		}
	}
}
