package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// inProject runs f with a project of n pages outside of this module.
func inProject(n int, layout string, f func(dir string) error) error {
	dir, err := os.MkdirTemp("", "wenma-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/bench\n\ngo 1.26\n"), 0o666); err != nil {
		return err
	}
	if err := project(dir, n, layout); err != nil {
		return err
	}
	return f(dir)
}

// forget removes all that an earlier run left in a project.
func forget(dir string) error {
	for _, name := range []string{"wenma", "wenma.lock", ".wenma", "ogen", "oapi/oapi_gen.go"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// measureCold has all generators make the package of many pages from nothing; wenma also with files for each page.
func measureCold(r *results, o options) error {
	return inProject(o.pages, "kind", func(dir string) error {
		return inProject(o.pages, "page", func(pages string) error {
			for round := range o.rounds {
				if err := coldRound(r, dir, pages, round == 0); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// coldRound has ogen take part in the first round alone: it takes as long as all others together, several times.
func coldRound(r *results, dir, pages string, first bool) error {
	if err := errors.Join(forget(dir), forget(pages)); err != nil {
		return err
	}
	for _, g := range generators {
		if g.name == "ogen" && !first {
			continue
		}
		u, err := timed(dir, bin(g.name), g.args...)
		if err != nil {
			return err
		}
		r.keep("cold/"+g.name, u)
	}
	u, err := timed(pages, bin("wenma"), "gen")
	r.keep("cold/wenma, files for each page", u)
	return err
}

// measureMemory looks at wenma's memory as the number of pages grows.
func measureMemory(r *results, o options) error {
	numbers := []int{o.pages / 10, o.pages, 5 * o.pages}
	if o.large {
		numbers = append(numbers, 10*o.pages)
	}
	for _, n := range numbers {
		err := inProject(n, "kind", func(dir string) error {
			u, err := timed(dir, bin("wenma"), "gen")
			r.keep(fmt.Sprintf("memory/%05d", n), u)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// measureChange runs wenma again when nothing has changed and when one page has, in a project with files for each page.
func measureChange(r *results, o options) error {
	return inProject(o.pages, "page", func(dir string) error {
		if _, err := timed(dir, bin("wenma"), "gen"); err != nil {
			return err
		}
		for round := range 2 * o.rounds {
			u, err := timed(dir, bin("wenma"), "gen")
			if err != nil {
				return err
			}
			r.keep("change/none", u)
			if err := edit(filepath.Join(dir, "docs", pageName((o.pages+1)/2)), round); err != nil {
				return err
			}
			if u, err = timed(dir, bin("wenma"), "gen"); err != nil {
				return err
			}
			r.keep("change/one", u)
		}
		return nil
	})
}

// edit gives a field another description.
func edit(page string, round int) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	head, rest, _ := strings.Cut(string(text), "|用户昵称")
	_, tail, ok := strings.Cut(rest, "|")
	if !ok {
		return fmt.Errorf("%s: no nickname to describe", page)
	}
	return os.WriteFile(page, fmt.Appendf(nil, "%s|用户昵称%d|%s", head, round, tail), 0o666)
}

// measureStart compares wenma on one page with a program that does nothing.
func measureStart(r *results, o options) error {
	if err := os.MkdirAll("gen/nothing", 0o777); err != nil {
		return err
	}
	if err := os.WriteFile("gen/nothing/main.go", []byte("package main\n\nfunc main() {}\n"), 0o666); err != nil {
		return err
	}
	if err := command(".", "go", "build", "-o", bin("nothing"), "./gen/nothing"); err != nil {
		return err
	}
	return inProject(1, "kind", func(dir string) error {
		for range 5 * o.rounds {
			if err := startRound(r, dir); err != nil {
				return err
			}
		}
		return nil
	})
}

func startRound(r *results, dir string) error {
	u, err := timed(dir, bin("nothing"))
	if err != nil {
		return err
	}
	r.keep("start/nothing", u)
	if u, err = timed(dir, bin("wenma"), "version"); err != nil {
		return err
	}
	r.keep("start/version", u)
	if err := forget(dir); err != nil {
		return err
	}
	for _, name := range []string{"start/cold", "start/again"} {
		if u, err = timed(dir, bin("wenma"), "gen"); err != nil {
			return err
		}
		r.keep(name, u)
	}
	if err := forget(dir); err != nil {
		return err
	}
	if u, err = timed(dir, bin("wenma"), "gen", "--no-config", "--out", "wenma", "docs/"+pageName(1)); err != nil {
		return err
	}
	r.keep("start/page", u)
	return nil
}
