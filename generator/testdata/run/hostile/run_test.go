package hostile_test

import (
	"net/http/httptest"
	"testing"

	"gen.test/hostile"
)

// TestStarts registers every path that the page has: none may make http.ServeMux panic.
func TestStarts(t *testing.T) {
	w := httptest.NewRecorder()
	hostile.NewServer(new(hostile.Handlers)).ServeHTTP(w, httptest.NewRequest("GET", "/nowhere", nil))
	if w.Code != 404 {
		t.Errorf("status %d", w.Code)
	}
	hostile.NewClient()
}
