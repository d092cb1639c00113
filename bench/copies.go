package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// seedPage is the page whose endpoint all measurements copy.
const seedPage = "../specs/op/getChatInfo.md"

// openapi is the same endpoint for the peers: what wenma makes a plain field of is required there, so that the peers need no
// pointers and no optional types either. Each part begins with a comment that names it; {N} is the number of the copy.
//
//go:embed api/openapi.yaml
var openapi string

// seedTypes are the types that the page defines, and what it calls one of them by mistake.
var seedTypes = []string{"User", "Address", "Contact", "Location", "Channel", "Channle", "Client"}

// pageName is the file of the i-th copy.
func pageName(i int) string { return fmt.Sprintf("getChatInfo%d.md", i) }

// copyOf is the seed's page with an address and types of its own.
func copyOf(page string, i int) string {
	n := strconv.Itoa(i)
	old := []string{"getChatInfo", "getChatInfo" + n}
	for _, t := range seedTypes {
		old = append(old, "#"+t+"\n", "#"+t+n+"\n", "`"+t+"`", "`"+t+n+"`")
	}
	return strings.NewReplacer(old...).Replace(page)
}

// writePages writes n copies of the seed page, one file each.
func writePages(dir string, n int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	page, err := os.ReadFile(seedPage)
	if err != nil {
		return err
	}
	for i := 1; i <= n; i++ {
		if err := os.WriteFile(filepath.Join(dir, pageName(i)), []byte(copyOf(string(page), i)), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// writeOpenAPI writes one document with n copies of the endpoint.
func writeOpenAPI(file string, n int) error {
	head, rest, _ := strings.Cut(openapi, "# path\n")
	path, rest, _ := strings.Cut(rest, "# shared\n")
	shared, types, _ := strings.Cut(rest, "# types\n")
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	w.WriteString(head)
	for i := 1; i <= n; i++ {
		w.WriteString(strings.ReplaceAll(path, "{N}", strconv.Itoa(i)))
	}
	w.WriteString(shared)
	for i := 1; i <= n; i++ {
		w.WriteString(strings.ReplaceAll(types, "{N}", strconv.Itoa(i)))
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
