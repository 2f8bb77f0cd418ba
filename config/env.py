"""Typed readers for the environment. Each fails with the variable's name and what it expects."""

import os
import secrets
from pathlib import Path

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


class BadSetting(Exception):
    """A variable of the environment cannot be used as it stands."""


def text(name: str, default: str = "") -> str:
    """Return the variable, or the content of the file named by NAME_FILE, or the default."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """Return a yes/no variable. Raises BadSetting for anything but 1/0, true/false, yes/no, on/off."""
    value = text(name, "1" if default else "0").lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise BadSetting(f"{name} expects 1 or 0, not {value!r}.")


def number(name: str, default: int) -> int:
    """Return a whole number. Raises BadSetting for anything else."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError as error:
        raise BadSetting(f"{name} expects a whole number, not {value!r}.") from error


def names(name: str, default: str = "") -> list[str]:
    """Return a comma separated list without blanks."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def secret(name: str, kept_in: Path) -> str:
    """Return a secret from the environment, else the one kept in a private file, made on first use.

    The file belongs to DEELE_HOME and is readable by its owner only.
    """
    if value := text(name):
        return value
    if not kept_in.exists():
        kept_in.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = kept_in.with_suffix(f".{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(fresh, kept_in)
        except FileExistsError:
            pass  # another process of the same start was first; its key counts
        finally:
            fresh.unlink()
    return kept_in.read_text(encoding="ascii").strip()
