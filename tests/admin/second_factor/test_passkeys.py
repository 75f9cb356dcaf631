"""Passkeys: added, named, shown at sign-in, taken away. By an answer that is wrong nobody gets in."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.admin.second_factor import passkeys
from articles.admin.second_factor.codes import RECOVERY_CODES
from articles.models import Passkey
from tests.admin.second_factor.authenticator import Authenticator
from tests.admin.second_factor.signing_in import PAGE, PASSWORD, SIGN_IN, code_of, make_app, sign_in

pytestmark = pytest.mark.django_db
FORM = {"username": "editor", "password": PASSWORD, "next": "/en/admin/desk/"}


def challenge_on(answer) -> str:
    """What a page asks the browser to have signed, "" where it asks for nothing."""
    context = answer.context_data
    return context.get("challenge") or getattr(context.get("form"), "challenge", None) or ""


def asked_at_sign_in(browser) -> str:
    return challenge_on(browser.post(SIGN_IN, FORM))


def has_signed_in(browser) -> bool:
    return "_auth_user_id" in browser.session


def show(browser, answer):
    return browser.post(SIGN_IN, {"passkey": answer, "next": "/en/admin/desk/"})


def signs_in(key) -> bool:
    browser = Client()
    return show(browser, key.sign(asked_at_sign_in(browser))).status_code == 302


def add(browser, key, name="blue key", **wrong):
    answer = key.make(challenge_on(browser.get(PAGE)), **wrong)
    return browser.post(PAGE, {"deed": "passkey", "name": name, "passkey": answer})


@pytest.fixture
def key(member):
    """The member's passkey, as the first thing that is set up."""
    browser, key = Client(), Authenticator()
    browser.force_login(member)
    add(browser, key)
    return key


def test_one_is_added_by_what_the_browser_answers(browser, member):
    browser.force_login(member)
    answer = add(browser, Authenticator())
    assert answer.content.decode().count('<code lang="zxx">') == RECOVERY_CODES
    assert Passkey.objects.get().name == "blue key"
    assert browser.get("/en/admin/").status_code == 200


def test_it_signs_in_after_the_password_and_goes_on_to_where_one_was_going(browser, key):
    answer = show(browser, key.sign(asked_at_sign_in(browser)))
    assert (answer.status_code, answer["Location"]) == (302, "/en/admin/desk/")
    assert Passkey.objects.get().last_used_at
    assert browser.get("/en/admin/desk/").status_code == 200


def test_it_leads_to_no_other_site(browser, key):
    answer = key.sign(asked_at_sign_in(browser))
    sent = browser.post(SIGN_IN, {"passkey": answer, "next": "https://evil.example/"})
    assert sent["Location"] == "/en/admin/"


def test_the_password_alone_does_not_sign_in(browser, key):
    assert "Now use your passkey" in browser.post(SIGN_IN, FORM).content.decode()
    assert not has_signed_in(browser)


@pytest.mark.parametrize("sent", [{}, {"password": "wrong"}, {"username": "nobody"}])
def test_who_has_which_passkeys_is_told_after_the_right_password_alone(browser, key, sent):
    answer = browser.post(SIGN_IN, {**FORM, **sent})
    assert bool(challenge_on(answer)) == (not sent)


def test_a_passkey_without_the_password_does_not_sign_in(browser, key):
    stolen = asked_at_sign_in(Client())
    assert show(browser, key.sign(stolen)).status_code == 200
    assert not has_signed_in(browser)


WRONG = [
    {"origin": "https://evil.example"},
    {"origin": "http://shuttle.example"},
    {"origin": "https://shuttle.example:8443"},
    {"origin": "https://shuttle.example.evil.example"},
    {"origin": "https://desk.shuttle.example"},
    {"party": "evil.example"},
    {"verified": False},
    {"present": False},
]


@pytest.mark.parametrize("wrong", [*WRONG, {"told_kind": "webauthn.create"}])
def test_what_is_signed_for_others_or_unseen_is_refused(browser, member, key, wrong):
    show(browser, key.sign(asked_at_sign_in(browser), **wrong))
    assert not has_signed_in(browser)


@pytest.mark.parametrize("wrong", [*WRONG, {"told_kind": "webauthn.get"}])
def test_no_passkey_is_made_of_what_is_signed_for_others_or_unseen(browser, member, wrong):
    browser.force_login(member)
    add(browser, Authenticator(), **wrong)
    assert not Passkey.objects.exists()


