package generator

import (
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	os.RemoveAll("/tmp/gen/fz")
	for seed := 100; seed < 160; seed++ {
		data := make([]byte, 1200)
		state := uint32(seed)*2654435761 + 1
		for i := range data {
			state ^= state << 13
			state ^= state >> 17
			state ^= state << 5
			data[i] = byte(state >> 3)
		}
		files, _, err := Generate((&reader{data: data}).document(), Options{Package: "p", Stubs: &Stubs{}})
		if err != nil {
			t.Fatal(err)
		}
		dir := fmt.Sprintf("/tmp/gen/fz/p%d", seed)
		os.MkdirAll(dir, 0o755)
		for _, f := range files {
			os.WriteFile(dir+"/"+f.Name, f.Content, 0o644)
		}
	}
}
