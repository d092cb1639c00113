//go:build race

package sample

func init() { slow = true }
