package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// sizes are the numbers of endpoints that packages are generated with, for what is measured of generated code.
var sizes = []int{1, 100}

// bin is where the programs are that are measured.
func bin(name string) string {
	abs, err := filepath.Abs(filepath.Join("gen", "bin", name))
	if err != nil {
		panic(err)
	}
	return abs
}

// generate builds the generators and has each make its package of every size.
func generate() error {
	if err := os.RemoveAll("gen"); err != nil {
		return err
	}
	for name, pkg := range map[string]string{
		"ogen": "github.com/ogen-go/ogen/cmd/ogen", "oapi-codegen": "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen",
		"easyjson": "github.com/mailru/easyjson/easyjson",
	} {
		if err := command(".", "go", "build", "-o", bin(name), pkg); err != nil {
			return err
		}
	}
	// From its own directory: its dependencies are those of its own go.mod.
	if err := command("..", "go", "build", "-o", bin("wenma"), "./cmd/wenma"); err != nil {
		return err
	}
	for _, n := range sizes {
		if err := generateSize(filepath.Join("gen", fmt.Sprint("n", n)), n); err != nil {
			return err
		}
	}
	if err := command(".", bin("wenma"), "gen", "--no-config", "--out", "gen/order", "api/order.md"); err != nil {
		return err
	}
	return generateEasy()
}

func generateSize(dir string, n int) error {
	if err := project(dir, n, "kind"); err != nil {
		return err
	}
	for _, g := range generators {
		if err := command(dir, bin(g.name), g.args...); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "wenma", "bench.go"), []byte(encodeForBench), 0o666)
}

// encodeForBench opens what generated servers and clients use among themselves: writing a document into a buffer that is there.
const encodeForBench = `package wenma

// Encode appends the document to b.
func Encode(b []byte, x *GetChatInfo1Response) ([]byte, error) { return encode(b, x) }
`

// generateEasy has easyjson give methods to a copy of the plain structs.
func generateEasy() error {
	text, err := os.ReadFile("plain/plain.go")
	if err != nil {
		return err
	}
	if err := os.MkdirAll("gen/easy", 0o777); err != nil {
		return err
	}
	renamed := strings.Replace(string(text), "package plain", "package easy", 1)
	if err := os.WriteFile("gen/easy/easy.go", []byte(renamed), 0o666); err != nil {
		return err
	}
	return command(".", bin("easyjson"), "-all", "gen/easy/easy.go")
}

// generators are the programs that make a package of a project, each in a directory of its own name, and how they are called.
var generators = []struct {
	name string
	args []string
}{
	{"wenma", []string{"gen"}},
	{"oapi-codegen", []string{"-config", "oapi-codegen.yaml", "openapi.yaml"}},
	{"ogen", []string{"-clean", "-loglevel", "error", "-package", "ogen", "-target", "ogen", "openapi.yaml"}},
}

const oapiConfig = `package: oapi
output: oapi/oapi_gen.go
generate: {models: true, client: true, std-http-server: true, strict-server: true}
`

// project writes the sources of a package of n endpoints for all generators.
func project(dir string, n int, layout string) error {
	if err := writePages(filepath.Join(dir, "docs"), n); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "oapi"), 0o777); err != nil {
		return err
	}
	if err := writeOpenAPI(filepath.Join(dir, "openapi.yaml"), n); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "oapi-codegen.yaml"), []byte(oapiConfig), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "wenma.yaml"), []byte("inputs: [docs]\nout: wenma\npackage: wenma\nlayout: "+layout+"\n"), 0o666)
}

// command runs a program in a directory; what it says is shown when it fails.
func command(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return nil
}
