"""Who may do what: authors write, editors publish, administrators run the house.

Roles are Django's groups, so that a portal can add its own beside them. A member also needs `is_staff` to
enter the desk.
"""

from django.contrib.auth.models import Group, Permission

from articles.admin.permissions import ADMINISTRATORS, AUTHORS, EDITORS

EVERY = ("view", "add", "change", "delete")
# What each role may do beside what the one before it may: table, then actions.
AUTHORS_MAY = {
    "article": ("view", "add", "change"),
    "provenance": ("view", "add", "change"),
    "summary": ("view", "add", "change"),
    "source": ("view",),
    "tag": ("view",),
    "tagsuggestion": ("view",),
}
EDITORS_MAY = {
    "article": ("publish", "delete"),
    "provenance": ("delete",),
    "summary": ("publish", "delete"),
    "source": EVERY,
    "tag": EVERY,
    "label": EVERY,
    "tagmerge": EVERY,
    "tagdistinction": EVERY,
    "tagsuggestion": EVERY,
    "placement": EVERY,
    "freepage": EVERY,
    "subscription": EVERY,
}
ADMINISTRATORS_MAY = {
    "article": ("destroy",),
    "dismissal": ("view", "delete"),
    "correction": ("view",),
    "user": EVERY,
    "group": EVERY,
}
ROLES = {
    AUTHORS: [AUTHORS_MAY],
    EDITORS: [AUTHORS_MAY, EDITORS_MAY],
    ADMINISTRATORS: [AUTHORS_MAY, EDITORS_MAY, ADMINISTRATORS_MAY],
}
OUR_APPS = ("articles", "auth")


def make_roles() -> None:
    """Make the three groups with their permissions; what a portal has added to them stays."""
    known = {each.codename: each for each in Permission.objects.filter(content_type__app_label__in=OUR_APPS)}
    for name, tables in ROLES.items():
        group = Group.objects.get_or_create(name=name)[0]
        group.permissions.add(*(known[code] for table in tables for code in _codes(table)))


def _codes(table):
    return [f"{action}_{model}" for model, actions in table.items() for action in actions]
