"""People at the desk: each has one role, said in plain words; the groups behind it follow.

Nobody hands out a right that is not their own, nor changes the account or the group of who has such a one.
Nor do they take what they may from themselves, so that somebody who manages accounts is always left.
"""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import ADMINISTRATORS, AUTHORS, EDITORS
from articles.admin.two_editors import KeepsBoth, ShowsTheirs

ROLES = {AUTHORS: _("Author"), EDITORS: _("Editor"), ADMINISTRATORS: _("Administrator")}  # the least first
CHOICES = [
    (AUTHORS, _("Author: writes articles and summaries, and hands them in")),
    (EDITORS, _("Editor: publishes and withdraws too, and keeps topics, sources and the front page")),
    (ADMINISTRATORS, _("Administrator: makes accounts and empties the trash too")),
    ("", _("None: does not enter the desk")),
]
ACTIONS = {  # the first word of a right's codename
    "add": _("Add"),
    "change": _("Change"),
    "delete": _("Delete"),
    "view": _("View"),
    "publish": _("Publish"),
    "destroy": _("Delete for good"),
}
STANDING = ("is_active", "role", "groups")  # what another has to change of one's own account
OF_SUPERUSERS = ("is_superuser", "user_permissions")  # who may give them to themselves may do anything


def role_of(user) -> str:
    """The name of the role's group; of several the one that may most, "" where there is none."""
    names = {group.name for group in user.groups.all()}
    return next((name for name in reversed(ROLES) if name in names), "")


def permission_name(permission: Permission) -> str:
    """What a right allows, in the language of the page: Django stores "Can add article" in English alone."""
    action = permission.codename.partition("_")[0]
    return f"{permission.content_type.name} – {ACTIONS.get(action, permission.name)}"


def lacked_by(member):
    """The rights that a member has not."""
    if member.is_superuser:
        return Permission.objects.none()
    return Permission.objects.exclude(pk__in=rights_of(member))


def rights_of(account):
    """Those of its groups and its own, also while it is not active."""
    return Permission.objects.filter(Q(user=account) | Q(group__user=account))


def may_touch(member, account) -> bool:
    """Whether a member of the staff stands high enough to change an account; None stands for any."""
    if account is None or member.is_superuser:
        return True
    return not account.is_superuser and not rights_of(account).filter(pk__in=lacked_by(member)).exists()


def groups_given_by(member):
    """The groups that hand out nothing but what a member has."""
    return Group.objects.exclude(permissions__in=lacked_by(member))


class HasRole(KeepsBoth):
    """A form with the role in place of its groups; `groups` are those that a portal has added beside them.

    giver: who fills it in.
    """

    giver = None
    role = forms.ChoiceField(label=_("Role"), choices=CHOICES, required=False, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = groups_given_by(self.giver)
        if self.instance.pk and "role" in self.fields:
            self.initial["role"] = role_of(self.instance)
        if "role" in self.fields:
            names = {"", *given.values_list("name", flat=True)}
            self.fields["role"].choices = [choice for choice in CHOICES if choice[0] in names]
        if "groups" in self.fields:
            self.fields["groups"].queryset = given.exclude(name__in=ROLES)

    def give_role(self) -> None:
        """After the groups are saved. Who is given a role enters the desk; without any rights nobody does."""
        user, role = self.instance, self.cleaned_data.get("role")
        if role:
            user.groups.add(Group.objects.get_or_create(name=role)[0])
        if "role" in self.changed_data:
            user.groups.remove(*Group.objects.filter(name__in=ROLES).exclude(name=role))
            user.is_staff = bool(role) or user.is_superuser or user.groups.exists()
            user.save(update_fields=["is_staff"])


class PersonForm(HasRole, UserChangeForm):
    pass


class NewPersonForm(HasRole, AdminUserCreationForm):
    pass


class RoleFilter(admin.SimpleListFilter):
    title = _("Role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return ROLES.items()

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() in ROLES else queryset


class NamesPermissions:
    """For an admin whose form has rights to choose from."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field.queryset.model is Permission:
            field.label_from_instance = permission_name
        return field


class People(NamesPermissions, ShowsTheirs):
    """For Django's admin of accounts."""

    form, add_form = PersonForm, NewPersonForm
    list_display = ["username", "role", "email", "is_active", "last_login"]
    list_filter = [RoleFilter, "is_active"]
    readonly_fields = ["last_login", "date_joined"]  # no screen reader is told the names of a moment's fields
    fieldsets = [
        (None, {"fields": ["seen_version", "username", "password", "role", "is_active"]}),
        (_("Personal info"), {"fields": ["first_name", "last_name", "email"]}),
        (_("Beside the role"), {"fields": ["groups", *OF_SUPERUSERS], "classes": ["collapse"]}),
        (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "role", "usable_password", "password1", "password2"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj == request.user:
            return [*fields, *STANDING, *OF_SUPERUSERS]
        return fields if request.user.is_superuser else [*fields, *OF_SUPERUSERS]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.giver = request.user
        return form

    def has_change_permission(self, request, obj=None):
        """The password's page asks this as well: who sets a superuser's password can become one."""
        return super().has_change_permission(request, obj) and may_touch(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj) and may_touch(request.user, obj)
        return may and obj != request.user

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.give_role()

    @admin.display(description=_("Role"))
    def role(self, user):
        return ROLES.get(role_of(user)) or (_("may do everything") if user.is_superuser else "")


class Groups(NamesPermissions):
    """For Django's admin of groups. A role's keeps its name, by which the role is found."""

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "name"] if obj and obj.name in ROLES else fields

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_given_by(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj) and self._is_given_by(request.user, obj)
        return may and (obj is None or obj.name not in ROLES)

    def _is_given_by(self, member, group):
        return group is None or groups_given_by(member).filter(pk=group.pk).exists()

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "permissions":
            field.queryset = field.queryset.exclude(pk__in=lacked_by(request.user))
        return field


OURS = {get_user_model(): People, Group: Groups}


def in_our_way(model, admin_class):
    """Django's admin of a table; of accounts and groups, which register themselves while it is made, ours."""
    ours = OURS.get(model)
    return type(ours.__name__, (ours, admin_class), {}) if ours else admin_class
