package main

import "path/filepath"

// moved plans the generated files below the directory that --frozen was given with --out. The lock goes on calling them as wenma.yaml
// does: where a build wants its outputs is nothing that a project remembers.
func (g *generation) moved() ([]step, error) {
	var outputs []output
	for _, s := range g.generatedFiles() {
		below, err := filepath.Rel(g.out, s.path)
		if err != nil {
			return nil, failed("%q 不在 %q 下", "%q is not below %q", s.path, g.out).because(err)
		}
		o := s.output
		o.path = filepath.Join(g.elsewhere, below)
		outputs = append(outputs, o)
	}
	g.out = g.elsewhere
	return plan(outputs, history{})
}
