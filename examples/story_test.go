// Package examples holds modules as a user would have them, and the test that lives through a year with one.
package examples

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// project is a copy of an example, in which everything is done with the go command alone.
type project struct {
	*testing.T
	dir string
}

// begin copies an example. Its module takes wenma from this tree.
func begin(t *testing.T, example string) *project {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the command and a module, many times")
	}
	p := &project{t, t.TempDir()}
	if err := os.CopyFS(p.dir, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(p.dir, ".wenma")); err != nil { // of whoever worked in the example
		t.Fatal(err)
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	p.edit("go.mod", "=> ../..", "=> "+filepath.ToSlash(root))
	return p
}

func (p *project) read(file string) string {
	p.Helper()
	text, err := os.ReadFile(filepath.Join(p.dir, file))
	if err != nil {
		p.Fatal(err)
	}
	return string(text)
}

func (p *project) write(file, text string) {
	p.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, file), []byte(text), 0o666); err != nil {
		p.Fatal(err)
	}
}

// edit replaces a text in a file, wherever it stands; it must stand there.
func (p *project) edit(file, old, new string) {
	p.Helper()
	text := p.read(file)
	if !strings.Contains(text, old) {
		p.Fatalf("%s has no %q", file, old)
	}
	p.write(file, strings.ReplaceAll(text, old, new))
}

func (p *project) remove(file string) {
	p.Helper()
	if err := os.Remove(filepath.Join(p.dir, file)); err != nil {
		p.Fatal(err)
	}
}

// run runs the go command in the project, without a network.
func (p *project) run(args ...string) (said string, ok bool) {
	p.Helper()
	c := exec.Command("go", args...)
	c.Dir = p.dir
	c.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=", "GOWORK=off", "LC_ALL=en_US.UTF-8")
	out, err := c.CombinedOutput()
	return string(out), err == nil
}

// generate regenerates, and checks that what it says holds each of the texts.
func (p *project) generate(says ...string) {
	p.Helper()
	said, ok := p.run("generate", "./...")
	if !ok {
		p.Fatalf("go generate failed:\n%s", said)
	}
	for _, text := range says {
		if !strings.Contains(said, text) {
			p.Errorf("go generate does not say %q:\n%s", text, said)
		}
	}
}

// builds checks that all compiles, passes vet, and passes its tests.
func (p *project) builds() {
	p.Helper()
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		if said, ok := p.run(args...); !ok {
			p.Fatalf("go %s:\n%s", strings.Join(args, " "), said)
		}
	}
}

// breaks checks that compiling fails at a line of the user's file, and nowhere in what is generated.
func (p *project) breaks(file, at string) {
	p.Helper()
	said, ok := p.run("build", "./...")
	if ok {
		p.Fatal("it still compiles")
	}
	lines := strings.Split(p.read(file), "\n")
	for line := range strings.Lines(said) {
		if place, _, found := strings.Cut(line, ".go:"); found && strings.HasSuffix(place, "_gen") {
			p.Errorf("an error in generated code: %s", line)
		}
	}
	for i, text := range lines {
		if strings.Contains(text, at) && strings.Contains(said, filepath.FromSlash(file)+":"+strconv.Itoa(i+1)+":") {
			return
		}
	}
	p.Errorf("no error at %q in %s:\n%s", at, file, said)
}

