"""What the stories of both versions of the Python SDK send: as dictionaries, which version 3 makes models of."""

PASSWORD = "Tr1cky-Kettle-9"

CREW = {"profile": {"name": "Crew"}}
GUARDED = {"profile": {"name": "Guarded"}}

NICKNAME = {"profile": {"nickName": "Kimmy"}}

BADGE = {
    "definitions": {
        "custom": {
            "id": "#custom",
            "type": "object",
            "properties": {
                "badge": {
                    "title": "Badge",
                    "type": "string",
                    "permissions": [{"principal": "SELF", "action": "READ_ONLY"}],
                }
            },
        }
    }
}

BOOKMARK = {
    "name": "bookmark",
    "label": "Notes",
    "signOnMode": "BOOKMARK",
    "settings": {"app": {"url": "https://app.example", "requestIntegration": False}},
}

WEB = {
    "name": "oidc_client",
    "label": "Web",
    "signOnMode": "OPENID_CONNECT",
    "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
    "settings": {
        "oauthClient": {
            "redirect_uris": ["https://app.example/in"],
            "response_types": ["code"],
            "grant_types": ["authorization_code"],
            "application_type": "web",
        }
    },
}

TOTP = {"factorType": "token:software:totp", "provider": "GOOGLE"}

POLICY_RULE = {
    "type": "PASSWORD",
    "name": "Everybody",
    "actions": {"passwordChange": {"access": "ALLOW"}},
    "conditions": {"network": {"connection": "ANYWHERE"}},
}

SERVER = {"name": "Shop", "audiences": ["api://shop"], "description": "-"}
SCOPE = {"name": "shop.read", "consent": "IMPLICIT"}
CLAIM = {
    "name": "shop",
    "status": "ACTIVE",
    "claimType": "RESOURCE",
    "valueType": "EXPRESSION",
    "value": "user.login",
}

EVENT_HOOK = {
    "name": "Watch",
    "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
    "channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/in"}},
}
INLINE_HOOK = {
    "name": "Tokens",
    "type": "com.okta.oauth2.tokens.transform",
    "version": "1.0.0",
    "channel": {
        "type": "HTTP",
        "version": "1.0.0",
        "config": {"uri": "https://hooks.example/tokens", "method": "POST"},
    },
}

CREATIONS = 'eventType eq "user.lifecycle.create"'


def person(name, **profile):
    """Somebody with a password. profile: what they have besides names and addresses"""
    at = f"{name}@example.com"
    return {
        "profile": {"firstName": name, "lastName": "Low", "email": at, "login": at, **profile},
        "credentials": {"password": {"value": PASSWORD}},
    }


def group_rule(group_id):
    """All who are called Low belong to the group."""
    return {
        "type": "group_rule",
        "name": "Low",
        "conditions": {"expression": {"type": "urn:okta:expression:1.0", "value": 'user.lastName == "Low"'}},
        "actions": {"assignUserToGroups": {"groupIds": [group_id]}},
    }


def password_policy(group_id):
    """Long passwords for the group."""
    return {
        "type": "PASSWORD",
        "name": "Long passwords",
        "conditions": {"people": {"groups": {"include": [group_id]}}},
        "settings": {"password": {"complexity": {"minLength": 14}}},
    }
