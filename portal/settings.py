"""All settings, from the environment. A fresh checkout needs none of them set."""

import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import quote, urlsplit
from zoneinfo import available_timezones

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# Everything written at run time lives here: database, pictures, collected static files, the secret key.
VAR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
VAR.mkdir(parents=True, exist_ok=True)


def kept_secret(path: Path) -> str:
    """A secret made on first use and kept, so that sessions outlive a restart."""
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent) as whole:  # its mode is 0600
            whole.write(secrets.token_urlsafe(50))
            whole.flush()
            with suppress(FileExistsError):  # another process has made one in the same moment
                path.hardlink_to(whole.name)
    return path.read_text().strip()


SECRET_KEY = env.str("SECRET_KEY", "") or kept_secret(VAR / "secret-key")
DEBUG = env.bool("DEBUG", False)
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.str('PORT', '8000')}").rstrip("/")
SITE_NAME = env.str("SITE_NAME", "穿梭閱讀 Shuttle")
# Its own name, and the machine's own ones, by which it is asked whether it lives.
OWN_HOSTS = sorted({urlsplit(SITE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", []) or OWN_HOSTS
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "portal.trouble.csrf_failed"
# Proxies of our own in front, whose X-Forwarded-For says who asks. With https there is one: TLS ends there.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", int(SITE_URL.startswith("https://")))
# Who is told of a hole, in /.well-known/security.txt; by convention (RFC 2142) this mailbox.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "") or f"mailto:security@{urlsplit(SITE_URL).hostname}"
# Where readers write to the editors, shown beside the pages that these write: mailto:… or an address.
EDITORS_CONTACT = env.str("EDITORS_CONTACT", "")

INSTALLED_APPS = [
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "taggit",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "articles",
]

MIDDLEWARE = [
    "portal.observability.middleware.Seen",
    "django.middleware.security.SecurityMiddleware",
    "portal.headers.FewerPowers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.headers.TrustedTypes",
    "portal.replica.ReadersReadTheReplica",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.signed_out.WordsOfSignedOut",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "portal.clock.DeskClock",
    "articles.pages.scripts.ReadersScript",
    "articles.pages.instant.InstantPages",
    "articles.pages.kept.scopes.KeptPages",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATE_LOADERS = ["portal.templates.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.pages.context_processors.site",
            ],
        },
    },
]

WRITERS_WAIT = 8  # seconds for one another, on either database; within ten there is an answer
SQLITE_OPTIONS = {
    # A transaction takes its write lock at once: a deferred one fails with "database is locked" when it
    # wants to write after another has (18 of 100 in a test of two writers; none so).
    "transaction_mode": "IMMEDIATE",
    "timeout": WRITERS_WAIT,
    # FULL: what was saved outlasts a power cut; NORMAL keeps the file whole, and may lose the last saves.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA cache_size=-16000; PRAGMA foreign_keys=ON;",
}
POSTGRES_OPTIONS = {"connect_timeout": 5}  # seconds for an absent server


def database(url: str) -> dict:
    told = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    options = SQLITE_OPTIONS if told["ENGINE"].endswith("sqlite3") else POSTGRES_OPTIONS
    return {**told, "OPTIONS": {**told.get("OPTIONS", {}), **options}}


DATABASES = {
    "default": database(env.str("DATABASE_URL", "") or f"sqlite:///{quote(str(VAR / 'shuttle.sqlite3'))}")
}
# A streaming copy of a PostgreSQL, which readers' pages are made from; see portal.replica.
if REPLICA_URL := env.str("REPLICA_URL", ""):
    DATABASES["replica"] = database(REPLICA_URL)
    DATABASE_ROUTERS = ["portal.replica.Router"]

REDIS_PATIENCE = 0.5  # seconds that a page or a save waits for a courtesy
if REDIS_URL := env.str("REDIS_URL", ""):
    CACHES = {
        "default": {
            "BACKEND": "portal.cache.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {
                "serializer": "portal.cache.JsonSerializer",
                "socket_connect_timeout": REDIS_PATIENCE,
                "socket_timeout": REDIS_PATIENCE,
            },
        }
    }

# Pages that everybody gets alike are kept in memory, in front of Django; see portal.page_cache.
PAGE_CACHE = env.bool("PAGE_CACHE", not DEBUG)

# Where articles are searched: dotted path of a backend, "" for the one that suits the database.
SEARCH_BACKEND = env.str("SEARCH_BACKEND", "")
# For articles.discovery.search.typesense.TypesenseBackend: its nodes, and a key that may write.
TYPESENSE_NODES = env.list("TYPESENSE_NODES", ["http://127.0.0.1:8108"])
TYPESENSE_API_KEY = env.str("TYPESENSE_API_KEY", "")

