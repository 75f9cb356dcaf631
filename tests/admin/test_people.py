"""Accounts: one role for each person, in list and form; a portal's own groups stay beside it."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q

from articles.management.roles import ADMINISTRATORS, AUTHORS, EDITORS, make_roles
from tests.admin.builders import form_data

pytestmark = pytest.mark.django_db
LIST = "/en/admin/auth/user/"


def make_member(role=None, name="mei", **fields):
    make_roles()
    member = User.objects.create_user(name, is_staff=bool(role), **fields)
    if role:
        member.groups.add(Group.objects.get(name=role))
    return member


def form_of(member):
    return f"{LIST}{member.pk}/change/"


def save(client, member, **typed):
    data = form_data(client, form_of(member), **typed)
    several = {name: typed.get(name, []) for name in ("groups", "user_permissions")}
    return client.post(form_of(member), data | several)


def groups_of(member):
    return set(member.groups.values_list("name", flat=True))


def test_another_role_takes_the_place_of_the_one_before(desk):
    member = make_member(AUTHORS)
    assert save(desk, member, role=EDITORS).status_code == 302
    assert groups_of(member) == {EDITORS}


def test_a_form_that_leaves_the_role_alone_keeps_it(desk):
    member = make_member(ADMINISTRATORS)
    save(desk, member, first_name="Mei")
    assert groups_of(member) == {ADMINISTRATORS}


def test_who_is_given_a_role_may_enter_and_who_loses_it_may_not(desk):
    member = make_member()
    save(desk, member, role=AUTHORS)
    assert User.objects.get(pk=member.pk).is_staff
    save(desk, member, role="")
    assert not User.objects.get(pk=member.pk).is_staff
    assert groups_of(member) == set()


def test_groups_of_a_portals_own_stay_beside_the_role(desk):
    member, guests = make_member(AUTHORS), Group.objects.create(name="Guests")
    member.groups.add(guests)
    save(desk, member, role=EDITORS, groups=[guests.pk])
    assert groups_of(member) == {EDITORS, "Guests"}


def test_a_new_account_is_made_with_its_role(desk):
    make_roles()
    typed = {"username": "lin", "role": EDITORS, "password1": "ferry-quay-7", "password2": "ferry-quay-7"}
    assert desk.post(f"{LIST}add/", form_data(desk, f"{LIST}add/", **typed)).status_code == 302
    member = User.objects.get(username="lin")
    assert (groups_of(member), member.is_staff) == ({EDITORS}, True)


def test_the_form_says_in_plain_words_what_each_may(desk):
    page = desk.get(form_of(make_member())).content.decode()
    assert "Author: writes articles and summaries, and hands them in" in page
    assert "None: does not enter the desk" in page


def test_the_list_tells_roles_and_is_narrowed_by_one(desk):
    make_member(AUTHORS, "mei"), make_member(EDITORS, "lin")
    page = desk.get(LIST, {"role": EDITORS}).content.decode()
    assert 'class="field-role">Editor<' in page
    assert "mei" not in page


def test_the_list_costs_the_same_however_many_people_there_are(desk, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(12) as queries:
            desk.get(LIST)
        return len(queries)

    make_member(AUTHORS, "first")
    first = cost()
    for number in range(10):
        make_member(EDITORS, f"editor-{number}")
    assert cost() == first


def test_an_administrator_gives_nobody_the_rights_of_a_superuser(works_as):
    chief, member = works_as(ADMINISTRATORS), make_member(AUTHORS)
    save(chief, member, role=EDITORS, is_superuser="on")
    assert (groups_of(member), User.objects.get(pk=member.pk).is_superuser) == ({EDITORS}, False)


def test_an_administrator_reads_a_superusers_account_and_changes_nothing_of_it(works_as):
    chief, owner = works_as(ADMINISTRATORS), User.objects.create_superuser("owner", password="ferry-quay-7")
    assert chief.get(form_of(owner)).status_code == 200
    assert chief.post(form_of(owner), {"username": "mine", "is_active": ""}).status_code == 403
    new = {"password1": "lantern-bay-9", "password2": "lantern-bay-9", "usable_password": "true"}
    assert chief.post(f"{LIST}{owner.pk}/password/", new).status_code == 403
    kept = User.objects.get(pk=owner.pk)
    assert (kept.username, kept.is_active, kept.password) == ("owner", True, owner.password)


def test_an_administrator_deletes_no_superuser_alone_or_among_others(works_as):
    chief, owner, member = works_as(ADMINISTRATORS), User.objects.create_superuser("owner"), make_member()
    assert chief.post(f"{LIST}{owner.pk}/delete/", {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [owner.pk, member.pk], "post": "yes"}
    chief.post(LIST, chosen)
    assert {owner, member} <= set(User.objects.all())


def test_nobody_takes_their_own_standing(works_as):
    chief = works_as(ADMINISTRATORS)
    me = User.objects.get(username=ADMINISTRATORS)
    sent = {"username": "chief", "is_active": "", "role": AUTHORS, "groups": []}
    assert chief.post(form_of(me), form_data(chief, form_of(me)) | sent).status_code == 302
    me = User.objects.get(pk=me.pk)
    assert (me.username, me.is_active, me.is_staff, groups_of(me)) == ("chief", True, True, {ADMINISTRATORS})


def test_nobody_deletes_their_own_account_alone_or_among_others(desk):
    member, me = make_member(), User.objects.get(is_superuser=True)
    assert desk.post(f"{LIST}{me.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [me.pk, member.pk], "post": "yes"})
    assert {me, member} <= set(User.objects.all())


def test_the_group_of_a_role_keeps_its_name_and_stays(desk):
    make_roles()
    group = Group.objects.get(name=AUTHORS)
    page = f"/en/admin/auth/group/{group.pk}/"
    desk.post(f"{page}change/", form_data(desk, f"{page}change/") | {"name": "Writers"})
    assert desk.post(f"{page}delete/", {"post": "yes"}).status_code == 403
    assert Group.objects.get(pk=group.pk).name == AUTHORS


def test_a_superuser_sets_the_password_of_another(desk):
    owner = User.objects.create_superuser("owner")
    new = {"password1": "lantern-bay-9", "password2": "lantern-bay-9", "usable_password": "true"}
    assert desk.post(f"{LIST}{owner.pk}/password/", new).status_code == 302
    assert User.objects.get(pk=owner.pk).check_password("lantern-bay-9")


@pytest.fixture
def clerk(client):
    """A browser of an author who may change accounts and groups too."""
    member = make_member(AUTHORS, "clerk")
    keeping = Q(codename__endswith="_user") | Q(codename__endswith="_group")
    member.user_permissions.set(Permission.objects.filter(keeping))
    client.force_login(member)
    return client


def permissions(*names):
    return list(Permission.objects.filter(codename__in=names).values_list("pk", flat=True))


def test_nobody_gives_a_role_above_their_own(clerk):
    myself, member = User.objects.get(username="clerk"), make_member()
    assert save(clerk, member, role=ADMINISTRATORS).status_code == 200
    save(clerk, myself, role=ADMINISTRATORS)
    assert ADMINISTRATORS not in groups_of(member) | groups_of(myself)
    assert save(clerk, member, role=AUTHORS).status_code == 302
    assert groups_of(member) == {AUTHORS}


def test_nobody_makes_an_account_with_a_role_above_their_own(clerk):
    typed = {"username": "lin", "role": EDITORS, "password1": "ferry-quay-7", "password2": "ferry-quay-7"}
    clerk.post(f"{LIST}add/", form_data(clerk, f"{LIST}add/", **typed))
    assert not User.objects.filter(username="lin").exists()


def test_nobody_gives_a_group_that_may_more_than_they(clerk):
    member, keepers = make_member(AUTHORS), Group.objects.create(name="Keepers")
    keepers.permissions.set(permissions("destroy_article"))
    save(clerk, member, groups=[keepers.pk])
    assert groups_of(member) == {AUTHORS}


@pytest.mark.parametrize("is_active", [True, False])
def test_nobody_takes_the_account_of_who_may_more(clerk, is_active):
    editor = make_member(EDITORS, is_active=is_active, email="mei@fjord.example")
    new = {"password1": "lantern-bay-9", "password2": "lantern-bay-9", "usable_password": "true"}
    assert clerk.post(f"{LIST}{editor.pk}/password/", new).status_code == 403
    assert clerk.post(form_of(editor), {"username": "mei", "email": "clerk@fjord.example"}).status_code == 403
    assert clerk.post(f"{LIST}{editor.pk}/delete/", {"post": "yes"}).status_code == 403


def test_nobody_gives_their_own_group_a_right_that_they_lack(clerk):
    mine = Group.objects.create(name="Clerks")
    User.objects.get(username="clerk").groups.add(mine)
    address = f"/en/admin/auth/group/{mine.pk}/change/"
    for name, status in (("destroy_article", 200), ("view_article", 302)):
        answer = clerk.post(address, {"name": "Clerks", "permissions": permissions(name)})
        assert answer.status_code == status
    assert list(mine.permissions.values_list("codename", flat=True)) == ["view_article"]


def test_nobody_changes_a_group_that_may_more_than_they(clerk):
    editors = Group.objects.get(name=EDITORS)
    for deed, typed in (("change", {"name": "Others"}), ("delete", {"post": "yes"})):
        assert clerk.post(f"/en/admin/auth/group/{editors.pk}/{deed}/", typed).status_code == 403


@pytest.mark.parametrize("table", ["user", "group"])
def test_rights_are_named_in_the_language_of_the_desk(desk, table):
    member = make_member(EDITORS)
    pk = member.pk if table == "user" else member.groups.get().pk
    form = desk.get(f"/admin/auth/{table}/{pk}/change/").content.decode()
    assert "文章 – 發布" in form
    assert "Can " not in form
