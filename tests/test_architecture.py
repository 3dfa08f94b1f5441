"""The floors: which file may import which, and what importing costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import aseansc

ROOT = Path(aseansc.__file__).parent

FLOORS = [
    ["_printable"],
    ["errors"],
    ["codelists"],
    ["_decimals", "_attrs"],
    ["units", "extras", "intervals", "periods", "texts", "classifications", "citations"],
    ["values"],
    ["indicators"],
    ["observations"],
    ["mentions"],
    ["targets"],
    ["claims"],
    ["findings"],
    ["reviews"],
    ["attainment", "encoding"],
    ["trends", "comparison"],
    ["audit"],
    ["drafts"],
    ["strategies", "datasets", "interchange", "vietnamese"],
    ["cli"],
    ["__main__"],
]
"""From the ground up: a room imports rooms of lower floors, and none beside it."""

FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}

THIRD_PARTIES = {
    "attrs": set(FLOOR_OF),
    "pint": {"units/_registry.py"},
    "cattrs": {"interchange"},
    "lxml": {"interchange"},
    "hypothesis": {"strategies"},
    "cyclopts": {"cli"},
    "rich": {"cli"},
    "python_calamine": {"interchange"},
    "xlsxwriter": {"interchange"},
}

FILES = sorted(ROOT.rglob("*.py"))


def imports_of(file: Path) -> set[str]:
    """The full names of what a file imports, wherever in it; ``from aseansc import units`` is ``aseansc.units``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write absolute imports"
            assert node.module is not None
            if node.module == "aseansc":
                found |= {f"aseansc.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return found


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


INSIDE = [file for file in FILES if room_of(file) not in {"__init__", "_hypothesis_plugin"}]
"""Every file but the two that stand outside the floors: the lazy front door, and what hands types to Hypothesis."""


@pytest.mark.parametrize("file", INSIDE, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_imports_only_what_stands_above_it(file: Path) -> None:
    room = room_of(file)
    assert room in FLOOR_OF, f"{file}: give the room a floor in FLOORS"
    for name in imports_of(file):
        package, _, inside = name.partition(".")
        if package != "aseansc":
            continue
        assert inside, f"{file} imports the package root"
        other = inside.partition(".")[0]
        if other not in {room, "_hypothesis_plugin"}:
            assert FLOOR_OF[other] < FLOOR_OF[room], f"{file} imports {name}, which does not stand above it"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_third_party_is_imported_in_one_place(file: Path) -> None:
    places = {room_of(file), file.relative_to(ROOT).as_posix()}
    for name in imports_of(file):
        package = name.partition(".")[0]
        if package != "aseansc" and package not in sys.stdlib_module_names:
            assert places & THIRD_PARTIES.get(package, set()), f"{file} imports {package}"


def loaded_by(code: str) -> set[str]:
    """The top-level packages that are loaded in a fresh process when some code has run."""
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HEAVY = {"xlsxwriter", "python_calamine", "pint", "cattrs", "numpy", "hypothesis", "narwhals", "rich", "cyclopts"}


def test_importing_the_package_loads_nothing() -> None:
    assert not loaded_by("import aseansc") & {*HEAVY, "attrs", "attr", "decimal"}


@pytest.mark.parametrize(
    "code",
    [
        "from aseansc import Review, Observation, Value",
        "from aseansc.datasets import lai_chau; lai_chau.load()",
        "from aseansc.datasets import lai_chau; r = lai_chau.load(); r.figures(); r.verify('')",
        "from aseansc import Value; from aseansc.units import percent; Value.exact(1, percent) - Value.exact(2, percent)",
    ],
)
def test_using_the_model_loads_attrs_and_nothing_heavy(code: str) -> None:
    assert not loaded_by(code) & HEAVY


def test_the_command_line_says_what_it_lacks() -> None:
    """Without its extra, the command line names it; nothing is shown from inside."""
    script = "import sys\nsys.modules['rich'] = None\nfrom aseansc.cli import main\nmain(['show', 'lai-chau'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "aseansc[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_strategies_say_what_they_lack() -> None:
    script = "import sys\nsys.modules['hypothesis'] = None\nimport aseansc.strategies"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[hypothesis]"' in done.stderr


def test_no_file_asks_to_be_two() -> None:
    for file in FILES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 600, file
