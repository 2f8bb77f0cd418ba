"""Components are strict, isolated, and all of them render."""

import re
from pathlib import Path

import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.utils.translation import override

from deele.ui import components

FOLDER = Path(components.__file__).parent / "templates" / "ui" / "components"
NAMES = sorted(path.stem for path in FOLDER.glob("*.html"))


def rendered(source: str, **values: object) -> str:
    return Template(source).render(Context(values))


def test_a_component_shows_what_it_is_given():
    html = rendered('{% ui "button" label=words kind="danger" %}', words="Löschen & weg")

    assert "Löschen &amp; weg" in html
    assert "button--danger" in html


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('{% ui "button" label="x" colour="red" %}', "does not take 'colour'"),
        ('{% ui "button" %}', "needs 'label'"),
        ('{% ui "nothing" %}', "no component 'nothing'"),
        ("{% ui button label='x' %}", "must stand in quotes"),
        ('{% ui "button" "x" %}', "takes name=value only"),
        ('{% uiblock "card" %}{% slot "head" %}x{% endslot %}{% enduiblock %}', "has no slot 'head'"),
        ('{% uiblock "button" label="x" %}x{% enduiblock %}', "has no slot 'body'"),
        ("{% ui %}", "takes the name of a component"),
    ],
)
def test_a_wrong_use_fails_when_the_template_is_compiled(source, words):
    with pytest.raises(TemplateSyntaxError, match=words):
        Template(source)


def test_a_slot_outside_its_block_fails():
    template = Template('{% uiblock "card" %}{% if 1 %}{% slot "foot" %}x{% endslot %}{% endif %}{% enduiblock %}')

    with pytest.raises(TemplateSyntaxError, match="directly inside"):
        template.render(Context())


def test_a_block_fills_body_and_slots_with_the_callers_context():
    source = '{% uiblock "card" %}<p>{{ name }}</p>{% slot "foot" %}<i>{{ name }}</i>{% endslot %}{% enduiblock %}'

    html = rendered(source, name="<Linde>")

    assert '<div class="card__body"><p>&lt;Linde&gt;</p></div>' in html
    assert '<div class="card__foot"><i>&lt;Linde&gt;</i></div>' in html


def test_nothing_of_the_callers_context_leaks_in():
    html = rendered('{% ui "page_head" title="Ort" %}', lead="soll nicht erscheinen")

    assert "erscheinen" not in html


@pytest.mark.parametrize("name", NAMES)
def test_every_component_declares_itself_and_has_no_inline_code(name):
    source = (FOLDER / f"{name}.html").read_text(encoding="utf-8")

    component = components.load(name)

    assert component.accepted | component.slots
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script", source)


def test_every_component_stands_in_the_gallery():
    gallery = (FOLDER.parent / "gallery.html").read_text(encoding="utf-8")
    for part in (FOLDER.parent / "gallery").glob("*.html"):
        gallery += part.read_text(encoding="utf-8")
    for base in ("base", "base_public", "base_desk"):
        gallery += (FOLDER.parent / f"{base}.html").read_text(encoding="utf-8")
    for other in NAMES:
        gallery += (FOLDER / f"{other}.html").read_text(encoding="utf-8")

    assert [name for name in NAMES if f'"{name}"' not in gallery] == []


def test_every_template_of_the_house_compiles():
    engine = Engine.get_default()
    root = Path(components.__file__).parents[1]
    broken = []
    for path in root.glob("*/templates/**/*.html"):
        name = str(path.relative_to(path.parents[len(path.parts) - path.parts.index("templates") - 2]))
        try:
            engine.get_template(name)
        except TemplateSyntaxError as problem:
            broken.append(f"{name}: {problem}")

    assert broken == []


def test_default_texts_are_translated_when_shown_not_when_compiled():
    template = Template('{% ui "search_box" action="/" %}')

    with override("de"):
        german = template.render(Context())

    assert "Suche" in german
