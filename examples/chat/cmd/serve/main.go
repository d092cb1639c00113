// Command serve answers the API with what the store holds.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"

	"example.com/chat/internal/handler"
	"example.com/chat/internal/op"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "the address to listen on")
	flag.Parse()
	server := &http.Server{
		Addr:              *addr,
		Handler:           op.NewServer(handler.New()),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("listening on http://%s", *addr)
	log.Fatal(server.ListenAndServe())
}
