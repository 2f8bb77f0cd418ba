"""The tree of tags of a PDF, walked once without recursion."""

from dataclasses import dataclass
from typing import Any

from pypdf.generic import IndirectObject

from deele.core.pdf_dangers import plain

MOST = 400_000
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


@dataclass
class Tags:
    """What the tags say. `jumps` counts headings more than one level below the one before."""

    is_tagged: bool = False
    figures: int = 0
    without_alt: int = 0
    headings: int = 0
    jumps: int = 0
    tables: int = 0
    without_head: int = 0
    last: int = 0

    def note(self, kind: str, node: dict[str, Any]) -> None:
        """Count one element."""
        if kind in ("/Figure", "/Formula"):
            self.figures += 1
            self.without_alt += not _words(node)
        elif kind in HEADINGS:
            level = HEADINGS[kind]
            self.headings += 1
            self.jumps += level > self.last + 1
            self.last = level
        elif kind == "/H":
            self.headings += 1
        elif kind == "/Table":
            self.tables += 1
            self.without_head += 1


def read(root: dict[str, Any]) -> Tags:
    """Walk the tree in the order it is read."""
    tree, mark = plain(root.get("/StructTreeRoot")), plain(root.get("/MarkInfo")) or {}
    marked = plain(mark.get("/Marked"))
    tags = Tags(is_tagged=isinstance(tree, dict) and bool(getattr(marked, "value", marked)))
    if not tags.is_tagged:
        return tags
    roles = plain(tree.get("/RoleMap")) or {}
    headed: set[int] = set()  # tables in which a head was found
    waiting: list[tuple[Any, int]] = [(tree.get("/K"), 0)]
    seen: set[int] = set()
    looked = tables = 0
    while waiting and looked < MOST:
        value, table = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
        node = plain(value)
        if isinstance(node, list):
            waiting.extend((one, table) for one in reversed(node) if not isinstance(one, int))
        elif isinstance(node, dict):
            looked += 1
            kind = _kind(node, roles)
            tags.note(kind, node)
            if kind == "/Table":
                tables += 1
                table = tables
            elif kind == "/TH" and table and table not in headed:
                headed.add(table)
                tags.without_head -= 1
            if "/K" in node and kind != "/Figure":
                waiting.append((node["/K"], table))
    return tags


def _kind(node: dict[str, Any], roles: dict[str, Any]) -> str:
    """The standard kind an element stands for."""
    kind = str(plain(node.get("/S", "")))
    for _step in range(5):
        if kind not in roles:
            break
        kind = str(plain(roles[kind]))
    return kind


def _words(node: dict[str, Any]) -> str:
    return str(plain(node.get("/Alt")) or plain(node.get("/ActualText")) or "").strip()
