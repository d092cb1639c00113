// Scaffolded once by wenma. This file is yours to edit: wenma never writes it again.

package handlers

import "gen.test/op"

// Handlers handles the operations; those that it has no method for answer with status 501.
type Handlers struct {
	op.UnimplementedHandler
}

var _ op.Handler = (*Handlers)(nil)