# Who drafts summaries for the editors: dotted path of a class. articles.summaries.drafting.none.NoDrafter
# drafts none, …drafting.openai.OpenAIDrafter asks the service that the SUMMARY_API settings name.
SUMMARY_BACKEND = env.str("SUMMARY_BACKEND", "articles.summaries.drafting.extractive.ExtractiveDrafter")
SUMMARY_API_URL = env.str("SUMMARY_API_URL", "")  # up to /v1
SUMMARY_API_MODEL = env.str("SUMMARY_API_MODEL", "")
SUMMARY_API_KEY = env.str("SUMMARY_API_KEY", "")
SUMMARY_TIMEOUT = env.float("SUMMARY_TIMEOUT", 30)  # seconds for one draft, everything included
SUMMARY_DAILY_DRAFTS = env.int("SUMMARY_DAILY_DRAFTS", 500)  # drafts made a day (UTC), whoever asks

# Below this directory lie the folders that may be subscribed to; none: no folder may.
SUBSCRIPTION_DIR = env.str("SUBSCRIPTION_DIR", "")
# What readers are shown of a source that comes in without anybody being asked; README says what each means.
NEW_SOURCE_RIGHTS = env.str(
    "NEW_SOURCE_RIGHTS", "whole", validate=validate.OneOf(["own", "whole", "excerpt", "link"])
)

# Whether the server itself reads what editors hand in and subscribe to, as `manage.py tick` does.
READ_QUEUE = env.bool("READ_QUEUE", True)

LOGIN_REDIRECT_URL = "admin:index"  # for who was sent to sign in with another site's address
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_FAILURE_LIMIT = 8  # wrong passwords for one name from one address, or from one address for any names
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_ENABLE_ADMIN = False

# How often one client may search and try to sign in, per process; 0: as often as it likes.
SEARCHES_PER_MINUTE = env.int("SEARCHES_PER_MINUTE", 120)
SIGN_INS_PER_MINUTE = env.int("SIGN_INS_PER_MINUTE", 20)

# Whether administrators have to have a second factor, as where the portal is public; over http it would be
# read on its way.
REQUIRE_SECOND_FACTOR = SITE_URL.startswith("https://") and env.bool("REQUIRE_SECOND_FACTOR", True)
OTP_TOTP_ISSUER = SITE_NAME

# Traditional Chinese has no prefix, /zh-hans/ and /en/ are the same pages in the other two.
LANGUAGE_CODE = "zh-hant"
LANGUAGES = [
    ("zh-hant", _("Traditional Chinese")),
    ("zh-hans", _("Simplified Chinese")),
    ("en", _("English")),
]
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "portal.formats"
TIME_ZONE = "UTC"
USE_TZ = True
# By whose clock the desk works: every time at /admin/ is shown and read so.
DESK_TIME_ZONE = env.str("DESK_TIME_ZONE", "Asia/Taipei", validate=validate.OneOf(available_timezones()))

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.static.JoinedStaticFilesStorage"},
}

TAGGIT_TAGS_FROM_STRING = "articles.models.topics.tag.split_tags"
TAGGIT_STRING_FROM_TAGS = "articles.models.topics.tag.join_tags"

# A body may be a whole book chapter and an upload a zip of them; pasted text travels as a form field.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "img-src": [SELF, "data:", "https:"],  # pictures of articles stay with their publishers
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
KNOWN_COOKIE_NAME = "editor"  # of whoever signed in lately
if SITE_URL.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]  # asked on the machine itself, without the proxy
    SECURE_HSTS_SECONDS = 365 * 24 * 3600  # the least that browsers' lists take
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # Being on those lists can hardly be taken back: for the domain's owner to ask, not for us to offer.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    KNOWN_COOKIE_NAME = "__Host-editor"

# How the log is written, and which queries it tells of.
LOG_FORMAT = env.str("LOG_FORMAT", "text", validate=validate.OneOf(["text", "json"]))
SLOW_QUERY_SECONDS = env.float("SLOW_QUERY_SECONDS", 0.5)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "portal.observability.logs.NamesRequest"}},
    "formatters": {
        "text": {"()": "portal.observability.logs.Line"},
        "json": {"()": "portal.observability.logs.Json"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["request"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # the request's own line tells it
        "portal.requests": {"level": "INFO"},
    },
}

# Who may read /metrics: whoever sends the token, or asks from one of these addresses and networks.
METRICS_TOKEN = env.str("METRICS_TOKEN", "")
METRICS_ALLOWED = env.list("METRICS_ALLOWED", [])

# When /readyz says that something is wrong.
READY_QUEUE_MINUTES = env.int("READY_QUEUE_MINUTES", 60)  # for which the first of the queue may have waited
READY_FREE_MB = env.int("READY_FREE_MB", 200)  # megabytes that have to be free where VAR_DIR lies
