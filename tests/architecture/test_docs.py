"""The docs tell of everything there is: words, commands, pages they link to."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
OURS = [app for floor in settings.DEELE_FLOORS for app in floor]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_words_name_every_model():
    words = text("docs/words.md")

    missing = [
        f"{app}.{model.__name__}"
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        if f"`{app}.{model.__name__}`" not in words
    ]

    assert missing == [], "Put these into docs/words.md, with their German term."


def test_words_name_no_model_that_is_gone():
    named = re.findall(r"`([a-z]+)\.([A-Z]\w+)`", text("docs/words.md"))

    gone = [f"{app}.{name}" for app, name in named if name.lower() not in apps.all_models.get(app, {})]

    assert gone == []


def test_words_give_one_english_name_to_a_term():
    rows = [line.split("|")[1].strip() for line in text("docs/words.md").splitlines() if line.startswith("| ")]
    terms = [term for term in rows if term not in {"German", "---"}]

    assert [term for term in terms if terms.count(term) > 1] == []


def test_commands_page_lists_exactly_our_commands():
    ours = sorted(name for name, app in get_commands().items() if app.startswith("deele."))
    table = text("docs/operate/commands.md").split("## Make")[0]

    documented = sorted(re.findall(r"^\| `(\w+)[^`]*`", table, flags=re.MULTILINE))

    assert documented == ours


def test_commands_page_lists_every_recipe_of_the_makefile():
    recipes = re.findall(r"^(\w+):", text("Makefile"), flags=re.MULTILINE)
    page = text("docs/operate/commands.md")

    assert [name for name in recipes if f"`make {name}`" not in page] == []


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in documents()
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not target.endswith(".png")
        if not (path.parent / target).exists()
    ]

    assert broken == []


def test_decisions_carry_their_number_once():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in pages]

    wrong = [
        path.name for path in pages if not re.match(rf"# 0*{int(path.name[:4])}\b", path.read_text(encoding="utf-8"))
    ]

    assert wrong == []
    assert len(set(numbers)) == len(numbers)


PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def test_every_picture_named_exists_says_what_it_shows_and_is_small():
    named = [
        (page, alt, page.parent / path)
        for page in documents()
        for alt, path in PICTURE.findall(page.read_text("utf-8"))
    ]

    assert [str(path) for _page, _alt, path in named if not path.is_file()] == []
    assert [page.name for page, alt, _path in named if len(alt) < 10] == []
    assert {path.name for _page, _alt, path in named if path.stat().st_size > 60 * 1024} == set()


def test_no_picture_of_the_handbook_is_left_over():
    named = {path.rpartition("/")[2] for page in documents() for _alt, path in PICTURE.findall(page.read_text("utf-8"))}

    assert {path.name for path in (ROOT / "docs/handbuch/bilder").iterdir()} - named == set()
