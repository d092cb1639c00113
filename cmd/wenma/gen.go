package main

import (
	"cmp"
	"errors"
	"go/token"
	"maps"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/goname"
	"github.com/wenma/wenma/ir"
	"github.com/wenma/wenma/source"
)

// genFlags is what `wenma gen` was told, by flags or by wenma.yaml.
type genFlags struct {
	out, pkg, stubs string
	words           map[string]string
	operations      choice
	layout          choice
	times           choice
	zone            string
	optional        string // as wenma.yaml has it: pointer, zero
	places          choice
	speak           string // the language of what is generated, where wenma.yaml says
	tests, strict   bool
	overrides       []generator.Override // names by hand, as wenma.yaml has them

	preview              preview
	discardEdits, frozen bool
}

// newGenFlags has the choices that its flags leave.
func newGenFlags() genFlags {
	return genFlags{operations: oneOf("auto", "path", "title"), times: oneOf("typed", "string"), layout: oneOf("kind", "page", "group"), places: oneOf("line", "page")}
}

func (a *app) genCommand() *cobra.Command {
	flags := newGenFlags()
	c := &cobra.Command{
		Use:   a.text("gen [选项] [页面...]", "gen [flags] [PAGE...]"),
		Short: a.text("由页面生成 Go 包", "generate a Go package from pages"),
		Long: a.text(
			"由页面生成一个 Go 包：类型、请求构造器、客户端、服务端和校验。几个页面合成一个包，先后无关。\n目录表示其下全部 .md 和 .markdown，- 表示标准输入。不是 wenma 生成的文件一概不覆盖。\n\n不写页面时按 wenma.yaml 生成（从当前目录向上找）：名字记在 wenma.lock 里，以后不会自己变；\n每次都说出接口变了什么；不再需要的文件会删掉；手改过的生成文件不会被覆盖。",
			"gen writes one Go package: types, request builders, a client, a server and validation. Several\npages make one package, in whatever order they are given. A directory means every .md and\n.markdown below it, - means standard input. A file that wenma did not generate is never overwritten.\n\nWithout pages it goes by wenma.yaml, in this directory or above: names are kept in wenma.lock and do\nnot change by themselves, each run says what changed in the API, files that are no longer made are\nremoved, and generated files that were edited are not overwritten."),
		Example: `  wenma gen specs/op/getChatInfo.md
  wenma gen --package chat --out internal/chat --stubs internal/handler docs/api
  wenma gen
  wenma gen --check`,
		ValidArgsFunction: pageNames,
		RunE:              func(c *cobra.Command, args []string) error { return a.gen(c, args, flags) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&flags.out, "out", "o", "", a.text("写到 `目录`（默认 ./<包名>）", "write to `DIR` (default ./<package>)"))
	f.StringVarP(&flags.pkg, "package", "p", "", a.text("Go `包名`（默认是 --out 的目录名，没有就取自接口地址或分组）", "Go package `NAME` (default: the name of the --out directory, else from the API's addresses or group)"))
	f.StringVar(&flags.stubs, "stubs", "", a.text("在 `目录` 为每个接口写一个处理函数文件，只写一次，之后归你修改", "write one handler file per endpoint to `DIR`, once; they are yours from then on"))
	f.BoolVar(&flags.tests, "tests", false, a.text("再写一个测试 samples_gen_test.go：页面上的每个 JSON 示例都能读入再写出，内容不丢", "also write samples_gen_test.go: a test that every JSON sample of the pages can be read and written without loss"))
	f.Var(&flags.layout, "layout", a.text("文件怎么分：kind 按产物种类（默认），page 每个页面一份，group 每个目录的页面一个包", "how files are divided: kind by what they hold (the default), page some for each page, group one package for each directory of pages"))
	words(c, "layout", flags.layout.words)
	f.Var(&flags.places, "places", a.text("注释里怎样写出处：line 处处写到行（默认），page 只在类型和接口上写页面（项目里的默认）", "how comments say where something stands: line names the line everywhere (the default), page names the page, with types and operations alone (the default in a project)"))
	words(c, "places", flags.places.words)
	a.packageFlags(c, &flags)
	f.BoolVar(&flags.strict, "strict", false, a.text("页面有错误时什么也不写", "write nothing when the pages have errors"))
	f.BoolVar(&flags.preview.check, "check", false, a.text("什么也不写；生成的文件与页面不符就以状态 3 结束", "write nothing; end with status 3 when the generated files are not what the pages say"))
	f.BoolVar(&flags.preview.diff, "diff", false, a.text("什么也不写，显示会改动的内容", "write nothing, show what would change"))
	f.BoolVar(&flags.preview.dryRun, "dry-run", false, a.text("什么也不写，列出会新建、更新、删除的文件", "write nothing, list the files that would be created, updated and removed"))
	f.BoolVar(&flags.discardEdits, "discard-edits", false, a.text("生成的文件里手改的内容不要了", "overwrite what was edited in generated files"))
	f.BoolVar(&flags.frozen, "frozen", false, a.text("只用 wenma.lock 里的名字；锁文件需要改动就以状态 3 结束，除生成的文件外什么也不写（加 --out 就写到那个目录）", "go by wenma.lock as it is; end with status 3 where it would change, and write nothing but the generated files (with --out: below DIR)"))
	return c
}

// packageFlags are those that decide what the package is, as opposed to where it goes.
func (a *app) packageFlags(c *cobra.Command, flags *genFlags) {
	f := c.Flags()
	f.StringToStringVar(&flags.words, "word", nil, a.text("命名用的词汇 `词=英文`，可重复，如 会话=Chat", "a word for names, `WORD=ENGLISH`, repeatable, such as 会话=Chat"))
	f.Var(&flags.operations, "operation-names", a.text("接口名取自哪里：auto 取路径或 action，不够用时取标题（默认）", "what to name operations by: auto is path or action, and the title where those do not do (the default)"))
	words(c, "operation-names", flags.operations.words)
	f.Var(&flags.times, "times", a.text("日期和时间：typed 有自己的类型（默认），string 就是文本或整数", "dates and times: typed have types of their own (the default), string are plain text or integers"))
	words(c, "times", flags.times.words)
	f.StringVar(&flags.zone, "zone", "+08:00", a.text("没有写时区的时间属于哪个`时区`，如 +08:00、UTC", "the `ZONE` of times that do not name theirs, such as +08:00 or UTC"))
}

func (a *app) gen(c *cobra.Command, args []string, flags genFlags) error {
	if err := flags.check(); err != nil {
		return err
	}
	p, err := a.openProject(len(args) == 0, given(c, map[string]*string{"out": &flags.out, "stubs": &flags.stubs})...)
	if err != nil {
		return err
	}
	g := &generation{app: a, flags: flags}
	switch {
	case p == nil && len(args) == 0:
		return a.noPages()
	case p == nil:
		return g.once(args)
	case len(args) > 0:
		return failed("这个项目的页面由 %q 指定", "in this project %q says which pages to generate from", p.file.Path).
			help("去掉页面，运行 wenma gen；只想临时生成一个包，加 --no-config", "run wenma gen without pages, or add --no-config to make a package aside from the project")
	}
	given := c.Flags().Changed
	if flags.frozen && given("out") && !flags.preview.wanted() {
		g.elsewhere, g.flags.out = flags.out, ""
		given = func(flag string) bool { return flag != "out" && c.Flags().Changed(flag) }
	}
	g.flags.fill(p.config, given)
	g.project = p
	return g.again()
}

// given are the values of the flags that the command line has.
func given(c *cobra.Command, flags map[string]*string) (values []*string) {
	for name, value := range flags {
		if c.Flags().Changed(name) {
			values = append(values, value)
		}
	}
	return values
}

// overridesOf are the names by hand, with their places in wenma.yaml.
func overridesOf(c *config.Config) []generator.Override {
	var list []generator.Override
	for of, name := range c.Names.Overrides {
		list = append(list, generator.Override{
			Of:   ir.Text{Value: of, Span: c.Positions.Key("names", "overrides", of)},
			Name: ir.Text{Value: name, Span: c.Positions.Value("names", "overrides", of)},
		})
	}
	return list
}

// fill takes from a configuration what no flag says.
func (f *genFlags) fill(c *config.Config, given func(flag string) bool) {
	text := func(flag string, into *string, value string) {
		if !given(flag) && value != "" {
			*into = value
		}
	}
	text("out", &f.out, filepath.FromSlash(c.Out))
	text("package", &f.pkg, c.Package)
	text("stubs", &f.stubs, filepath.FromSlash(c.Stubs))
	text("operation-names", &f.operations.value, c.Names.Operations)
	text("layout", &f.layout.value, c.Layout)
	text("places", &f.places.value, cmp.Or(c.Places, "page"))
	text("times", &f.times.value, c.Times)
	text("zone", &f.zone, c.Zone)
	f.speak, f.optional, f.overrides = c.Lang, c.Optional, overridesOf(c)
	f.tests = f.tests || c.Tests && !given("tests")
	f.strict = f.strict || c.Strict && !given("strict")
	words := maps.Clone(c.Names.Glossary)
	if words == nil {
		words = map[string]string{}
	}
	maps.Copy(words, f.words)
	f.words = words
}

// options are what the flags say to the generator.
func (f *genFlags) options(pkg string, lang source.Lang, stubs *generator.Stubs) generator.Options {
	opts := generator.Options{Package: pkg, Lang: lang, Stubs: stubs, Tests: f.tests, Glossary: f.words, Overrides: f.overrides, Zone: f.zone, PlainTimes: f.times.value == "string"}
	if f.layout.value == "page" {
		opts.Layout = generator.ByPage
	}
	if f.places.value == "page" {
		opts.Places = generator.PlacePages
	}
	if f.optional == "zero" {
		opts.Optional = generator.OptionalZeros
	}
	switch f.operations.value {
	case "path":
		opts.Operations = generator.PathNames
	case "title":
		opts.Operations = generator.TitleNames
	}
	return opts
}

// outputLang is the language of what is generated: in a project as wenma.yaml says, elsewhere as --lang does, else Chinese. The
// locale has no part in it, nor has --lang in a project: the same pages make the same files on every machine.
func (a *app) outputLang(speak string) source.Lang {
	switch {
	case speak == "en", speak == "" && a.inUse == nil && a.asked && a.lang == source.English:
		return source.English
	}
	return source.Chinese
}

// unusable are package names that Go accepts as words and that still make a package nobody can use.
var unusable = map[string]source.Message{
	"main":          message("main 包不能被导入", "a package main cannot be imported"),
	"documentation": message("go 命令忽略 documentation 包", "the go command ignores a package documentation"),
	"_":             message("_ 不是名称", "_ is no name"),
}

// packageOf is the package name that goes with a directory given by --out: its own name, where that can be one; else "".
func packageOf(out string) string {
	name := filepath.Base(out)
	if out == "" || checkPackage(name) != nil {
		return ""
	}
	return name
}

// check refuses flags that say nothing usable.
func (f *genFlags) check() error {
	return firstOf(checkPackage(f.pkg), checkZone(f.zone), checkWords(f.words))
}

// checkWords refuses a --word that is none.
func checkWords(words map[string]string) error {
	var bad *goname.WordError
	if _, err := goname.New(words); errors.As(err, &bad) {
		f := failed("--word %s=%s 用不了", "--word %s=%s is of no use", bad.Word, bad.English)
		if bad.Foreign {
			return f.help("等号左边是页面上的中文词，如 会话=Chat", "left of the equals sign stands a Chinese word of the pages, as in 会话=Chat")
		}
		return f.help("等号右边是英文单词，能做 Go 名称的一部分，如 会话=Chat；不要这个词就写 -", "right of the equals sign stand English words that can be part of a Go name, as in 会话=Chat; - leaves the word out")
	}
	return nil
}

// checkZone refuses a --zone that is none.
func checkZone(zone string) error {
	if _, err := generator.ParseZone(zone); err != nil {
		return failed("--zone %q 不是时区", "--zone %q is not a time zone", zone).
			help("写成与 UTC 的差，如 +08:00、-05:30，或写 UTC；地名（如 Asia/Shanghai）不行", "write how far it is from UTC, such as +08:00 or -05:30, or UTC; names of places such as Asia/Shanghai are none")
	}
	return nil
}

// checkPackage refuses a --package that is not a usable Go package name. The empty one means the default.
func checkPackage(name string) error {
	if name == "" {
		return nil
	}
	f := failed("--package %q 不是可用的 Go 包名", "--package %q is not a usable Go package name", name)
	switch why, bad := unusable[name]; {
	case bad:
		return f.help("%s", "%s", why)
	case token.IsKeyword(name):
		return f.help("%s 是 Go 的关键字", "%s is a Go keyword", name)
	case !token.IsIdentifier(name):
		return f.help("包名由字母、数字和下划线组成，不以数字开头，如 chat", "a package name is made of letters, digits and underscores and starts with no digit, such as chat")
	case !goname.IsPackage(name):
		return f.help("%s 在生成的代码或 Go 中另有所指", "%s means something else in Go or in what is generated", name)
	}
	return nil
}
