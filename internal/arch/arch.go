// Package arch holds the rules of the house as tests: which package may import which (rooms.go), what may not be done when a process
// starts (start.go), and what no text of the project says.
package arch
