"""Small files and small functions (docs/decisions/0001)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE_LINES, TEST_LINES, TEMPLATE_LINES, FUNCTION_LINES = 400, 600, 200, 60


def python_files() -> list[Path]:
    found = [*(ROOT / "deele").rglob("*.py"), *(ROOT / "config").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    return [path for path in found if "migrations" not in path.parts]


def test_no_file_is_too_long():
    long = []
    for path in python_files():
        limit = TEST_LINES if "tests" in path.parts else FILE_LINES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > limit:
            long.append(f"{path.relative_to(ROOT)}: {lines}")

    assert long == []


def test_no_template_is_too_long():
    long = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "deele").rglob("templates/**/*.html")
        if len(path.read_text(encoding="utf-8").splitlines()) > TEMPLATE_LINES
    ]

    assert long == []


def functions() -> list[tuple[str, int]]:
    found = []
    for path in python_files():
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append((f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1))
    return found


def test_no_function_is_too_long():
    assert [name for name, lines in functions() if lines > FUNCTION_LINES] == []


def test_most_functions_are_short():
    lengths = [lines for _, lines in functions()]

    assert sum(length <= 15 for length in lengths) / len(lengths) >= 0.8
