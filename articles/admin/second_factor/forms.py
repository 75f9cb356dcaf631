"""Signing in with a second factor beside the password, and the answers that set one up."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.second_factor import passkeys
from articles.admin.second_factor.codes import accepting_device
from articles.admin.second_factor.devices import has_second_factor

WRONG = _("The code is wrong, was used before, or came too soon after a wrong one: wait for the next.")
NOT_SHOWN = _("The passkey was not accepted. Please try again.")
LONGEST_ANSWER = 16 * 1024  # characters; with a certificate they have some three thousand


class CodeField(forms.CharField):
    """Six digits of an app, or a recovery code; typed with spaces or without."""

    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "off", "size": 12})

    def clean(self, value):
        return "".join(super().clean(value).split()).lower()


class AnswerField(forms.CharField):
    """What the browser says in a passkey's name, as JSON."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST_ANSWER, **kwargs)


class SignInForm(AdminAuthenticationForm):
    """Name and password, a code beside them where there is one; or the answer of a passkey, after them.

    challenge: what a passkey is to sign now, where it is a passkey's turn.
    """

    code = CodeField(required=False, max_length=20, label=_("Code"))
    passkey = AnswerField(required=False)
    challenge = None

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        if self.data.get("passkey"):
            self.fields["username"].required = self.fields["password"].required = False

    def clean(self):
        answer = self.cleaned_data.get("passkey")
        if not answer:
            return super().clean()
        self.user_cache = passkeys.signed_in(self.request.session, answer)
        if self.user_cache is None:
            raise ValidationError(_("The passkey was not accepted. Please type your password again."))
        super().confirm_login_allowed(self.user_cache)
        return self.cleaned_data

    def confirm_login_allowed(self, user):
        """Called once name and password are right. Whoever has a second factor is asked for it then."""
        super().confirm_login_allowed(user)
        if has_second_factor(user):
            user.otp_device = self._device(user)  # django-otp keeps it with the session

    def _device(self, user):
        code = self.cleaned_data.get("code")
        if not code:
            raise self._asking(user)
        device = accepting_device(user, code)
        if device is None:
            raise ValidationError(WRONG, code="code")
        return device

    def _asking(self, user) -> ValidationError:
        if not passkeys.of(user).exists():
            return ValidationError(
                _("Type your password again, and the code that your app shows."), code="code"
            )
        self.challenge = passkeys.challenge_to_sign_in(self.request.session, user)
        return ValidationError(
            _("Now use your passkey, or type your password again with a code."), code="code"
        )


class CodeForm(forms.Form):
    """accepts: says whether a code is right."""

    code = CodeField(max_length=20, label=_("Code"))

    def __init__(self, *args, accepts=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.accepts = accepts

    def clean_code(self):
        if not self.accepts(self.cleaned_data["code"]):
            raise ValidationError(WRONG)
        return self.cleaned_data["code"]


class PasskeyForm(forms.Form):
    """accepts: says whether an answer is right. It is left to the last: an answer is good for once."""

    passkey = AnswerField()

    def __init__(self, *args, accepts=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.accepts = accepts

    def clean(self):
        if not self.errors and not self.accepts(self.cleaned_data):
            raise ValidationError(NOT_SHOWN)
        return self.cleaned_data


class NewPasskeyForm(PasskeyForm):
    name = forms.CharField(max_length=64, label=_("Name of the passkey"))
