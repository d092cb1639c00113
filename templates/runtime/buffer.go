package runtime

import (
	"io"
	"slices"
	"sync"
)

// buffers are lent to whoever puts a body together or reads one.
var buffers = sync.Pool{New: func() any {
	b := make([]byte, 0, 4096)
	return &b
}}

// lend gives a buffer, which is empty. What is read from it must be copied before it goes back.
func lend() *[]byte { return buffers.Get().(*[]byte) }

// giveBack ends the use of a buffer, which may have grown; a large one is not kept.
func giveBack(b *[]byte) {
	if cap(*b) <= 1<<16 {
		*b = (*b)[:0]
		buffers.Put(b)
	}
}

// readInto appends what there is to read, and stops when there is more than so many bytes of it.
func readInto(b []byte, r io.Reader, most int64) ([]byte, error) {
	start := len(b)
	for int64(len(b)-start) <= most {
		if len(b) == cap(b) {
			b = slices.Grow(b, 512)
		}
		n, err := r.Read(b[len(b):cap(b)])
		if b = b[:len(b)+n]; err == io.EOF {
			break
		}
		if err != nil {
			return b, err
		}
	}
	return b, nil
}
