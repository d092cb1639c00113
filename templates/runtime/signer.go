package runtime

import "net/http"

// Signer computes the signature of a request.
type Signer interface {
	// Sign gets the request as it will be sent (method, URL and headers are final but for the signature) and the bytes of
	// its body, and returns the signature. It may add headers of its own.
	Sign(r *http.Request, body []byte) (string, error)
}

// SignerFunc is a function as a Signer.
type SignerFunc func(r *http.Request, body []byte) (string, error)

// Sign calls the function.
func (f SignerFunc) Sign(r *http.Request, body []byte) (string, error) { return f(r, body) }

// signedBy is the client's last step: the signature is put into the request by put.
func signedBy(s Signer, put func(r *http.Request, signature string)) func(*http.Request, []byte) error {
	return func(r *http.Request, body []byte) error {
		signature, err := s.Sign(r, body)
		if err == nil {
			put(r, signature)
		}
		return err
	}
}

func signQuery(name string) func(*http.Request, string) {
	return func(r *http.Request, signature string) {
		r.URL.RawQuery = string(appendPair([]byte(r.URL.RawQuery), name, signature))
	}
}

func signHeader(name string) func(*http.Request, string) {
	return func(r *http.Request, signature string) { r.Header.Set(name, signature) }
}

func signCookie(name string) func(*http.Request, string) {
	return func(r *http.Request, signature string) {
		r.AddCookie(&http.Cookie{Name: name, Value: signature})
	}
}
