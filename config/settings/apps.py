"""What the house consists of, from the roof to the ground (design §2)."""

from config import env

DEELE_FLOORS = [
    ["api"],
    ["website", "desk"],
    ["advice", "newsletter"],
    ["library"],
    ["accompaniment", "notices", "jointactions"],
    ["groups"],
    ["events", "funding"],
    ["alliance"],
    ["directory"],
    ["reporting"],
    ["places"],
    ["likeness", "search", "money"],
    ["mail"],
    ["privacy"],
    ["access"],
    ["audit"],
    ["accounts"],
    ["office"],
    ["ui"],
    ["core"],
]

INSTALLED_APPS = [
    *[f"deele.{app}" for floor in DEELE_FLOORS for app in floor],
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "deele.website.middleware.CmsPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "deele.api.middleware.OpenData",
    "deele.ui.middleware.LimitsMiddleware",
    "deele.ui.middleware.StoreMiddleware",
    "deele.website.middleware.PagesForStrangers",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "deele.accounts.middleware.SeenNowAndThen",
    "deele.access.middleware.AdminDoors",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["deele.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "deele.office.context.office",
                "deele.desk.context.desk",
                "deele.website.context.menu",
            ],
        },
    }
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# A demonstration house: invented office, sign-ins printed at the start (tools/run.sh sets it).
DEELE_DEMO = env.flag("DEELE_DEMO")

# Whether the house may ask other sites if the links to them still lead somewhere. Off: nothing ever goes out for it.
DEELE_CHECK_LINKS = env.flag("DEELE_CHECK_LINKS")

# Whether the check for overlaps asks a sentence model, too (extra `meaning`). Missing, a system check says so.
DEELE_MEANING = env.flag("DEELE_MEANING")

# What `manage.py setup` runs after migrate, and when again: "reference" when that folder changed, "once", "demo".
DEELE_SETUP_STEPS = [
    ("load_reference", "reference"),
    ("import_entries --starter", "demo"),
    ("make_demo_office", "demo"),
    ("make_demo_events", "demo"),
    ("make_demo_advice", "demo"),
    ("load_programmes --demo", "demo"),
    ("make_demo_notices", "demo"),
    ("make_demo_alliance", "demo"),
    ("make_demo_marks", "demo"),
    ("import_plans", "demo"),
    ("make_demo_plans", "demo"),
    ("make_demo_groups", "demo"),
    ("make_demo_library", "demo"),
    ("make_demo_knowledge", "demo"),
    ("make_demo_actions", "demo"),
    ("overlaps_rebuild", "demo"),
]

# Commands a restored database runs through before it takes the place of the present one (docs/operate/backup.md):
# a copy must not write to anyone.
DEELE_AFTER_RESTORE = ["mute"]
