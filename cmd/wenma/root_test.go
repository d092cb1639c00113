package main

import "testing"

// TestCommandsAreCalledSo: a command line that begins with a command has that command alone, and all others have all.
func TestCommandsAreCalledSo(t *testing.T) {
	a := &app{getenv: func(string) string { return "" }}
	all := a.rootCommand(nil).Commands()
	if len(all) != len(commands) {
		t.Fatalf("%d commands of %d", len(all), len(commands))
	}
	for _, c := range commands {
		root := a.rootCommand([]string{c.name})
		found, rest, err := root.Find([]string{c.name})
		if err != nil || found.Name() != c.name || len(rest) > 0 {
			t.Errorf("%s is called %s: %v", c.name, found.Name(), err)
		}
		want := 1
		if c.name == "completion" { // whose scripts know all
			want = len(commands)
		}
		if got := len(root.Commands()); got != want {
			t.Errorf("%s comes with %d commands, not %d", c.name, got, want)
		}
	}
	for _, args := range [][]string{{"help", "gen"}, {"--lang", "en", "gen"}, {"gne"}, {"__complete", "ge"}} {
		if got := len(a.rootCommand(args).Commands()); got != len(commands) {
			t.Errorf("%q has %d commands", args, got)
		}
	}
}
