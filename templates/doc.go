package templates

import "github.com/dave/jennifer/jen"

// Doc prints the file with the package's documentation.
func Doc(p *Package) *jen.File {
	f := newFile(p)
	for i, paragraph := range p.Doc {
		if i > 0 {
			f.PackageComment("//")
		}
		f.PackageComment("// " + paragraph)
	}
	return f
}
