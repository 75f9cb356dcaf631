"""The portal's settings with files of the tests' own: nothing is written into the project."""

import os
import tempfile

os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="shuttle-tests-")
os.environ["SITE_URL"] = "https://shuttle.example"

from portal.settings import *  # noqa: F403
from portal.settings import DATABASES, VAR

# Style sheets as they lie in the project, uncollected.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the test server speaks http
SECURE_PROXY_SSL_HEADER = None
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sessionid", "csrftoken"  # browsers keep __Host- over https alone
KNOWN_COOKIE_NAME = "editor"
SECURE_SSL_REDIRECT = False
READ_QUEUE = False  # tests read it themselves
REQUIRE_SECOND_FACTOR = False  # asked of nobody but where a test does
SECURE_HSTS_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nobody's password is kept

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because threads share an in-memory database by rules of its own.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
    # What a test saves need not outlast a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
