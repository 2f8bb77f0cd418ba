"""Every event of the log is declared once, in words, and every action records a declared one."""

import ast
from functools import cache
from pathlib import Path

from deele.audit.enums import EventType, declared

ROOT = Path(__file__).resolve().parents[2]
WRITERS = {"record", "save_form"}


@cache
def sources():
    """Every module of the house with its syntax tree, without tests and migrations."""
    found = [path for path in (ROOT / "deele").rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in found]


def called(node):
    """The name of the function in a call: record(…) and audit.record(…) alike."""
    target = node.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def declares(tree):
    """Whether the module uses the log's own `declare`."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "deele.audit.enums"
        and any(one.name == "declare" for one in node.names)
        for node in ast.walk(tree)
    )


def test_every_event_has_a_sentence_that_can_be_filled():
    for event in declared:
        assert str(event.sentence) % {"actor": "Ada", "about": "Haus"}
        assert "%(actor)s" in str(event.sentence), event.key


def test_every_key_names_its_app_or_its_thing():
    assert [event.key for event in declared if event.key.count(".") != 1] == []


def test_events_are_declared_in_enums_and_nowhere_else():
    elsewhere = [
        str(path.relative_to(ROOT))
        for path, tree in sources()
        if "enums" not in path.relative_to(ROOT).as_posix() and declares(tree)
    ]

    assert elsewhere == []


def test_what_is_recorded_is_a_constant_of_enums():
    loose = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "record" and node.args
        if isinstance(node.args[0], ast.Constant)
    ]

    assert loose == []


def test_declared_events_are_used():
    text = "\n".join(path.read_text(encoding="utf-8") for path, _ in sources() if "enums" not in path.name)
    unused = []
    for path, tree in sources():
        if not declares(tree):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and called(node.value) == "declare":
                name = node.targets[0].id
                unused += [] if name in text else [f"{path.relative_to(ROOT)}: {name}"]

    assert unused == []


def test_declared_holds_event_types():
    assert all(isinstance(event, EventType) for event in declared)