// tree has the content of all files but those in .wenma.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && entry.Name() != ".wenma" {
			return err
		}
		if entry.IsDir() {
			return fs.SkipDir
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

const (
	chatPage   = "docs/getChatInfo.md"
	chatStub   = "internal/handler/get_chat_info_handler.go"
	handlers   = "internal/handler/handlers.go"
	closeStub  = "internal/handler/close_chat_handler.go"
	closePage  = "docs/closeChat.md"
	agentsPage = "docs/agents.md"
)

// TestChatIsUpToDate: what lies in the example is what its pages make.
func TestChatIsUpToDate(t *testing.T) {
	p := begin(t, "chat")
	before := tree(t, p.dir)
	p.generate("wenma: internal/op: 1 endpoint")
	if diff := cmp.Diff(before, tree(t, p.dir)); diff != "" {
		t.Errorf("run go generate in examples/chat and commit (-committed +generated):\n%s", diff)
	}
	p.generate("nothing changed")
	p.builds()
}

// TestChatStory changes the pages as they change in life, and regenerates after each change.
func TestChatStory(t *testing.T) {
	p := begin(t, "chat")

	// Somebody works on a handler. Regenerating, now and from here on, leaves it as it is.
	p.edit(chatStub, "chat, ok :=", "// Closed conversations stay in the store.\n\tchat, ok :=")
	handler, store := p.read(chatStub), p.read(handlers)
	untouched := func() {
		t.Helper()
		if p.read(chatStub) != handler || p.read(handlers) != store {
			t.Fatal("regenerating changed a file of the user's")
		}
	}

	// The page gets an optional field.
	p.edit(chatPage, "|nickName|String|用户昵称| |", "|nickName|String|用户昵称| |\n|email|String|邮箱，可选| |")
	p.generate("field response.data.user.email (string) is new", "1 change, 0 breaking")
	untouched()
	p.builds()

	// An endpoint is added, on a page of its own: it compiles, answers 501, and has a handler to fill in.
	p.write(closePage, closing)
	p.generate("POST /op/v2/closeChat", "the endpoint is new")
	untouched()
	p.builds()
	if stub := p.read(closeStub); !strings.Contains(stub, "h.UnimplementedHandler.CloseChat(ctx, req)") {
		t.Errorf("the scaffold:\n%s", stub)
	}

	// A field is renamed: the compiler says so where the user's code has it, and nowhere else.
	p.edit(chatPage, "userName", "realName")
	p.generate("userName", "realName", "breaking")
	untouched()
	p.breaks(handlers, "UserName:")
	p.edit(handlers, "UserName:", "RealName:")
	p.edit("cmd/call/main.go", "User.UserName", "User.RealName")
	store = p.read(handlers)
	p.builds()

	// A field gets another type: again the user's own line.
	p.edit(chatPage, "｜serviceCount|Integer|", "｜serviceCount|String|")
	p.edit(chatPage, `"serviceCount": 4,`, `"serviceCount": "4",`)
	p.generate("response.data.user.serviceCount was integer and is string")
	untouched()
	p.breaks(handlers, "ServiceCount: 3")
	p.edit(handlers, "ServiceCount: 3", `ServiceCount: "3"`)
	store = p.read(handlers)
	p.builds()

	// The new endpoint is implemented, and then leaves the pages: the handler stays, since somebody wrote it, and is named; it no
	// longer compiles, at its own line.
	p.edit(closeStub, "return h.UnimplementedHandler.CloseChat(ctx, req)", "delete(h.chats, req.ChatID)\n\treturn &op.CloseChatData{Closed: true}, nil")
	p.builds()
	closed := p.read(closeStub)
	p.remove(closePage)
	p.generate("the endpoint is gone", closeStub+" is no longer made from the pages; it was edited, so it stays")
	untouched()
	if p.read(closeStub) != closed {
		t.Error("the orphan was changed")
	}
	p.breaks(closeStub, "op.CloseChatRequest")
	p.remove(closeStub)
	p.builds()

	// A page comes that sorts before the other and has a User of its own. The old one keeps its name.
	user := typeOf(t, p, "User")
	p.write(agentsPage, agents)
	p.generate("POST /op/v2/listAgents", "the endpoint is new")
	untouched()
	p.builds()
	if now := typeOf(t, p, "User"); now != user {
		t.Errorf("User was\n%s\nand is\n%s", user, now)
	}

	// All of that is recorded, and a last run finds nothing to do.
	p.generate("nothing changed")
	if said, ok := p.run("tool", "wenma", "gen", "--check"); !ok {
		t.Errorf("wenma gen --check:\n%s", said)
	}
}

// typeOf is the declaration of a type, without the places in its comments.
func typeOf(t *testing.T, p *project, name string) string {
	t.Helper()
	text := p.read("internal/op/types_gen.go")
	start := strings.Index(text, "type "+name+" struct {")
	if start < 0 {
		t.Fatalf("no type %s", name)
	}
	text = text[start:]
	return text[:strings.Index(text, "\n}")+2]
}

const closing = `# 会话接口

## 关闭会话

POST /op/v2/closeChat

请求参数

|参数|必选|类型|说明|
|---|---|---|---|
|chatId|是|String|会话 id|

返回示例

~~~json
{"code": 200, "message": "成功", "data": {"closed": true}, "page": null, "foot": {"operationTime": "2024-01-02 03:04:05", "servicePhone": "", "host": ""}}
~~~
`

const agents = `# 客服接口

## 客服列表

POST /op/v2/listAgents

请求参数

|参数|必选|类型|说明|
|---|---|---|---|
|groupId|是|String|分组 id|

返回参数

|参数|类型|说明|
|---|---|---|
|leader|Object|组长，详见 User|

#### User

|参数|类型|说明|
|---|---|---|
|userId|Integer|工号|
|online|Boolean|是否在线|

返回示例

~~~json
{"code": 200, "message": "成功", "data": {"leader": {"userId": 7, "online": true}}, "page": null, "foot": {"operationTime": "2024-01-02 03:04:05", "servicePhone": "", "host": ""}}
~~~
`
