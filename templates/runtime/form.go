package runtime

import "net/http"

// formParam is a field of a form; its path is its name alone.
func (in *inbound) formParam(name string) param {
	return param{in: in, name: name, values: in.r.PostForm[name]}
}

// fileParams are the files of a multipart form that came under a name. That a file is missing is for Validate to say.
func (in *inbound) fileParams(name string) []*FileStream {
	if in.r.MultipartForm == nil {
		return nil
	}
	var files []*FileStream
	for _, h := range in.r.MultipartForm.File[name] {
		if f, err := h.Open(); err == nil {
			files = append(files, &FileStream{Name: h.Filename, ContentType: h.Header.Get("Content-Type"), Content: f})
		}
	}
	return files
}

func (in *inbound) fileParam(name string) *FileStream {
	if files := in.fileParams(name); len(files) > 0 {
		return files[0]
	}
	return nil
}

// readForm reads a form of either encoding.
func (in *inbound) readForm() error {
	if err := in.takesBody("application/x-www-form-urlencoded", "multipart/form-data"); err != nil {
		return err
	}
	in.r.Body = http.MaxBytesReader(in.w, in.r.Body, in.server.limit)
	err := in.r.ParseMultipartForm(maxFormMemory)
	if err == http.ErrNotMultipart {
		err = in.r.ParseForm()
	}
	return bodyError(err)
}

// maxFormMemory is how much of a form with files is held in memory; the rest goes to temporary files.
const maxFormMemory = 8 << 20
