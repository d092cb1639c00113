package explain

import (
	"encoding/json"
	"io"
)

// JSON writes values for programs, one object a line. Write errors are left to w.
func JSON[T *Subject | Entry](w io.Writer, list []T) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, v := range list {
		// The forms hold nothing that cannot be encoded; what remains is a write error, which w keeps.
		_ = enc.Encode(v)
	}
}
