package main

import (
	"context"
	"log"
	"net/url"
	"os"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

func main() {
	config, err := okta.NewConfiguration() // or okta.WithOrgUrl(...), okta.WithToken(...)
	if err != nil {
		log.Fatal(err)
	}
	// This version forgets the port of the org's URL.
	if org, err := url.Parse(os.Getenv("OKTA_CLIENT_ORGURL")); err == nil {
		config.Host = org.Host
	}
	client, ctx := okta.NewAPIClient(config), context.Background()

	profile := okta.NewUserProfile()
	profile.SetFirstName("Kim")
	profile.SetLastName("Low")
	profile.SetEmail("start@example.com")
	profile.SetLogin("start@example.com")
	user, _, err := client.UserAPI.CreateUser(ctx).Body(*okta.NewCreateUserRequest(*profile)).Execute()
	if err != nil {
		log.Fatal(err)
	}
	if _, err = client.UserAPI.DeactivateUser(ctx, user.GetId()).Execute(); err != nil {
		log.Fatal(err)
	}
}
