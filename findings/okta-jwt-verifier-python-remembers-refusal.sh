#!/usr/bin/env bash
# Behaviour: okta-jwt-verifier 0.5.0 (Python), in its asynchronous form, takes any answer to its question for the keys for
#   the keys, whatever the status, and keeps it as it keeps keys: after one 429 or 503 without Cache-Control every good
#   token is refused for two minutes, with the message "'keys'", and the server is not asked again. Its `max_retries`
#   never tries again there: what is repeated is the making of a coroutine, which cannot fail. The `_sync` form of the
#   same calls tries again and keeps nothing but keys.
# Wrong guess: that the two forms of one verifier differ in how they wait; that a refusal is no key set; that a count of
#   retries counts requests.
# What it means: one hiccup of a gateway before the org locks everybody out, and the log names a Python key, not a status.
#   Use the `_sync` calls in a thread, or catch the failure and call `request_executor.clear_cache()`. (The package does
#   not say that it needs `requests` and `cryptography`: name them yourself.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check okta-jwt-verifier==0.5.0 acachecontrol==0.3.7 \
  PyJWT==2.15.1 cryptography==50.0.2 requests==2.34.2

cat >"$folder/look.py" <<'PY'
import asyncio, datetime, http.server, importlib.metadata, ipaddress, json, os, ssl, sys, threading, time

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

key = rsa.generate_private_key(65537, 2048)
public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
keys = {"keys": [{**public, "kid": "1", "alg": "RS256", "use": "sig", "key_ops": ["verify"]}]}
refusals = []  # (status, Cache-Control) of the answers to come
asked = 0


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global asked
        asked += 1
        status, kept = refusals.pop() if refusals else (200, None)
        body = json.dumps(keys if status == 200 else {"errorCode": "E0000047"}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if kept:
            self.send_header("Cache-Control", kept)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def certify(folder):
    """The verifier takes https alone: a certificate for 127.0.0.1, signed with the key above."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "here")])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(True, None), True)
    )
    pem = os.path.join(folder, "here.pem")
    with open(pem, "wb") as file:
        file.write(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
        file.write(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return pem


pem = certify(sys.argv[1])
# What aiohttp and requests trust is read from here.
os.environ["SSL_CERT_FILE"] = os.environ["REQUESTS_CA_BUNDLE"] = pem
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(pem)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()

from okta_jwt_verifier import BaseJWTVerifier

issuer = f"https://127.0.0.1:{server.server_port}/oauth2/default"
claims = {"iss": issuer, "aud": "api://default", "sub": "ann", "exp": int(time.time()) + 600}
token = jwt.encode(claims, key, "RS256", headers={"kid": "1"})


async def look(status, kept, form, expected):
    """Verifies one good token three times, the first question for the keys being refused; says if it went otherwise."""
    global asked
    verifier = BaseJWTVerifier(issuer=issuer, max_retries=3)
    verifier.request_executor.clear_cache()
    refusals[:] = [(status, kept)]
    asked = 0
    seen = []
    for _ in range(3):
        try:
            if form == "async":
                await verifier.verify_access_token(token)
            else:
                verifier.verify_access_token_sync(token)
            seen.append("good")
        except Exception as error:
            seen.append(str(error))
    print(f"  {status} {(kept or '').ljust(8)} {form.ljust(5)}  {', '.join(seen)}; the keys were asked for {asked} time(s)")
    return (seen, asked) != expected


async def main():
    print(f"okta-jwt-verifier {importlib.metadata.version('okta-jwt-verifier')}: a good token, three times, max_retries=3")
    print("the first question for the keys is refused with")
    changed = False
    for status in (429, 503):
        changed |= await look(status, None, "async", (["'keys'"] * 3, 1))
        changed |= await look(status, "no-store", "async", (["'keys'", "good", "good"], 2))
        changed |= await look(status, None, "sync", (["good"] * 3, 2))
    return changed


sys.exit("this is no longer so" if asyncio.run(main()) else 0)
PY
"$folder/venv/bin/python" -W ignore "$folder/look.py" "$folder"
