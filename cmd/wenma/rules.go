package main

import (
	"slices"

	"github.com/wenma/wenma/generator"
	"github.com/wenma/wenma/internal/apidiff"
	"github.com/wenma/wenma/internal/config"
	"github.com/wenma/wenma/internal/lock"
	"github.com/wenma/wenma/internal/overlay"
	"github.com/wenma/wenma/parser"
	"github.com/wenma/wenma/source"
)

// allRules are the rules of every package that reports, each once.
func allRules() []*source.Rule {
	var all []*source.Rule
	for _, list := range [][]*source.Rule{parser.AllRules(), generator.Rules, config.Rules, overlay.Rules, lock.Rules, apidiff.Rules} {
		for _, r := range list {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}
