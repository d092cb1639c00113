package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/wenma/wenma/source"
)

// gitPrefix begins an argument that means pages in a repository: git:REVISION or git:REVISION:PATH.
const gitPrefix = "git:"

// pagesAt are the pages of a revision, sorted by name. Where the argument has no path, that of the other side counts.
func (a *app) pagesAt(arg, other string) ([]*source.File, error) {
	revision, where, _ := strings.Cut(strings.TrimPrefix(arg, gitPrefix), ":")
	if revision == "" || strings.HasPrefix(revision, "-") {
		return nil, failed("%q 没有写版本", "%q names no revision", arg).help("写成 git:HEAD 或 git:v1.0:docs/api", "write git:HEAD or git:v1.0:docs/api")
	}
	if where == "" {
		where = pathOf(other)
	}
	archive, err := archived(revision, filepath.ToSlash(filepath.Clean(where)))
	if err != nil {
		return nil, failed("读不了 %s", "cannot read %s", arg).because(err)
	}
	files, err := unpack(archive)
	if err == nil && len(files) == 0 {
		return nil, failed("%s 下没有 .md 页面", "there is no .md page in %s", arg)
	}
	if err != nil {
		return nil, failed("读不了 %s", "cannot read %s", arg).because(err)
	}
	return files, nil
}

// archived is a tar file of what a path held at a revision: in a submodule, at the commit that the revision has of it.
func archived(revision, where string) ([]byte, error) {
	for dir, below := where, "."; dir != "." && dir != "/"; dir, below = path.Dir(dir), path.Join(path.Base(dir), below) {
		if commit := submodule(revision, dir); commit != "" {
			return git("-C", dir, "archive", "--format=tar", "--prefix="+dir+"/", commit, "--", below)
		}
	}
	return git("archive", "--format=tar", revision, "--", where)
}

// submodule is the commit that a revision has of the submodule in a directory; "" where there is none.
func submodule(revision, dir string) string {
	const link = "160000" // the mode of a submodule's entry
	entry, err := git("ls-tree", revision, "--", dir)
	if words := strings.Fields(string(entry)); err == nil && len(words) > 2 && words[0] == link {
		return words[2]
	}
	return ""
}

// pathOf is the path that a side means, the working directory when it has none.
func pathOf(side string) string {
	if rest, ok := strings.CutPrefix(side, gitPrefix); ok {
		_, side, _ = strings.Cut(rest, ":")
	}
	if side == "" {
		return "."
	}
	return side
}

// git runs a git command in the working directory. Its own words are the error.
func git(args ...string) ([]byte, error) {
	var out, said bytes.Buffer
	c := exec.Command("git", args...)
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if text := strings.TrimSpace(said.String()); err != nil && text != "" {
		return nil, errors.New(strings.TrimPrefix(text, "fatal: "))
	}
	return out.Bytes(), err
}

// unpack reads the pages of an archive.
func unpack(archive []byte) ([]*source.File, error) {
	var files []*source.File
	for r := tar.NewReader(bytes.NewReader(archive)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if h.Typeflag != tar.TypeReg || !isPage(h.Name) || h.Size > pageLimit {
			continue
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if file := decoded(h.Name, raw); file != nil {
			files = append(files, file)
		}
	}
}
