"""What Django asks before it deletes, in words that an editor knows: things that have a list of their own."""

from django.contrib.admin.utils import get_deleted_objects
from django.utils.safestring import SafeString


def things_of_the_desk(options, objs, request):
    """In place of Django's: without rows that belong to a thing and go with it, such as codes of a person.

    options: the admin of a model. Returns what Django's method of that name does.
    """
    tree, counts, without_leave, protected = get_deleted_objects(objs, request, options.admin_site)
    of_the_desk = {model._meta.verbose_name_plural for model in options.admin_site._registry}
    counted = {name: count for name, count in counts.items() if name in of_the_desk}
    # Were all that forbids it left out, Django would go on and fail.
    return linked(tree), counted, without_leave, linked(protected) or protected


def linked(tree: list) -> list:
    """The entries with a page of their own: these Django writes as links, the others as plain words."""
    kept = [linked(entry) if isinstance(entry, list) else entry for entry in tree]
    return [entry for entry in kept if entry and isinstance(entry, list | SafeString)]
