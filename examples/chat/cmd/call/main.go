// Command call asks for a conversation and prints who is in it.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"time"

	"example.com/chat/internal/op"
)

func main() {
	base := flag.String("base", "http://127.0.0.1:8080", "where the service is")
	id := flag.String("chat", "c1", "the conversation to ask for")
	flag.Parse()

	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	req, err := op.NewGetChatInfoRequest().ChatID(*id).IsMsg(false).Build()
	if err != nil {
		log.Fatal(err)
	}
	info, err := op.NewClient(op.WithBaseURL(*base)).GetChatInfo(ctx, req)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s talks to %s\n", info.User.UserName, info.Channel.Name)
}
