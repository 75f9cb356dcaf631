"""Passkeys of the staff (WebAuthn): public keys, whose private halves never leave the devices of a person."""

from django.db import models
from django_otp.models import Device, TimestampMixin


class Passkey(TimestampMixin, Device):
    """credential: the authenticator's kind, the key's id and the public key, as WebAuthn writes them in one.

    times_signed: what the key said it had signed when it was used last; 0 for those that do not count.
    """

    credential_id = models.CharField(max_length=1364, unique=True, editable=False)  # base64url of 1,023 bytes
    credential = models.BinaryField(editable=False)
    times_signed = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["created_at", "pk"]
