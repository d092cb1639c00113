package wire

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// Answer is the address of a server that gives every call the same answer.
func Answer(t *testing.T, status int, body string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// With puts a payload into an answer that has %s in its place.
func With(answer, data string) string { return fmt.Sprintf(answer, data) }
