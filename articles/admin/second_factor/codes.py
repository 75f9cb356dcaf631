"""Codes as a second factor: of an app (TOTP, RFC 6238), and of recovery on paper."""

import re
from base64 import b32encode

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
OF_AN_APP = re.compile(r"[0-9]{6}")


def accepting_device(user, code: str):
    """The person's device that takes a code, None where none does. Each failure makes the next wait longer.

    A code is taken once. Recovery codes look different: a wrong one of either kind does not cost the other.
    """
    model = TOTPDevice if OF_AN_APP.fullmatch(code) else StaticDevice
    with transaction.atomic():
        for device in model.objects.filter(user=user, confirmed=True).select_for_update():
            if device.verify_token(code):
                return device
    return None


def begun_device(user) -> TOTPDevice:
    """The app that a person is about to set up; the same one until that is done."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})[0]


def shown_key(device: TOTPDevice) -> str:
    """The secret as it is typed into an app that has no camera, in groups of four."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def confirm(device: TOTPDevice, code: str) -> bool:
    """Whether the app shows the right codes; from now on it is asked for then."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        if device.verify_token(code):
            device.confirmed = True
            device.save()
    return device.confirmed


def new_recovery_codes(user) -> list[str]:
    """Codes that each open once, where the app is lost. Those of before are void."""
    codes = [StaticToken.random_token() for _number in range(RECOVERY_CODES)]
    with transaction.atomic():
        device = StaticDevice.objects.get_or_create(user=user, name="paper")[0]
        device.token_set.all().delete()
        device.token_set.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes
