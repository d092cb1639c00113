package main

import (
	"bufio"
	"io"
	"io/fs"
	"os"

	"github.com/wenma/wenma/internal/report"
	"github.com/wenma/wenma/source"
)

// show prints diagnostics for people, with their count at the end.
func (a *app) show(w io.Writer, found source.Diagnostics) error {
	if len(found) == 0 {
		return nil
	}
	a.progress.clear()
	out := bufio.NewWriter(w)
	report.Text(out, found, report.Options{Lang: a.lang, Color: a.colored(w), Verbose: a.verbose})
	return written(out.Flush())
}

// colored decides on colour: as --color says, else on a terminal where nothing asks for plain text.
func (a *app) colored(w io.Writer) bool {
	switch a.color.value {
	case "always":
		return true
	case "never":
		return false
	}
	return a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" && isTerminal(w)
}

// isTerminal says whether a stream is a terminal, near enough: no other character device shows colours wrongly.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}

// written says that it was the output that failed.
func written(err error) error {
	if err == nil {
		return nil
	}
	return failed("写不出结果", "cannot write the output").because(err)
}

// verdict ends a run that was carried out: whether the pages have errors.
func verdict(found source.Diagnostics) error {
	if found.Has(source.Error) {
		return errPages
	}
	return nil
}
