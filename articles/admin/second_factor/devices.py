"""What a person shows beside the password: an app, passkeys, and recovery codes where these are lost."""

from django.db import transaction
from django_otp import devices_for_user, user_has_device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.models import Passkey

KINDS = (TOTPDevice, Passkey, StaticDevice)


def has_second_factor(user) -> bool:
    return user_has_device(user)


def own(user) -> list:
    """Apps and passkeys. Recovery codes are there for them, never alone."""
    return [device for device in devices_for_user(user) if not isinstance(device, StaticDevice)]


def one_of(own: list, persistent_id: str):
    """The device of that name in django-otp, None where it is not among these."""
    return next((device for device in own if device.persistent_id == persistent_id), None)


def remove(user, device) -> list:
    """Take one away, and with the last the recovery codes too; those that are left."""
    with transaction.atomic():
        device.delete()
        left = own(user)
        if not left:
            forget(user)
    return left


def forget(user) -> int:
    """Take away everything that a person has set up; how many devices."""
    return sum(model.objects.filter(user=user).delete()[0] for model in KINDS)
