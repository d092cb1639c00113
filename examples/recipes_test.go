package examples

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// The recipes are tried as they stand in recipes: their shell steps run in a repository that holds a copy of examples/chat.

// environment is what all recipes run in: no network, no configuration of whoever runs the tests, English.
func environment() []string {
	quiet := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "LC_") || strings.HasPrefix(v, "GIT_") })
	return append(quiet, "GOPROXY=off", "GOFLAGS=", "GOWORK=off", "LANG=en_US.UTF-8", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=w", "GIT_AUTHOR_EMAIL=w@example.com", "GIT_COMMITTER_NAME=w", "GIT_COMMITTER_EMAIL=w@example.com")
}

// shell runs a script as a continuous integration does: it ends with the first command that fails.
func (p *project) shell(script string, env ...string) (said string, ok bool) {
	p.Helper()
	c := exec.Command("bash", "-e", "-c", script)
	c.Dir, c.Env = p.dir, append(environment(), env...)
	out, err := c.CombinedOutput()
	return string(out), err == nil
}

// must runs a script that has to succeed.
func (p *project) must(script string, env ...string) string {
	p.Helper()
	said, ok := p.shell(script, env...)
	if !ok {
		p.Fatalf("%s\n%s", script, said)
	}
	return said
}

// refused runs a script that has to fail, and to say something.
func (p *project) refused(says, script string, env ...string) {
	p.Helper()
	if said, ok := p.shell(script, env...); ok || !strings.Contains(said, says) {
		p.Errorf("%s\nsucceeds: %v; want a failure that says %q:\n%s", script, ok, says, said)
	}
}

// repository is a copy of examples/chat, committed on the branch main.
func repository(t *testing.T) *project {
	t.Helper()
	needs(t, "git", "bash")
	p := begin(t, "chat")
	p.must("git init -q -b main . && git add . && git commit -qm first && git update-ref refs/remotes/origin/main main")
	return p
}

func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("needs %s: %v", name, err)
		}
	}
}

// clone is what a machine of the continuous integration has of it.
func (p *project) clone() *project {
	p.Helper()
	c := &project{p.T, p.TempDir()}
	p.must(`git clone -q . "$TO" && cd "$TO" && git update-ref refs/remotes/origin/main refs/remotes/origin/main`, "TO="+c.dir)
	return c
}

