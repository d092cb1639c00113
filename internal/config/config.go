// Package config is a project's wenma.yaml: what it may say, how it is read, and its JSON Schema. Reading is strict: a key
// that is not known or a value of the wrong kind is a diagnostic at its place, never passed over.
package config

import "github.com/wenma/wenma/source"

// Name is what the file is called.
const Name = "wenma.yaml"

// Config is what a project says in its wenma.yaml. Paths are slash paths relative to the file's directory. The comments of
// the schema and of the file that wenma init writes are the zh and en tags; values lists what a text may be, and example is a
// value as YAML has it.
type Config struct {
	Inputs    []string          `yaml:"inputs" example:"[docs]" zh:"页面：文件、目录或模式，** 表示任意层目录" en:"the pages: files, directories or patterns; ** is any number of directories"`
	Exclude   []string          `yaml:"exclude" example:"[docs/drafts]" zh:"不读的页面，写法同 inputs" en:"pages to leave out, written as in inputs"`
	Out       string            `yaml:"out" example:"internal/api" zh:"生成的 Go 包所在的目录" en:"the directory of the generated Go package"`
	Package   string            `yaml:"package" example:"api" zh:"包名，默认是 out 的目录名" en:"its name; by default that of the directory"`
	Stubs     string            `yaml:"stubs" example:"internal/handlers" zh:"处理函数的目录：每个接口一个文件，只写一次" en:"the directory of the handlers: one file an endpoint, written once"`
	Own       []string          `yaml:"own" example:"[internal/api/client_gen.go]" zh:"已由你维护的生成文件，不再写出" en:"generated files that are yours to keep by now; they are not written"`
	Layout    string            `yaml:"layout" example:"kind" values:"kind page group" zh:"文件怎么分：kind 按产物种类，page 每个页面一个，group 每个分组一个包" en:"how files are divided: kind by what they hold, page one a page, group one package a group"`
	Places    string            `yaml:"places" example:"page" values:"page line" zh:"注释里怎样写出处：page 只在类型和接口上写页面，页面改动时别处的注释不变；line 处处写到行" en:"how comments say where something stands: page names the page, with types and operations alone, so that comments stay when a page is edited elsewhere; line names the line everywhere"`
	Tests     bool              `yaml:"tests" example:"true" zh:"由页面上的样例生成测试" en:"make tests of the samples on the pages"`
	Strict    bool              `yaml:"strict" example:"true" zh:"页面有错误时什么也不写" en:"write nothing when the pages have errors"`
	Lang      string            `yaml:"lang" example:"zh" values:"zh en" zh:"生成的代码用哪种语言说话" en:"the language in which the generated code speaks"`
	Names     Names             `yaml:"names" zh:"命名" en:"how things are named"`
	Types     map[string]string `yaml:"types" example:"{User.id: string}" values:"string integer number boolean raw" zh:"改字段的类型：User.id: string" en:"types of fields that are other than the page says: User.id: string"`
	Times     string            `yaml:"times" example:"typed" values:"typed string" zh:"时间字段：typed 有自己的类型，string 就是文本" en:"fields that hold times: typed have types of their own, string are plain text"`
	Zone      string            `yaml:"zone" example:"+08:00" zh:"没有写时区的时间属于哪个时区，如 +08:00" en:"the zone of times that do not name theirs, such as +08:00"`
	Optional  string            `yaml:"optional" example:"pointer" values:"pointer zero" zh:"可选的标量：pointer 用指针，zero 以零值表示没有（零值另有含义的仍用指针）" en:"optional scalars: pointer, or zero, where the zero value means absent (pointers stay where it means something)"`
	Lexicon   Lexicon           `yaml:"lexicon" zh:"本项目页面特有的用词" en:"words that this project's pages use in a sense of their own"`
	Rules     map[string]string `yaml:"rules" example:"{not-in-sample: off}" values:"off info warning error" zh:"诊断的级别，错误最低降为 warning：not-in-sample: off" en:"how severe diagnostics are, an error a warning at least: not-in-sample: off"`
	Endpoints Endpoints         `yaml:"endpoints" zh:"只生成一部分接口" en:"which endpoints to generate"`
	Overlays  []Overlay         `yaml:"overlays" zh:"不改页面而更正它" en:"corrections of pages that are not edited"`

	Positions Positions `yaml:"-"` // where it all stands
}

// Names say how Go names are found.
type Names struct {
	Glossary   map[string]string `yaml:"glossary" example:"{会话: Chat}" zh:"词汇：会话: Chat" en:"words: 会话: Chat"`
	Overrides  map[string]string `yaml:"overrides" example:"{User.serviceCount: Services}" zh:"指定 Go 名字：User.serviceCount: Services" en:"Go names by hand: User.serviceCount: Services"`
	Operations string            `yaml:"operations" example:"auto" values:"auto path title" zh:"接口名取自路径还是标题" en:"whether operations are named by path or title"`
}

// Lexicon has words that mean what a word of the built-in lexicon means: 流水: string.
type Lexicon struct {
	Types    map[string]string `yaml:"types" example:"{流水号: string}" zh:"类型：流水号: string" en:"types: 流水号: string"`
	Columns  map[string]string `yaml:"columns" example:"{传参名: 字段名}" zh:"表头：传参名: 字段名" en:"headers of columns: 传参名: 字段名"`
	Sections map[string]string `yaml:"sections" example:"{送出内容: 请求参数}" zh:"标题：送出内容: 请求参数" en:"headings: 送出内容: 请求参数"`
	Presence map[string]string `yaml:"presence" example:"{务必: 必填}" zh:"是否必填：务必: 必填" en:"words for required and optional: 务必: 必填"`
}

// Endpoints chooses by "METHOD /path" or path; * stands for anything.
type Endpoints struct {
	Include []string `yaml:"include" example:"[POST /op/*]" zh:"只要这些，如 \"POST /op/*\"" en:"these alone, such as \"POST /op/*\""`
	Exclude []string `yaml:"exclude" example:"[/op/internal/*]" zh:"不要这些" en:"not these"`
}

// Overlay corrects one thing that a page says. What is empty stays as the page has it.
type Overlay struct {
	At       string   `yaml:"at" example:"POST /op/getChatInfo request.chatId" required:"true" zh:"改哪里：User.serviceCount 或 \"POST /op/getChatInfo request.chatId\"" en:"what is corrected: User.serviceCount or \"POST /op/getChatInfo request.chatId\""`
	Type     string   `yaml:"type" example:"string" values:"string integer number boolean raw" zh:"类型" en:"its type"`
	Required string   `yaml:"required" example:"yes" values:"yes no" zh:"是否必填" en:"whether it must be there"`
	Doc      string   `yaml:"doc" example:"会话编号" zh:"说明" en:"its description"`
	Default  string   `yaml:"default" example:"c-0" zh:"默认值" en:"its default"`
	Wire     string   `yaml:"wire" example:"chat_id" zh:"实际传输的名字" en:"its name on the wire"`
	Values   []string `yaml:"values" example:"[1=启用, 2=停用]" zh:"取值，写作 1=启用" en:"its values, written 1=启用"`
	Open     bool     `yaml:"open" example:"true" zh:"取值不止这些" en:"whether there are further values"`
	Drop     bool     `yaml:"drop" example:"true" zh:"当作没有" en:"whether to take it for not there"`

	Span source.Span `yaml:"-"` // of the overlay in the file
}
