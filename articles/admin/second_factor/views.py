"""The page at which a person sets up a second factor, has new recovery codes, or takes it away."""

import time

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django_otp import login
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.admin.second_factor import codes, devices, passkeys
from articles.admin.second_factor.forms import CodeForm, NewPasskeyForm, PasskeyForm
from portal.headers import permissions

SHOWN_AT = "second_factor_shown_at"  # in the session
SECONDS = 600  # for which a second factor that was shown is taken for shown
MAKES_PASSKEYS = permissions("publickey-credentials-create")


def has_to_have_one(user) -> bool:
    """Administrators, where a setting asks for it: who changes accounts can become anybody."""
    return settings.REQUIRE_SECOND_FACTOR and user.has_perm("auth.change_user")


def has_to_set_one_up(user) -> bool:
    return has_to_have_one(user) and not devices.has_second_factor(user)


def is_satisfied(user) -> bool:
    """Whether a person who is signed in showed as much as the editors' site asks for."""
    return not has_to_have_one(user) or user.is_verified()


class SecondFactor:
    """For every member of the staff, also for one who gets nowhere else before there is a second factor."""

    def __init__(self, site):
        self.site = site

    def url(self):
        return path("second-factor/", never_cache(csrf_protect(self.view)), name="second_factor")

    def view(self, request):
        user = request.user
        has_one = user.is_authenticated and devices.has_second_factor(user)
        # Who has one shows it first: else a stolen password could set up another.
        if not (user.is_active and user.is_staff) or (has_one and not user.is_verified()):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if has_one and time.time() - request.session.get(SHOWN_AT, 0) > SECONDS:
            return self.show_again(request)
        return self.change(request) if request.method == "POST" else self.overview(request)

    def show_again(self, request):
        """Before anything is changed: else a window that was left open could lock its owner out."""
        by_code = CodeForm(request.POST if "code" in request.POST else None, accepts=self.takes_code(request))
        by_passkey = PasskeyForm(
            request.POST if "passkey" in request.POST else None,
            accepts=lambda told: passkeys.shown(request.session, request.user, told["passkey"]),
        )
        if by_code.is_valid() or by_passkey.is_valid():
            request.session[SHOWN_AT] = time.time()
            return redirect("admin:second_factor")
        has_passkeys = passkeys.of(request.user).exists()
        challenge = passkeys.challenge_to_show(request.session, request.user) if has_passkeys else ""
        return self.page(request, "show_again", form=by_code, passkey_form=by_passkey, challenge=challenge)

    def takes_code(self, request):
        return lambda code: codes.accepting_device(request.user, code) is not None

    def overview(self, request, form=None, passkey_form=None):
        """What there is, and what can be set up beside it."""
        user, own = request.user, devices.own(request.user)
        context = {"own": own, "may_remove": len(own) > 1 or not has_to_have_one(user)}
        if not any(isinstance(device, TOTPDevice) for device in own):
            app = codes.begun_device(user)
            picture = segno.make(app.config_url).svg_data_uri(scale=5, light="white")
            context |= {"form": form or CodeForm(), "picture": picture, "key": codes.shown_key(app)}
        if passkeys.are_possible() and len(own) < passkeys.MOST:
            challenge = passkeys.challenge_to_add(request.session, user)
            context |= {"passkey_form": passkey_form or NewPasskeyForm(), "challenge": challenge}
        return self.page(request, "overview", **context)

    def change(self, request):
        deeds = {
            "app": self.add_app,
            "passkey": self.add_passkey,
            "renew": self.show_recovery_codes,
            "remove": self.remove,
        }
        deed = deeds.get(request.POST.get("deed"))
        return deed(request) if deed else HttpResponseBadRequest()

    def add_app(self, request):
        device = codes.begun_device(request.user)
        form = CodeForm(request.POST, accepts=lambda code: codes.confirm(device, code))
        return self.added(request, device) if form.is_valid() else self.overview(request, form=form)

    def add_passkey(self, request):
        def accepts(told):
            nonlocal device
            device = passkeys.added(request.session, request.user, told["passkey"], told["name"])
            return device

        device, form = None, NewPasskeyForm(request.POST, accepts=accepts)
        return self.added(request, device) if form.is_valid() else self.overview(request, passkey_form=form)

    def added(self, request, device):
        """The session shows it from now on. With the first there are recovery codes."""
        login(request, device)
        request.session[SHOWN_AT] = time.time()
        if len(devices.own(request.user)) == 1:
            return self.show_recovery_codes(request)
        messages.success(request, _("From now on this signs you in too."))
        return redirect("admin:second_factor")

    def show_recovery_codes(self, request):
        """Once: they are nowhere to be read again."""
        if not devices.has_second_factor(request.user):
            return HttpResponseBadRequest()
        return self.page(request, "recovery_codes", codes=codes.new_recovery_codes(request.user))

    def remove(self, request):
        user, own = request.user, devices.own(request.user)
        device = devices.one_of(own, request.POST.get("device", ""))
        if device is None:
            return HttpResponseBadRequest()
        if len(own) == 1 and has_to_have_one(user):
            raise PermissionDenied
        left = devices.remove(user, device)
        if left:
            login(request, left[0])  # what this session has shown may be what is gone
            messages.success(request, _("It does not sign you in any more."))
            return redirect("admin:second_factor")
        messages.success(request, _("From now on your password alone signs you in."))
        return redirect("admin:index")

    def page(self, request, template, **context):
        context = {**self.site.each_context(request), "title": _("Second factor"), **context}
        answer = TemplateResponse(request, f"admin/second_factor/{template}.html", context)
        answer["Permissions-Policy"] = MAKES_PASSKEYS
        return answer
