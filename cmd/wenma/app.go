package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/wenma/wenma/source"
)

// Exit statuses. They are part of the command's contract and stand in its help.
const (
	statusDone   = 0
	statusPages  = 1  // the pages have errors
	statusFailed = 2  // wrong usage, or the system refused something; nothing is half-written
	statusStale  = 3  // generated files are not what the pages say
	statusBug    = 70 // wenma itself broke (EX_SOFTWARE)
)

// app is one run of the command: its streams, its environment, and what the flags that all commands share say.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string

	lang    source.Lang
	asked   bool // --lang was given, as opposed to read from the locale
	color   choice
	verbose bool

	command    string   // that is run
	inUse      *project // whose settings count; nil where there is none
	configFile string   // given by --config
	noConfig   bool

	progress *progress
}

// run carries out one command line and returns the exit status.
func (a *app) run(args []string) int {
	a.lang, a.asked = language(args, a.getenv)
	a.progress = newProgress(a.stderr, a.lang)
	defer a.progress.stop()
	return a.guard(func() int {
		root := a.rootCommand(args)
		root.SetArgs(args)
		return a.conclude(root.Execute())
	})
}

// errPages ends a run whose pages have errors, after they were shown.
var errPages = errors.New("pages have errors")

// conclude says why a run failed, unless that was said before, and gives the status.
func (a *app) conclude(err error) int {
	a.progress.clear()
	var f *failure
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errPages), errors.Is(err, errBreaking):
		return statusPages
	case errors.Is(err, errStale):
		return statusStale
	case errors.As(err, &f):
		f.write(a.stderr, a.lang)
	default:
		failed("", "").because(err).write(a.stderr, a.lang)
	}
	return statusFailed
}

// guard owns up to a panic: the one place where a mistake of ours reaches the user.
func (a *app) guard(run func() int) (status int) {
	defer func() {
		if broken := recover(); broken != nil {
			a.ownUp(broken, debug.Stack())
			status = statusBug
		}
	}()
	return run()
}

func (a *app) ownUp(broken any, stack []byte) {
	intro := message(
		"wenma 自身出错了：这不是页面的问题，而是 wenma 的缺陷\n没有写出任何文件。请把以下内容连同能重现问题的页面（可删去敏感内容）报告给 wenma 的作者：",
		"wenma itself broke: this is our bug, not a mistake on your page\nNo file was written. Please report the text below, with a page that shows it (leave out what is confidential):")
	fmt.Fprintf(a.stderr, "%s\n\n%s (%s, %s/%s)\npanic: %v\n\n%s",
		intro.In(a.lang), versionLine(), runtime.Version(), runtime.GOOS, runtime.GOARCH, broken, stack)
}

// say writes one line for a person.
func (a *app) say(m source.Message) {
	a.progress.clear()
	fmt.Fprintf(a.stderr, "%s\n", m.In(a.lang))
}
