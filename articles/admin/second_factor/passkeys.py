"""Passkeys: the browser has a challenge of ours signed by a key that never leaves the person's device.

https://www.w3.org/TR/webauthn-3/. A challenge is kept in the session that it was made for, is answered once,
whatever the answer, and within minutes.
"""

import ipaddress
import json
import logging
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from articles.models import Passkey

KEPT = "passkey_challenge"  # in the session
SECONDS = 300  # for an answer
MOST = 20  # passkeys of a person
LONGEST_ID = 1023  # bytes

logger = logging.getLogger(__name__)


def are_possible() -> bool:
    """Browsers make them over https, or on the machine itself, and for a name, not for an address."""
    site = urlsplit(settings.SITE_URL)
    return site.hostname == "localhost" or (site.scheme == "https" and not _is_address(site.hostname))


def _is_address(host) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def of(user):
    return Passkey.objects.filter(user=user) if are_possible() else Passkey.objects.none()


def challenge_to_add(session, user) -> str:
    """What the browser is to make a key by, as JSON."""
    asked, state = _server().register_begin(
        {"id": str(user.pk).encode(), "name": user.get_username(), "displayName": user.get_username()},
        credentials=_credentials(of(user)),
        resident_key_requirement="preferred",  # else some keep it on one device alone
        user_verification="required",
    )
    return _kept(session, user, asked, state)


def challenge_to_show(session, user) -> str:
    """What the browser is to have signed by one of the person's keys, as JSON."""
    asked, state = _server().authenticate_begin(_credentials(of(user)), user_verification="required")
    return _kept(session, user, asked, state)


def challenge_to_sign_in(session, user) -> str:
    """Like challenge_to_show, of a person who has just typed the right password and is not signed in yet."""
    asked = challenge_to_show(session, user)
    session[KEPT] |= {"backend": user.backend, "password": user.get_session_auth_hash()}
    return asked


def added(session, user, answer: str, name: str) -> Passkey | None:
    """The new passkey; None where the answer is not one to this session's challenge."""
    with transaction.atomic():
        kept = _taken(session, user)
        made = kept and _understood(_server().register_complete, kept["state"], answer)
        if not made or not _is_usable(made.credential_data) or of(user).count() >= MOST:
            return None
        key, is_new = Passkey.objects.get_or_create(
            credential_id=_written(made.credential_data.credential_id),
            defaults={
                "user": user,
                "name": name,
                "credential": bytes(made.credential_data),
                "times_signed": made.counter,
            },
        )
    return key if is_new else None


def shown(session, user, answer: str) -> Passkey | None:
    """The person's passkey that has signed this session's challenge; None where none has."""
    with transaction.atomic():
        kept, keys = _taken(session, user), {key.credential_id: key for key in of(user)}
        signed = kept and _understood(_signature, kept["state"], answer, _credentials(keys.values()))
        if not signed:
            return None
        credential_id, times_signed = signed
        return _used(keys[credential_id], times_signed)


def _used(key, times_signed: int) -> Passkey | None:
    """The key, having signed once more. A count that does not rise is one of a copy; some never count."""
    if times_signed <= key.times_signed and (times_signed or key.times_signed):
        logger.warning("Passkey %s of user %s signs with an old count: is it a copy?", key.pk, key.user_id)
        return None
    key.times_signed = times_signed
    key.set_last_used_timestamp(commit=False)
    key.save()
    return key


def signed_in(session, answer: str):
    """Whoever typed the password in this session and has now shown a passkey, their `otp_device`; or None."""
    kept = session.get(KEPT) or {}
    user = get_user_model().objects.filter(pk=kept.get("user"), is_active=True).first()
    if user is None or kept.get("password") != user.get_session_auth_hash():
        return None
    user.backend, user.otp_device = kept["backend"], shown(session, user, answer)
    return user if user.otp_device else None


def _kept(session, user, asked, state) -> str:
    session[KEPT] = {"user": user.pk, "state": dict(state), "at": time.time()}
    return json.dumps(dict(asked)["publicKey"])


def _taken(session, user) -> dict | None:
    """The challenge that this session keeps for a person, taken out of it. Call it within a transaction.

    Of two answers in one moment the second waits for the first, and finds none.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)
    kept = type(session)(session.session_key).get(KEPT)  # as it stands now
    if session.pop(KEPT, None) is None or kept is None:
        return None
    session.save()
    return kept if kept["user"] == user.pk and time.time() - kept["at"] < SECONDS else None


def _understood(check, state, answer, *others):
    """What a check makes of an answer; None for whatever it does not take, or cannot read."""
    try:
        return check(state, json.loads(answer), *others)
    except Exception as error:  # noqa: BLE001  strangers' bytes, by a library that says in many ways what is wrong
        logger.info("A passkey's answer was refused: %s", type(error).__name__)
        return None


def _signature(state, answer, credentials) -> tuple[str, int]:
    """The id of the credential that has signed, and how often it has by now."""
    from fido2.webauthn import AuthenticationResponse

    response = AuthenticationResponse.from_dict(answer)
    credential = _server().authenticate_complete(state, credentials, response)
    return _written(credential.credential_id), response.response.authenticator_data.counter


def _server():
    """The rules by which answers are checked, ours being the one origin. Imported where it is used: 19 MB."""
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    site = urlsplit(settings.SITE_URL)
    ours = PublicKeyCredentialRpEntity(id=site.hostname, name=settings.SITE_NAME)
    return Fido2Server(ours, attestation="none", verify_origin=lambda origin: origin == _origin(site))


def _origin(site) -> str:
    """As browsers write it, without the port that goes without saying."""
    usual = {"https": 443, "http": 80}[site.scheme]
    port = "" if site.port in (None, usual) else f":{site.port}"
    return f"{site.scheme}://{site.hostname}{port}"


def _credentials(keys):
    from fido2.webauthn import AttestedCredentialData

    return [AttestedCredentialData(bytes(key.credential)) for key in keys]


def _is_usable(credential) -> bool:
    from fido2.cose import CoseKey

    has_algorithm = credential.public_key.ALGORITHM in CoseKey.supported_algorithms()
    return has_algorithm and len(credential.credential_id) <= LONGEST_ID


def _written(credential_id: bytes) -> str:
    from fido2.utils import websafe_encode

    return websafe_encode(credential_id)
