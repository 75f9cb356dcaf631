"""A key of a person's that answers challenges as browsers pass them on; any part of it can be wrong."""

import json
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

PRESENT, VERIFIED, ATTESTED = (AuthenticatorData.FLAG[name] for name in ("UP", "UV", "AT"))
SITE, NAME = "https://shuttle.example", "shuttle.example"  # of tests.settings


class Authenticator:
    """signed: how often it has signed; it counts by itself, where `counts`."""

    def __init__(self, credential_id=b"key", counts=True):
        self.credential_id, self.counts, self.signed = credential_id, counts, 0
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.public = ES256.from_cryptography_key(self.private.public_key())

    def make(self, challenge: str, **wrong) -> str:
        """The answer to a challenge to add a passkey."""
        credential = AttestedCredentialData.create(Aaguid.NONE, self.credential_id, self.public)
        data = self._data(ATTESTED, credential, **wrong)
        made = AttestationObject.create("none", data, {})
        return self._answer("webauthn.create", challenge, wrong, attestationObject=made)

    def sign(self, challenge: str, **wrong) -> str:
        """The answer to a challenge to show one."""
        data = self._data(AuthenticatorData.FLAG(0), **wrong)
        client = self._client("webauthn.get", challenge, **wrong)
        signature = self.private.sign(data + client.hash, ec.ECDSA(hashes.SHA256()))
        signature = wrong.get("signature", signature)
        return self._answer("webauthn.get", challenge, wrong, authenticatorData=data, signature=signature)

    def _data(self, flags, credential=b"", party=NAME, verified=True, present=True, **_wrong):
        self.signed += self.counts
        flags |= (PRESENT if present else 0) | (VERIFIED if verified else 0)
        return AuthenticatorData.create(sha256(party.encode()).digest(), flags, self.signed, credential)

    def _client(self, kind, challenge, origin=SITE, told_kind=None, **_wrong):
        return CollectedClientData.create(told_kind or kind, json.loads(challenge)["challenge"], origin)

    def _answer(self, kind, challenge, wrong, **parts):
        client, written = self._client(kind, challenge, **wrong), websafe_encode(self.credential_id)
        response = {name: websafe_encode(bytes(value)) for name, value in parts.items()}
        response["clientDataJSON"] = websafe_encode(bytes(client))
        told = {"id": written, "rawId": written, "type": "public-key", "response": response}
        return json.dumps({**told, "clientExtensionResults": {}})
