package main

import (
	"context"
	"log"

	"github.com/okta/okta-sdk-golang/v2/okta"
)

func main() {
	ctx, client, err := okta.NewClient(context.Background()) // or okta.WithOrgUrl(...), okta.WithToken(...)
	if err != nil {
		log.Fatal(err)
	}
	at := "start@example.com"
	user, _, err := client.User.CreateUser(ctx, okta.CreateUserRequest{
		Profile:     &okta.UserProfile{"firstName": "Kim", "lastName": "Low", "email": at, "login": at},
		Credentials: &okta.UserCredentials{Password: &okta.PasswordCredential{Value: "Tr1cky-Kettle-9"}},
	}, nil)
	if err != nil {
		log.Fatal(err)
	}
	if _, err = client.User.SuspendUser(ctx, user.Id); err != nil {
		log.Fatal(err)
	}
}
