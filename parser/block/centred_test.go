package block

import (
	"testing"

	"github.com/wenma/wenma/source"
)

// TestCentredColumn: what a formatter centred is not indented; what an author pushed to the right is.
func TestCentredColumn(t *testing.T) {
	for _, c := range []struct {
		page string
		want []int
	}{
		{"|  name   | type |\n| :-----: | :--: |\n|   id    | int  |\n| address | str  |\n|  title  | str  |\n", []int{0, 0, 0}},
		{"|name|type|\n|:--:|:--:|\n| user | object |\n|   id | int |\n|   age | int |\n", []int{0, 2, 2}},
		{"| name     | type |\n|----------|------|\n| user     | obj  |\n|   id     | int  |\n", []int{0, 2}},
	} {
		blocks, _ := Parse(source.NewFile("p.md", c.page))
		var table *Table
		for _, b := range blocks {
			if b.Table != nil {
				table = b.Table
			}
		}
		if table == nil || len(table.Rows) != len(c.want) {
			t.Errorf("%q: no table of %d rows", c.page, len(c.want))
			continue
		}
		for i, row := range table.Rows {
			if row.Cells[0].Indent != c.want[i] {
				t.Errorf("%q: row %d is indented by %d, want %d", c.page, i, row.Cells[0].Indent, c.want[i])
			}
		}
	}
}
