"""Signing in with a code beside the password, and the code that sets one up."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.second_factor.codes import accepting_device, has_second_factor

WRONG = _("The code is wrong, was used before, or came too soon after a wrong one: wait for the next.")


class CodeField(forms.CharField):
    """Six digits of an app, or a recovery code; typed with spaces or without."""

    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "off", "size": 12})

    def clean(self, value):
        return "".join(super().clean(value).split()).lower()


class SignInForm(AdminAuthenticationForm):
    code = CodeField(required=False, max_length=20, label=_("Code"))

    def confirm_login_allowed(self, user):
        """Called once name and password are right. Whoever has a second factor is asked for it then."""
        super().confirm_login_allowed(user)
        if has_second_factor(user):
            user.otp_device = self._device(user)  # django-otp keeps it with the session

    def _device(self, user):
        code = self.cleaned_data.get("code")
        if not code:
            raise ValidationError(
                _("Type your password again, and the code that your app shows."), code="code"
            )
        device = accepting_device(user, code)
        if device is None:
            raise ValidationError(WRONG, code="code")
        return device


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
