"""What templates can't do without, and no view test sees: Django's test client asks for no token."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "deele"
TEMPLATES = {str(path).split("/templates/")[1]: path.read_text() for path in ROOT.glob("*/templates/**/*.html")}
INCLUDED = re.compile(r'\{% include "([^"]+)"')
ALONE = re.compile(r'\{% include "([^"]+)"((?:(?!%\}).)*?)only %\}')
FORM = re.compile(r'csrf_token|ui(?:block)? "(?:form|confirm)"')


def has_form(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a template or what it includes holds a form that is sent."""
    if name in seen or name not in TEMPLATES:
        return False
    text = TEMPLATES[name]
    return bool(FORM.search(text)) or any(has_form(one, seen | {name}) for one in INCLUDED.findall(text))


def test_a_form_in_an_include_with_only_is_handed_its_token():
    bad = [
        f"{name}: {included}"
        for name, text in TEMPLATES.items()
        for included, given in ALONE.findall(text)
        if has_form(included) and "csrf_token=" not in given
    ]

    assert len(TEMPLATES) > 300
    assert bad == []
