"""A locked row locks itself alone: PostgreSQL locks what is joined, too, in an order nobody wrote down.

Two actions that lock the same rows in another order wait for each other until the database ends one of them.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def chains(tree: ast.AST) -> list[dict[str, ast.Call]]:
    """The method calls of every chain, by name: `a.filter().first()` → filter, first. The longest chain is enough."""
    found = []
    for node in ast.walk(tree):
        calls: dict[str, ast.Call] = {}
        while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            calls[node.func.attr] = node
            node = node.func.value
        if calls:
            found.append(calls)
    return found


def joined_and_locked(source: str) -> list[int]:
    """Lines of locks that lock what they join."""
    return sorted(
        {
            chain["select_for_update"].lineno
            for chain in chains(ast.parse(source))
            if {"select_for_update", "select_related"} <= set(chain)
            and "of" not in {word.arg for word in chain["select_for_update"].keywords}
        }
    )


def test_the_check_sees_a_joined_lock():
    assert joined_and_locked("A.objects.select_for_update().select_related('b').get(pk=1)") == [1]
    assert joined_and_locked("A.objects.select_for_update(of=('self',)).select_related('b').get(pk=1)") == []


def test_a_lock_names_what_it_locks_where_it_joins():
    wrong = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "deele").rglob("*.py"))
        if (lines := joined_and_locked(path.read_text(encoding="utf-8")))
    }
    assert wrong == {}
