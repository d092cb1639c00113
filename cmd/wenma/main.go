// Command wenma (文码) reads Chinese Markdown API pages as they are and writes Go.
//
// This package alone touches flags, the disk, the environment and exit codes. Every command is a thin ending to the same
// pipeline: pages are read (pages.go), parsed, and what came of them is shown (show.go) and written (plan.go, commit.go).
package main

import "os"

func main() {
	collectLater(os.Getenv)
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}
	os.Exit(a.run(os.Args[1:]))
}