def test_another_key_with_the_same_name_is_refused(browser, key):
    show(browser, Authenticator(key.credential_id).sign(asked_at_sign_in(browser)))
    assert not has_signed_in(browser)


def test_the_passkey_of_another_person_is_refused(browser, key):
    stranger, theirs = Client(), Authenticator(b"theirs")
    stranger.force_login(User.objects.create_superuser("stranger"))
    add(stranger, theirs)
    show(browser, theirs.sign(asked_at_sign_in(browser)))
    assert not has_signed_in(browser)


def test_an_answer_signs_in_once(browser, key):
    answer = key.sign(asked_at_sign_in(browser))
    assert show(browser, answer).status_code == 302
    browser.post("/en/admin/logout/")
    show(browser, answer)
    assert not has_signed_in(browser)


def test_a_challenge_is_answered_once_though_wrongly(browser, key):
    challenge = asked_at_sign_in(browser)
    show(browser, key.sign(challenge, verified=False))
    show(browser, key.sign(challenge))
    assert not has_signed_in(browser)


def test_of_two_answers_in_one_moment_one_is_taken(member, key):
    browser = Client()
    answer = Authenticator.sign(key, asked_at_sign_in(browser))
    first, second = browser.session, browser.session
    assert first[passkeys.KEPT] == second[passkeys.KEPT]  # both have been read before either was answered
    Passkey.objects.update(times_signed=0)
    assert passkeys.signed_in(first, answer)
    Passkey.objects.update(times_signed=0)
    assert passkeys.signed_in(second, answer) is None


def test_a_challenge_waits_five_minutes(browser, key):
    challenge = asked_at_sign_in(browser)
    session = browser.session
    session[passkeys.KEPT] = {**session[passkeys.KEPT], "at": session[passkeys.KEPT]["at"] - 301}
    session.save()
    show(browser, key.sign(challenge))
    assert not has_signed_in(browser)


def test_a_challenge_is_answered_by_whom_it_was_made_for(browser, member, key):
    show(browser, key.sign(asked_at_sign_in(browser)))
    challenge, session = challenge_on(browser.get(PAGE)), browser.session
    session[passkeys.KEPT] = {**session[passkeys.KEPT], "user": member.pk + 1}
    session.save()
    assert not passkeys.shown(session, member, key.sign(challenge))


def test_a_password_that_was_changed_meanwhile_has_to_be_typed_again(browser, member, key):
    challenge = asked_at_sign_in(browser)
    member.set_password("another, as long")
    member.save()
    show(browser, key.sign(challenge))
    assert not has_signed_in(browser)


@pytest.mark.parametrize("lost", ["is_active", "is_staff"])
def test_an_account_that_was_closed_meanwhile_stays_closed(browser, key, lost):
    challenge = asked_at_sign_in(browser)
    User.objects.update(**{lost: False})
    show(browser, key.sign(challenge))
    assert not has_signed_in(browser)


def test_a_key_whose_count_does_not_rise_is_taken_for_a_copy(browser, key):
    challenge = asked_at_sign_in(browser)
    key.signed = 0
    show(browser, key.sign(challenge))
    assert not has_signed_in(browser)


def test_keys_that_do_not_count_sign_in_again_and_again(member):
    browser, synced = Client(), Authenticator(counts=False)
    browser.force_login(member)
    add(browser, synced)
    for _time in range(2):
        assert signs_in(synced)


ODD = ["x", "{}", "[]", "null", "1", '"', "[" * 9000, '{"rawId": 1}', "\0", '{"id": "a", "rawId": "b"}']


@pytest.mark.parametrize("answer", ODD)
def test_what_is_no_answer_at_all_is_refused(browser, key, answer):
    asked_at_sign_in(browser)
    assert show(browser, answer).status_code == 200
    assert not has_signed_in(browser)


@pytest.mark.parametrize("answer", ODD)
def test_no_passkey_is_made_of_what_is_no_answer_at_all(browser, member, answer):
    browser.force_login(member)
    browser.get(PAGE)
    assert browser.post(PAGE, {"deed": "passkey", "name": "odd", "passkey": answer}).status_code == 200
    assert not Passkey.objects.exists()


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature"])
@pytest.mark.parametrize("value", ["", "AAAA", "e30", "W10", "bnVsbA", None, 1, [], {}])
def test_an_answer_with_an_odd_part_is_refused(browser, key, part, value):
    answer = json.loads(key.sign(asked_at_sign_in(browser)))
    answer["response"][part] = value
    assert show(browser, json.dumps(answer)).status_code == 200
    assert not has_signed_in(browser)


