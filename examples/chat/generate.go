// Package chat is a service whose API is described by the pages in docs, and a client of it.
package chat

//go:generate go tool wenma gen
