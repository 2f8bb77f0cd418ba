"""The plan of the house, as far as import-linter can't say it."""

import subprocess
import sys
from pathlib import Path

import grimp
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
CLOSED = {"views", "forms", "urls", "admin", "tasks", "tables", "context", "feeds", "emails", "management"}


def test_floors_and_rooms_are_kept():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--config", "importlinter.ini"]

    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert result.returncode == 0, result.stdout


def test_no_app_reaches_into_another_apps_closed_rooms():
    graph = grimp.build_graph("deele")

    bad = [
        f"{importer} -> {module}"
        for module in graph.modules
        if len(module.split(".")) >= 3 and module.split(".")[2] in CLOSED
        for importer in graph.find_modules_that_directly_import(module)
        if importer.split(".")[1] != module.split(".")[1] and ".tests" not in importer
    ]

    assert bad == []


def test_foreign_keys_point_down():
    floor = {app: number for number, floor in enumerate(settings.DEELE_FLOORS) for app in floor}

    bad = []
    for model in apps.get_models():
        here = model._meta.app_label
        if here not in floor:
            continue
        for field in model._meta.get_fields():
            there = field.related_model._meta.app_label if field.is_relation and field.related_model else None
            up = there in floor and there != here and floor[there] <= floor[here]
            if up and not field.auto_created:
                bad.append(f"{model.__name__}.{field.name} -> {there}")

    assert bad == []


def test_the_plan_in_the_settings_is_the_plan_of_the_contracts():
    lines = (ROOT / "importlinter.ini").read_text(encoding="utf-8").split("layers =")[1].split("\n\n")[0]
    contract = [[app.strip() for app in line.split("|")] for line in lines.strip().splitlines()]

    assert contract == settings.DEELE_FLOORS
