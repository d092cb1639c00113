package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/wenma/wenma/source"
)

// failure is why a command could not be carried out: wrong usage, or a system that refused. It always means exit
// status 2.
type failure struct {
	what  source.Message
	hints []source.Message
	cause error
}

// failed makes a failure; the arguments fill the text of either language.
func failed(zh, en string, args ...any) *failure { return &failure{what: message(zh, en, args...)} }

// help adds a line that says what to do.
func (f *failure) help(zh, en string, args ...any) *failure {
	f.hints = append(f.hints, message(zh, en, args...))
	return f
}

// because adds the system's own error.
func (f *failure) because(err error) *failure {
	f.cause = err
	return f
}

func (f *failure) Error() string { return f.line(source.English) }

// Unwrap gives the system's own error.
func (f *failure) Unwrap() error { return f.cause }

func (f *failure) line(lang source.Lang) string {
	what := f.what.In(lang)
	if f.cause == nil {
		return what
	}
	if what == "" {
		return reason(f.cause).In(lang)
	}
	return what + message("：", ": ").In(lang) + reason(f.cause).In(lang)
}

func (f *failure) write(w io.Writer, lang source.Lang) {
	fmt.Fprintf(w, "wenma: %s\n", f.line(lang))
	for _, h := range f.hints {
		fmt.Fprintf(w, "       %s\n", strings.ReplaceAll(h.In(lang), "\n", "\n       "))
	}
}

// message fills a text in both languages. An argument that is itself a Message takes the language of its text.
func message(zh, en string, args ...any) source.Message {
	return source.Message{ZH: fill(zh, source.Chinese, args), EN: fill(en, source.English, args)}
}

func fill(format string, lang source.Lang, args []any) string {
	if len(args) == 0 {
		return format
	}
	own := make([]any, len(args))
	for i, arg := range args {
		own[i] = arg
		if m, ok := arg.(source.Message); ok {
			own[i] = m.In(lang)
		}
	}
	return fmt.Sprintf(format, own...)
}

// systemReasons are the refusals that people meet, in plain words.
var systemReasons = []struct {
	err  error
	text source.Message
}{
	{fs.ErrNotExist, message("文件或目录不存在", "no such file or directory")},
	{fs.ErrPermission, message("没有权限", "permission denied")},
	{syscall.ENOSPC, message("磁盘空间不足", "no space left on the disk")},
	{syscall.EROFS, message("文件系统是只读的", "the file system is read-only")},
	{syscall.EISDIR, message("这是一个目录", "it is a directory")},
	{syscall.ENOTDIR, message("路径中有一段不是目录", "a part of the path is not a directory")},
}

// reason says in both languages why the system refused. Errors without words of ours keep their own.
func reason(err error) source.Message {
	for _, known := range systemReasons {
		if errors.Is(err, known.err) {
			return known.text
		}
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return source.Message{ZH: err.Error(), EN: err.Error()}
}