def test_a_key_is_added_once(browser, member, key):
    stranger = Client()
    stranger.force_login(User.objects.create_superuser("stranger"))
    assert "The passkey was not accepted" in add(stranger, key).content.decode()
    assert Passkey.objects.get().user == member


def test_a_person_has_so_many_at_most(browser, member, key, monkeypatch):
    page = shown_again(browser, key)
    challenge = challenge_on(page.get(PAGE))
    monkeypatch.setattr(passkeys, "MOST", 1)
    assert not passkeys.added(page.session, member, Authenticator(b"other").make(challenge), "one too many")
    assert not challenge_on(page.get(PAGE))


@pytest.mark.parametrize("name", ["", "x" * 65])
def test_a_passkey_has_a_name(browser, member, name):
    browser.force_login(member)
    add(browser, Authenticator(), name=name)
    assert not Passkey.objects.exists()


def shown_again(browser, key):
    """The browser, at the page where things are changed."""
    show(browser, key.sign(asked_at_sign_in(browser)))
    browser.post(PAGE, {"passkey": key.sign(challenge_on(browser.get(PAGE)))})
    return browser


def test_a_second_one_is_added_once_the_first_was_shown_again(browser, key):
    show(browser, key.sign(asked_at_sign_in(browser)))
    other = Authenticator(b"other")
    add(browser, other, name="too early")
    add(shown_again(browser, key), other, name="red key")
    assert [each.name for each in Passkey.objects.all()] == ["blue key", "red key"]
    assert signs_in(other)


def test_an_app_and_a_passkey_stand_beside_each_other(browser, member, key):
    page = shown_again(browser, key)
    page.get(PAGE)
    app = TOTPDevice.objects.get()
    page.post(PAGE, {"deed": "app", "code": code_of(app, steps=-1)})
    assert sign_in(Client(), code_of(app))
    assert signs_in(key)


def gone(device):
    return {"deed": "remove", "device": device.persistent_id}


def test_it_is_taken_away_and_the_others_stay(browser, member, key):
    app = make_app(member)
    page = shown_again(browser, key)
    page.post(PAGE, gone(Passkey.objects.get()))
    assert not Passkey.objects.exists()
    assert page.get("/en/admin/second-factor/").status_code == 200  # by the app from now on
    assert not asked_at_sign_in(Client())
    assert sign_in(Client(), code_of(app))


def test_with_the_last_the_recovery_codes_go_too(browser, member, key):
    shown_again(browser, key).post(PAGE, gone(Passkey.objects.get()))
    assert sign_in(Client())


def test_an_administrator_cannot_take_the_last_away(browser, settings, member, key):
    settings.REQUIRE_SECOND_FACTOR = True
    answer = shown_again(browser, key).post(PAGE, gone(Passkey.objects.get()))
    assert answer.status_code == 403
    assert Passkey.objects.exists()


def test_a_recovery_code_signs_in_where_the_passkey_is_lost(browser, member):
    browser.force_login(member)
    codes = add(browser, Authenticator()).context_data["codes"]
    assert sign_in(Client(), codes[0])


def test_the_command_takes_passkeys_away_too(member, key):
    call_command("forget_second_factor", "editor")
    assert not Passkey.objects.exists()
    assert sign_in(Client())


@pytest.mark.parametrize(
    ("site", "possible"),
    [
        ("https://desk.example", True),
        ("http://localhost:8000", True),
        ("http://desk.example", False),
        ("http://127.0.0.1:8000", False),
        ("https://192.0.2.1", False),
        ("https://[2001:db8::1]", False),
    ],
)
def test_they_are_offered_where_browsers_make_them(browser, settings, member, site, possible):
    settings.SITE_URL = site
    browser.force_login(member)
    assert bool(challenge_on(browser.get(PAGE))) == possible


def test_the_page_alone_may_ask_the_browser_to_make_one(browser, member):
    browser.force_login(member)
    assert "publickey-credentials-create=(self)" in browser.get(PAGE)["Permissions-Policy"]
    assert "publickey-credentials-create=()" in browser.get("/en/admin/")["Permissions-Policy"]


def test_whoever_sends_an_answer_from_another_site_is_refused(key):
    strict = Client(enforce_csrf_checks=True)
    assert show(strict, "{}").status_code == 403


def test_the_session_has_a_new_key_once_it_is_signed_in(browser, key):
    challenge = asked_at_sign_in(browser)
    before = browser.session.session_key
    show(browser, key.sign(challenge))
    assert has_signed_in(browser)
    assert browser.session.session_key != before