func recipe(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("recipes", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// step is a command of a recipe.
type step struct {
	Run     string
	Lenient bool `yaml:"continue-on-error"`
}

// github are the commands of the workflow, and the variables that it sets.
func github(t *testing.T) (steps []step, env []string) {
	t.Helper()
	var file struct {
		Env  map[string]string
		Jobs map[string]struct{ Steps []step }
	}
	if err := yaml.Unmarshal([]byte(recipe(t, "github.yml")), &file); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(file.Jobs)) {
		steps = append(steps, slices.DeleteFunc(file.Jobs[name].Steps, func(s step) bool { return s.Run == "" })...)
	}
	return steps, variables(file.Env)
}

func gitlab(t *testing.T) (steps []step, env []string) {
	t.Helper()
	var file map[string]struct {
		Script    []string
		Variables map[string]string
	}
	if err := yaml.Unmarshal([]byte(recipe(t, "gitlab-ci.yml")), &file); err != nil {
		t.Fatal(err)
	}
	for _, line := range file["wenma"].Script {
		steps = append(steps, step{Run: line})
	}
	return steps, variables(file["wenma"].Variables)
}

func variables(set map[string]string) (env []string) {
	for name, value := range set {
		env = append(env, name+"="+value)
	}
	return env
}

// run does the steps one after the other, up to the first that fails; it gives that, "" where none does.
func (p *project) steps(steps []step, env []string) (failed, said string) {
	p.Helper()
	if len(steps) < 3 {
		p.Fatalf("only %d steps found", len(steps))
	}
	for _, s := range steps {
		if said, ok := p.shell(s.Run, env...); !ok && !s.Lenient {
			return s.Run, said
		}
	}
	return "", ""
}

// TestIntegration: what both services run passes a branch that was regenerated, refuses one that was not or that holds edits, and
// tells what changes in the API.
func TestIntegration(t *testing.T) {
	p := repository(t)
	base := strings.TrimSpace(p.must("git rev-parse HEAD"))
	summary := filepath.Join(t.TempDir(), "summary.md")
	recipes := map[string]func() ([]step, []string, func(*project) string){
		"GitHub": func() ([]step, []string, func(*project) string) {
			steps, env := github(t)
			return steps, append(env, "GITHUB_BASE_REF=main", "GITHUB_STEP_SUMMARY="+summary), func(*project) string {
				text, _ := os.ReadFile(summary)
				return string(text)
			}
		},
		"GitLab": func() ([]step, []string, func(*project) string) {
			steps, env := gitlab(t)
			return steps, append(env, "CI_MERGE_REQUEST_DIFF_BASE_SHA="+base), func(p *project) string { return p.read("changes.md") }
		},
	}
	const check = "go tool wenma gen --check"
	for _, branch := range []struct{ name, change, failing, says, changes string }{
		{"same", "git commit -q --allow-empty -m same", "", "", ""},
		{"page", `sed -i 's/^|nickName|.*/&\n|email|String|邮箱，可选| |/' docs/getChatInfo.md && go generate ./... && git add . && git commit -qm page`, "", "", "response.data.user.email"},
		{"stale", `sed -i 's/^|nickName|.*/&\n|email|String|邮箱，可选| |/' docs/getChatInfo.md && git commit -qam stale`, check, "files are out of date; run wenma gen", "response.data.user.email"},
		{"edited", "sed -i 's/NickName /Nickname /' internal/op/types_gen.go && git commit -qam edited", check, "was edited after it was generated", ""},
	} {
		p.must("git checkout -q -b " + branch.name + " main && " + branch.change)
		for name, of := range recipes {
			c := p.clone()
			steps, env, changes := of()
			failed, said := c.steps(steps, env)
			if failed != branch.failing || !strings.Contains(said, branch.says) {
				t.Errorf("%s, %s: fails at %q, want %q saying %q:\n%s", name, branch.name, failed, branch.failing, branch.says, said)
			}
			if text := changes(c); branch.changes != "" && !strings.Contains(text, branch.changes) {
				t.Errorf("%s, %s: the changes lack %q:\n%s", name, branch.name, branch.changes, text)
			}
		}
	}
}

// TestPreCommit: the hook goes by what is committed, not by what lies in the directory.
func TestPreCommit(t *testing.T) {
	p := repository(t)
	hook := filepath.Join(p.dir, ".git", "hooks", "pre-commit")
	if err := os.MkdirAll(filepath.Dir(hook), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(hook, []byte(recipe(t, "pre-commit")), 0o777); err != nil {
		t.Fatal(err)
	}
	p.edit(chatPage, "|nickName|String|用户昵称| |", "|nickName|String|用户昵称| |\n|email|String|邮箱，可选| |")
	p.refused("files are out of date; run wenma gen", "git commit -qam 'a page alone'")
	p.generate("email")
	p.refused("files are out of date; run wenma gen", "git add docs && git commit -qm 'generated, and not added'")
	p.must("git add . && git commit -qm 'page and package'")
	p.write("notes.txt", "nothing of wenma's")
	if said := p.must("git add . && git commit -qm notes"); strings.Contains(said, "wenma") {
		t.Errorf("a commit that holds nothing generated is checked:\n%s", said)
	}
	if left := p.must("git status --short"); left != "" {
		t.Errorf("not committed:\n%s", left)
	}
}

func TestMake(t *testing.T) {
	needs(t, "make")
	p := repository(t)
	p.write("Makefile", recipe(t, "Makefile"))
	p.must("make -s check")
	p.edit(chatPage, "|nickName|String|用户昵称| |", "|nickName|String|用户昵称| |\n|email|String|邮箱，可选| |")
	p.refused("files are out of date", "make -s check")
	p.must("make -s build && make -s check")
	if !strings.Contains(p.read("internal/op/types_gen.go"), "Email") {
		t.Error("make did not regenerate")
	}
}

// TestMonorepo: several projects in one repository, each with a configuration and a lock of its own.
func TestMonorepo(t *testing.T) {
	p := repository(t)
	p.must("mkdir -p services/desk/docs && git checkout-index --prefix=services/desk/ docs/getChatInfo.md")
	p.write("services/desk/wenma.yaml", "inputs: [docs]\nout: api\n")
	p.write("services/desk/generate.go", "package desk\n\n//go:generate go tool wenma gen\n")
	p.generate("wenma: api: 1 endpoint")
	p.builds()
	p.must("go tool wenma gen --check && go tool wenma gen --check --config services/desk/wenma.yaml")
	p.edit("services/desk/docs/getChatInfo.md", "userName", "realName")
	p.must("go tool wenma gen --check")
	p.refused("out of date", "go tool wenma gen --check --config services/desk/wenma.yaml")
}

var (
	quoted  = regexp.MustCompile(`"([^"\n]*)"`)
	globbed = regexp.MustCompile(`glob\(\["([^"\n]*)"\]\)`)
)

// rule is what BUILD.bazel says.
type rule struct {
	inputs, outputs []string
	command         string
}

func bazel(t *testing.T, root string) (r rule) {
	t.Helper()
	text := recipe(t, "BUILD.bazel")
	part := func(from, to string) string {
		_, after, ok := strings.Cut(text, from)
		before, _, closed := strings.Cut(after, to)
		if !ok || !closed {
			t.Fatalf("BUILD.bazel has no %q … %q", from, to)
		}
		return before
	}
	srcs := part("srcs = ", "    ],\n")
	for _, m := range globbed.FindAllStringSubmatch(srcs, -1) {
		pages, err := filepath.Glob(filepath.Join(root, strings.ReplaceAll(m[1], "/**", "")))
		if err != nil || len(pages) == 0 {
			t.Fatalf("%s: %v", m[1], err)
		}
		for _, page := range pages {
			name, _ := filepath.Rel(root, page)
			r.inputs = append(r.inputs, name)
		}
	}
	for _, m := range quoted.FindAllStringSubmatch(globbed.ReplaceAllString(srcs, ""), -1) {
		r.inputs = append(r.inputs, m[1])
	}
	for _, m := range quoted.FindAllStringSubmatch(part("outs = ", "]"), -1) {
		r.outputs = append(r.outputs, m[1])
	}
	r.command = part(`cmd = "`, "\",\n")
	return r
}

// sandbox lays the inputs out as Bazel does, links to files that cannot be written, in a directory that has nothing else; above it
// are files that a tool which looks around would trip over.
func sandbox(t *testing.T, root string, r rule) (dir string) {
	t.Helper()
	above, store := t.TempDir(), t.TempDir()
	dir = filepath.Join(above, "sandbox")
	for _, trap := range []string{"wenma.yaml", "wenma.lock", "go.mod"} {
		if err := os.WriteFile(filepath.Join(above, trap), []byte("\x00 not to be read"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range r.inputs {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		kept, link := filepath.Join(store, name), filepath.Join(dir, name)
		for _, path := range []string{kept, link} {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(kept, text, 0o444); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(kept, link); err != nil {
			t.Skipf("needs symbolic links: %v", err)
		}
	}
	return dir
}

// TestHermetic stands in for Bazel: declared inputs only, declared outputs only. What is made is what lies in the example.
func TestHermetic(t *testing.T) {
	needs(t, "bash")
	p := begin(t, "chat")
	bin := filepath.Join(t.TempDir(), "wenma")
	if said, ok := p.run("build", "-o", bin, "github.com/wenma/wenma/cmd/wenma"); !ok {
		t.Fatal(said)
	}
	run := func() (s *project, out, said string, ok bool) {
		r := bazel(t, p.dir)
		s = &project{t, sandbox(t, p.dir, r)}
		locked := modes(t, s.dir, 0o555)
		out = t.TempDir()
		command := regexp.MustCompile(`\$\(execpath @[^)]*\)`).ReplaceAllLiteralString(r.command, bin)
		command = regexp.MustCompile(`\$\(execpath ([^)]*)\)`).ReplaceAllString(command, "$1")
		command = strings.ReplaceAll(command, "$(RULEDIR)", out)
		before := tree(t, s.dir)
		c := exec.Command("bash", "-e", "-c", command)
		c.Dir, c.Env = s.dir, []string{"PATH=/usr/bin:/bin"}
		text, err := c.CombinedOutput()
		if diff := cmp.Diff(before, tree(t, s.dir)); diff != "" {
			t.Errorf("the inputs changed (-before +after):\n%s", diff)
		}
		if _, err := os.Stat(filepath.Join(s.dir, ".wenma")); err == nil {
			t.Error("it wrote .wenma")
		}
		locked()
		return s, out, string(text), err == nil
	}
	_, out, said, ok := run()
	if !ok {
		t.Fatal(said)
	}
	made := tree(t, out)
	want := slices.Sorted(slices.Values(bazel(t, p.dir).outputs))
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(made))); diff != "" {
		t.Errorf("outs of BUILD.bazel and what is written (-declared +written):\n%s", diff)
	}
	for name, text := range made {
		if text != p.read(name) {
			t.Errorf("%s differs from the example's", name)
		}
	}

	// A page that the lock does not know fails the build, and leaves nothing.
	p.edit(chatPage, "userName", "realName")
	_, out, said, ok = run()
	if left := tree(t, out); ok || len(left) > 0 || !strings.Contains(said, "wenma.lock is not what the pages say") {
		t.Errorf("succeeds: %v, %d files:\n%s", ok, len(left), said)
	}
}

// modes gives all directories of a tree a mode, until the result is called.
func modes(t *testing.T, root string, mode fs.FileMode) (restore func()) {
	t.Helper()
	set := func(mode fs.FileMode) {
		for _, dir := range []string{filepath.Join(root, "docs"), root} {
			if err := os.Chmod(dir, mode); err != nil {
				t.Fatal(err)
			}
		}
	}
	set(mode)
	return func() { set(0o777) }
}

// TestMerge: two branches add a page each. What git makes of the generated files does not matter: they are made anew.
func TestMerge(t *testing.T) {
	p := repository(t)
	p.write(".gitattributes", recipe(t, "gitattributes"))
	p.must("git add . && git commit -qm attributes")
	for branch, add := range map[string]func(){
		"closing": func() { p.write(closePage, closing) },
		"agents":  func() { p.write(agentsPage, agents) },
	} {
		p.must("git checkout -q -b " + branch + " main")
		add()
		p.generate("the endpoint is new")
		p.must("git add . && git commit -qm " + branch)
	}
	p.must("git checkout -q agents")
	user := typeOf(t, p, "User")
	p.refused("CONFLICT", "git merge closing")
	if strings.Contains(p.read("wenma.lock"), "<<<<<<<") {
		t.Error("the lock is in conflict")
	}
	p.refused("was edited after it was generated", "go tool wenma gen")
	p.must("go tool wenma gen --discard-edits && git add . && git commit -qm merged")
	p.builds()
	p.must("go tool wenma gen --check")
	if now := typeOf(t, p, "User"); now != user {
		t.Errorf("User was\n%s\nand is\n%s", user, now)
	}
}
