"""Signing in with SPID or CIE through an OpenID Connect broker (docs/decisions/0013-digital-identity.md)."""
