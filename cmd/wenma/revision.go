package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wenma/wenma/source"
)

// gitPrefix begins an argument that means pages in a repository: git:REVISION or git:REVISION:PATH.
const gitPrefix = "git:"

// revision is a state of the repository around the working directory.
type revision struct {
	name    string
	prefix  string // the working directory, as a path from the top of the repository; ends in a slash unless empty
	entries []entry
}

// entry is a file of a revision, of a submodule at the commit that the revision has of it. Its path is relative to the working
// directory, as all paths of pages are.
type entry struct{ repository, blob, path string }

// openRevision lists the files of a revision.
func openRevision(name string) (*revision, error) {
	if name == "" || strings.HasPrefix(name, "-") {
		return nil, failed("%q 没有写版本", "%q names no revision", gitPrefix+name).help("写成 git:HEAD 或 git:v1.0:docs/api", "write git:HEAD or git:v1.0:docs/api")
	}
	prefix, err := git(".", nil, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, failed("读不了 %s", "cannot read %s", gitPrefix+name).because(err)
	}
	r := &revision{name: name, prefix: strings.TrimSuffix(string(prefix), "\n")}
	if !isRevision(name) {
		return nil, failed("版本库里没有版本 %q", "the repository has no revision %q", name).
			help("git log --oneline 和 git tag 列出有哪些", "git log --oneline and git tag list what there is")
	}
	if err := r.list(".", name, ""); err != nil {
		return nil, failed("读不了 %s", "cannot read %s", gitPrefix+name).because(err)
	}
	return r, nil
}

// isRevision reports whether the repository around the working directory has a revision of that name.
func isRevision(name string) bool {
	if name == "" || strings.HasPrefix(name, "-") {
		return false
	}
	_, err := git(".", nil, "rev-parse", "--verify", "--quiet", name+"^{tree}")
	return err == nil
}

// list adds the files that a repository has at a commit. The repository is a directory in it, and at is its top, from that of the
// revision's. Submodules that are not checked out have no files.
func (r *revision) list(repository, commit, at string) error {
	tree, err := git(repository, nil, "ls-tree", "-r", "-z", "--full-tree", commit)
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(string(tree), "\x00") {
		facts, name, _ := strings.Cut(line, "\t")
		words := strings.Fields(facts) // mode, type, id
		if len(words) != 3 {
			continue
		}
		where := r.relative(path.Join(at, name))
		switch {
		case strings.HasPrefix(words[0], "100"): // a regular file, no link
			r.entries = append(r.entries, entry{repository, words[2], where})
		case words[1] == "commit" && exists(filepath.Join(where, ".git")):
			if err := r.list(where, words[2], path.Join(at, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// relative is a path from the top of the repository as one from the working directory.
func (r *revision) relative(full string) string {
	rel, err := filepath.Rel("/"+r.prefix, "/"+full)
	if err != nil { // both are absolute, so that there is always a way
		return full
	}
	return filepath.ToSlash(rel)
}

// pages are the pages of the revision that are wanted, sorted by name.
func (r *revision) pages(wanted func(path string) bool) ([]*source.File, error) {
	entries := slices.DeleteFunc(slices.Clone(r.entries), func(e entry) bool { return !wanted(e.path) })
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	content, err := contents(entries)
	if err != nil {
		return nil, failed("读不了 %s", "cannot read %s", gitPrefix+r.name).because(err)
	}
	var files []*source.File
	for i, e := range entries {
		if file := decoded(e.path, content[i]); file != nil && len(content[i]) <= pageLimit {
			files = append(files, file)
		}
	}
	return files, nil
}

// contents reads files, those of one repository at once.
func contents(entries []entry) ([][]byte, error) {
	out := make([][]byte, len(entries))
	from := map[string][]int{}
	for i, e := range entries {
		from[e.repository] = append(from[e.repository], i)
	}
	for repository, list := range from {
		var ids bytes.Buffer
		for _, i := range list {
			fmt.Fprintln(&ids, entries[i].blob)
		}
		blobs, err := git(repository, &ids, "cat-file", "--batch")
		if err != nil {
			return nil, err
		}
		in := bufio.NewReader(bytes.NewReader(blobs))
		for _, i := range list {
			if out[i], err = nextBlob(in); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// nextBlob reads what git cat-file --batch writes of one file: its id, type and size on a line, its bytes, and a line end.
func nextBlob(in *bufio.Reader) ([]byte, error) {
	var id, kind string
	var size int
	if _, err := fmt.Fscanf(in, "%s %s %d\n", &id, &kind, &size); err != nil {
		return nil, err
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(in, raw); err != nil {
		return nil, err
	}
	_, err := in.Discard(1)
	return raw, err
}

// below wants what a command line means by a path, as matches finds it on the disk: that file, the pages in that directory, or those
// that match.
func (r *revision) below(place string) func(string) bool {
	top := path.Join("/", r.prefix, pageName(place))
	return func(p string) bool {
		full := path.Join("/", r.prefix, p)
		if inside, ok := strings.CutPrefix(full, strings.TrimSuffix(top, "/")+"/"); ok {
			return isPage(full) && !hidden(inside)
		}
		match, err := path.Match(top, full)
		return full == top || match && err == nil
	}
}

// hidden says whether a path leads through a directory whose name begins with a dot.
func hidden(p string) bool {
	return slices.ContainsFunc(strings.Split(path.Dir(p), "/"), func(dir string) bool {
		return strings.HasPrefix(dir, ".") && strings.Trim(dir, ".") != ""
	})
}

// formerName is what a file was called in the revision, as git can tell; "" where it cannot.
func (r *revision) formerName(now string) string {
	renames, err := git(".", nil, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", r.name)
	if err != nil { // a guess that failed is none
		return ""
	}
	words := strings.Split(string(renames), "\x00")
	for i := 0; i+2 < len(words); i += 3 {
		if r.relative(words[i+2]) == now {
			return r.relative(words[i+1])
		}
	}
	return ""
}

// git runs a git command in a directory. Its own words are the error.
func git(dir string, in io.Reader, args ...string) ([]byte, error) {
	var out, said bytes.Buffer
	c := exec.Command("git", args...)
	c.Dir = dir
	c.Stdin, c.Stdout, c.Stderr = in, &out, &said
	err := c.Run()
	if text := strings.TrimSpace(said.String()); err != nil && text != "" {
		return nil, errors.New(strings.TrimPrefix(text, "fatal: "))
	}
	return out.Bytes(), err
}
