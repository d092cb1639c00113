package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// measureHarness has the harness time what runs in one process, once its tests say that all do the same work.
func measureHarness(r *results, o options) error {
	if err := command(".", "go", "test", "-tags", "generated", "./harness"); err != nil {
		return err
	}
	if err := command(".", "go", "build", "-tags", "generated", "-o", bin("harness"), "./harness"); err != nil {
		return err
	}
	cmd := exec.Command(bin("harness"), "-rounds", fmt.Sprint(5*o.rounds))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var s struct {
			Name          string
			Ns            float64
			Allocs, Bytes int64
		}
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return err
		}
		r.add(s.Name, s.Ns)
		r.add(s.Name+"/allocs", float64(s.Allocs))
		r.add(s.Name+"/bytes", float64(s.Bytes))
	}
	return cmd.Wait()
}

// measureCompile builds packages of 100 endpoints. All that they import is in the build cache; a comment at the end of one file,
// another one each time, has the package itself compiled anew.
func measureCompile(r *results, o options) error {
	files := map[string]string{"wenma": "wenma/types_gen.go", "oapi-codegen": "oapi/oapi_gen.go", "ogen": "ogen/oas_cfg_gen.go"}
	for round := -1; round < o.rounds; round++ {
		for _, g := range generators {
			if g.name == "ogen" && round > 0 {
				continue // it takes its time, and no target speaks of it
			}
			file := filepath.Join("gen", "n100", files[g.name])
			if err := appendTo(file, fmt.Sprintf("\n// compiled at %d\n", time.Now().UnixNano())); err != nil {
				return err
			}
			u, err := timed(".", "go", "build", "./"+filepath.Dir(file))
			if err != nil {
				return err
			}
			if round >= 0 { // the first one fills the cache with the imports
				r.keep("compile/"+g.name, u)
			}
		}
	}
	return nil
}

func appendTo(file, text string) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// callers are programs that call one endpoint.
var callers = map[string]string{
	"net/http": `req, err := http.NewRequestWithContext(context.Background(), "POST", os.Args[1], strings.NewReader("{}"))
	if err != nil {
		panic(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(resp.Body)
	fmt.Println(string(text), err)`,
	"net/http+encoding/json": `body, err := json.Marshal(plain.Query{ChatID: "x"})
	if err != nil {
		panic(err)
	}
	req, err := http.NewRequestWithContext(context.Background(), "POST", os.Args[1], bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		panic(err)
	}
	var answer plain.Answer
	err = json.NewDecoder(resp.Body).Decode(&answer)
	fmt.Println(answer.Data.Subtitle, err)`,
	"wenma": `c := wenma.NewClient(wenma.WithBaseURL(os.Args[1]))
	data, err := c.GetChatInfo1(context.Background(), &wenma.GetChatInfo1Request{ChatID: "x"})
	if err != nil {
		panic(err)
	}
	fmt.Println(data.Subtitle)`,
	"oapi-codegen": `c, err := oapi.NewClientWithResponses(os.Args[1])
	if err != nil {
		panic(err)
	}
	r, err := c.GetChatInfo1WithResponse(context.Background(), &oapi.GetChatInfo1Params{}, oapi.ChatInfoQuery1{ChatId: "x"})
	if err != nil {
		panic(err)
	}
	fmt.Println(r.JSON200.Data.Subtitle)`,
	"ogen": `c, err := ogen.NewClient(os.Args[1])
	if err != nil {
		panic(err)
	}
	answer, err := c.GetChatInfo1(context.Background(), &ogen.ChatInfoQuery1{ChatId: "x"}, ogen.GetChatInfo1Params{})
	if err != nil {
		panic(err)
	}
	fmt.Println(answer.Data.Subtitle)`,
}

// measureBinary links a program for each client, with packages of every size.
func measureBinary(r *results, _ options) error {
	for _, n := range sizes {
		for who, body := range callers {
			size, err := linked(n, who, body)
			if err != nil {
				return err
			}
			r.add(fmt.Sprintf("binary/%d/%s", n, who), float64(size)/1000)
		}
	}
	return nil
}

func linked(n int, who, body string) (int64, error) {
	dir := filepath.Join("gen", fmt.Sprint("n", n), "main-"+strings.ReplaceAll(who, "/", "-"))
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(mainOf(n, body)), 0o666); err != nil {
		return 0, err
	}
	program := bin(filepath.Base(dir))
	if err := command(".", "go", "build", "-trimpath", "-o", program, "./"+dir); err != nil {
		return 0, err
	}
	info, err := os.Stat(program)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// mainOf makes a program of the body of main: it imports what the body names.
func mainOf(n int, body string) string {
	var imports strings.Builder
	for _, path := range []string{
		"bytes", "context", "encoding/json", "fmt", "io", "net/http", "os", "strings", "github.com/wenma/wenma/bench/plain",
		fmt.Sprintf("github.com/wenma/wenma/bench/gen/n%d/oapi", n), fmt.Sprintf("github.com/wenma/wenma/bench/gen/n%d/ogen", n),
		fmt.Sprintf("github.com/wenma/wenma/bench/gen/n%d/wenma", n),
	} {
		if name := path[strings.LastIndex(path, "/")+1:]; strings.Contains(body, name+".") {
			fmt.Fprintf(&imports, "\t%q\n", path)
		}
	}
	return "package main\n\nimport (\n" + imports.String() + ")\n\nfunc main() {\n\t" + body + "\n}\n"
}
