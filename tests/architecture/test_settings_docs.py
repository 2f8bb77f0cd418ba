"""Every variable of the environment stands in docs/operate/settings.md, and nothing else does."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"""env\.(?:text|flag|number|names|secret)\(\s*["']([A-Z_]+)["']""")
PAGE = (ROOT / "docs" / "operate" / "settings.md").read_text(encoding="utf-8")
IN_TABLE = re.compile(r"^\| `([A-Z_]+)`", re.MULTILINE)


def read_in_config() -> set[str]:
    return {name for path in (ROOT / "config").rglob("*.py") for name in READ.findall(path.read_text(encoding="utf-8"))}


def test_settings_page_names_every_variable():
    assert sorted(read_in_config() - set(IN_TABLE.findall(PAGE))) == []


def test_settings_page_names_no_variable_that_nothing_reads():
    scripts = [*(ROOT / "tools").glob("*.*"), ROOT / ".ci" / "run"]
    sources = "".join(path.read_text(encoding="utf-8") for path in scripts if path.is_file())

    unread = [name for name in IN_TABLE.findall(PAGE) if name not in read_in_config() and name not in sources]

    assert unread == []


def test_only_config_reads_the_environment():
    """An app takes its settings from django.conf, so that the page above is the whole truth."""
    readers = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "deele").rglob("*.py")
        if "tests" not in path.parts
        and re.search(r"os\.environ\[|os\.environ\.get|os\.getenv", path.read_text(encoding="utf-8"))
    ]

    assert readers == []
