"""The settings, one file per subject. What differs between machines is the environment (docs/operate/settings.md)."""

from config.settings.paths import *  # noqa: F403
from config.settings.apps import *  # noqa: F403
from config.settings.database import *  # noqa: F403
from config.settings.security import *  # noqa: F403
from config.settings.accounts import *  # noqa: F403
from config.settings.mail import *  # noqa: F403
from config.settings.i18n import *  # noqa: F403
from config.settings.files import *  # noqa: F403
from config.settings.wagtail import *  # noqa: F403
from config.settings.logging import *  # noqa: F403
