"""The page at which a person sets up a second factor, has new recovery codes, or takes it away."""

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

from articles.admin.second_factor import codes
from articles.admin.second_factor.forms import CodeForm


def has_to_have_one(user) -> bool:
    """Administrators, where a setting asks for it: who changes accounts can become anybody."""
    return settings.REQUIRE_SECOND_FACTOR and user.has_perm("auth.change_user")


def has_to_set_one_up(user) -> bool:
    return has_to_have_one(user) and not codes.has_second_factor(user)


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
        has_one = user.is_authenticated and codes.has_second_factor(user)
        # Who has one shows it first: else a stolen password could set up another.
        if not (user.is_active and user.is_staff) or (has_one and not user.is_verified()):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return self.in_use(request) if has_one else self.set_up(request)

    def set_up(self, request):
        device = codes.begun_device(request.user)
        form = CodeForm(request.POST or None, accepts=lambda code: codes.confirm(device, code))
        if form.is_valid():
            device.refresh_from_db()
            login(request, device)
            return self.show_recovery_codes(request)
        picture = segno.make(device.config_url).svg_data_uri(scale=5, light="white")
        return self.page(request, "set_up", form=form, picture=picture, key=codes.shown_key(device))

    def in_use(self, request):
        def accepts(code):
            return codes.accepting_device(request.user, code) is not None

        form = CodeForm(request.POST or None, accepts=accepts)
        if not form.is_valid():
            return self.page(request, "in_use", form=form, must_stay=has_to_have_one(request.user))
        deed = {"renew": self.show_recovery_codes, "remove": self.remove}.get(request.POST.get("deed"))
        return deed(request) if deed else HttpResponseBadRequest()

    def show_recovery_codes(self, request):
        """Once: they are nowhere to be read again."""
        return self.page(request, "recovery_codes", codes=codes.new_recovery_codes(request.user))

    def remove(self, request):
        if has_to_have_one(request.user):
            raise PermissionDenied
        codes.forget(request.user)
        messages.success(request, _("From now on your password alone signs you in."))
        return redirect("admin:index")

    def page(self, request, template, **context):
        context = {**self.site.each_context(request), "title": _("Second factor"), **context}
        return TemplateResponse(request, f"admin/second_factor/{template}.html", context)
