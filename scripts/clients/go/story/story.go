// Package story holds what the stories of both versions of the Go SDK share: telling how they ended, and a look past
// the client.
package story

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
)

// One is a story: its name, and what a user does. It gives the name of a fault of the client that it goes around, or "".
type One struct {
	Name string
	Act  func() string
}

// Tell runs the stories one after the other and prints how each ended: `ok NAME`, `fault NAME: its name`, or
// `failed NAME: why`.
func Tell(stories []One) {
	for _, one := range stories {
		tell(one)
	}
}

func tell(one One) {
	defer func() {
		if why := recover(); why != nil {
			fmt.Printf("failed %s: %v\n", one.Name, why)
		}
	}()
	if fault := one.Act(); fault != "" {
		fmt.Printf("fault %s: %s\n", one.Name, fault)
	} else {
		fmt.Printf("ok %s\n", one.Name)
	}
}

// Must ends the story where a call failed.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Expect ends the story where the two differ.
func Expect(seen, wanted any) {
	if fmt.Sprint(seen) != fmt.Sprint(wanted) {
		panic(fmt.Sprintf("%v instead of %v", seen, wanted))
	}
}

// From makes a model of JSON, so that a story shows what is asked at a glance.
func From[T any](text string) T {
	var model T
	Must(json.Unmarshal([]byte(text), &model))
	return model
}

// Person is somebody with a password, as the body of a creation.
func Person(name string) string {
	return fmt.Sprintf(`{
		"profile": {"firstName": %[1]q, "lastName": "Low", "email": "%[1]s@example.com", "login": "%[1]s@example.com"},
		"credentials": {"password": {"value": "Tr1cky-Kettle-9"}}
	}`, name)
}

// Ask asks the sandbox without the SDK: for what is not the story, such as the clock.
func Ask(method, path, body string) map[string]any {
	request, err := http.NewRequest(method, os.Getenv("OKTA_CLIENT_ORGURL")+path, bytes.NewBufferString(body))
	Must(err)
	request.Header.Set("Authorization", "SSWS "+os.Getenv("OKTA_CLIENT_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	Must(err)
	defer answer.Body.Close()
	seen := map[string]any{}
	_ = json.NewDecoder(answer.Body).Decode(&seen)
	return seen
}

// SpendLimit uses up the limit of a path, and moves the clock to shortly before its minute is over.
func SpendLimit(path string, calls int) {
	for range calls {
		Ask("GET", path, "")
	}
	Ask("POST", "/_sandbox/clock", `{"advance": 57000}`)
}

// OneTimeCode is the code of RFC 6238 for this secret in base32, by the time of the sandbox.
func OneTimeCode(secret string) string {
	now := Ask("GET", "/_sandbox/clock", "")["now"].(float64)
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.TrimRight(secret, "="))
	Must(err)
	step := make([]byte, 8)
	binary.BigEndian.PutUint64(step, uint64(now/30_000))
	hash := hmac.New(sha1.New, key)
	hash.Write(step)
	digest := hash.Sum(nil)
	at := digest[len(digest)-1] & 15
	return fmt.Sprintf("%06d", (binary.BigEndian.Uint32(digest[at:])&0x7fffffff)%1_000_000)
}
