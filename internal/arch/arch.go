// Package arch holds the rules of the house as tests: which package may import which (rooms.go), and what no text of the
// project says.
package arch
