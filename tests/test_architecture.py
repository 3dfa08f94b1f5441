"""The layers: which module may import which, and the cost of importing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import aseansc

ROOT = Path(aseansc.__file__).parent

LAYERS = [
    ["_printable"],
    ["errors"],
    ["codelists"],
    ["labels"],
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
    ["attainment", "authoring"],
    ["trends", "comparison"],
    ["audit"],
    ["drafts"],
    ["strategies", "datasets", "interchange", "vietnamese"],
    ["cli"],
    ["__main__"],
]
"""From the lowest layer up. A module imports only from lower layers, not from its own."""

CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"

LAYER_OF = {module: number for number, layer in enumerate(LAYERS) for module in layer}

THIRD_PARTIES = {
    "attrs": set(LAYER_OF),
    "pint": {"units/_pint.py"},
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
    """Return the full names of all imports of a file; ``from aseansc import units`` is ``aseansc.units``."""
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


def module_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


INSIDE = [file for file in FILES if module_of(file) not in {"__init__", "_hypothesis_plugin"}]
"""All files except the two outside the layers: the lazy package root and the Hypothesis plugin."""


@pytest.mark.parametrize("file", INSIDE, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_imports_only_from_lower_layers(file: Path) -> None:
    module = module_of(file)
    assert module in LAYER_OF, f"{file}: add the module to a layer in LAYERS"
    for name in imports_of(file):
        package, _, inside = name.partition(".")
        if package != "aseansc":
            continue
        assert inside, f"{file} imports the package root"
        other = inside.partition(".")[0]
        if other not in {module, "_hypothesis_plugin"}:
            assert LAYER_OF[other] < LAYER_OF[module], f"{file} imports {name}, which is not in a lower layer"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_third_party_package_is_imported_in_one_module(file: Path) -> None:
    modules = {module_of(file), file.relative_to(ROOT).as_posix()}
    for name in imports_of(file):
        package = name.partition(".")[0]
        if package != "aseansc" and package not in sys.stdlib_module_names:
            assert modules & THIRD_PARTIES.get(package, set()), f"{file} imports {package}"


def loaded_by(code: str) -> set[str]:
    """Return the top-level packages that are loaded after running code in a new process."""
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HEAVY = {"xlsxwriter", "python_calamine", "pint", "cattrs", "numpy", "hypothesis", "narwhals", "rich", "cyclopts"}


def test_importing_the_package_loads_no_dependency() -> None:
    assert not loaded_by("import aseansc") & {*HEAVY, "attrs", "attr", "decimal"}


@pytest.mark.parametrize(
    "code",
    [
        "from aseansc import Review, Observation, Value",
        "from aseansc.datasets import lai_chau; lai_chau.load()",
        "from aseansc.datasets import lai_chau; r = lai_chau.load(); r.figures(); r.verify('')",
        "from aseansc import Value; from aseansc.units import percent; Value.exact(1, percent) - Value.exact(2, percent)",
        "from aseansc import Value; from aseansc.units import day, hour; Value.exact(48, hour).to(day)",
    ],
)
def test_using_the_model_loads_no_heavy_package(code: str) -> None:
    assert not loaded_by(code) & HEAVY


def test_the_command_line_names_its_missing_extra() -> None:
    """There is no traceback."""
    script = "import sys\nsys.modules['rich'] = None\nfrom aseansc.cli import main\nmain(['show', 'lai-chau'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "aseansc[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_strategies_name_their_missing_extra() -> None:
    script = "import sys\nsys.modules['hypothesis'] = None\nimport aseansc.strategies"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[hypothesis]"' in done.stderr


def test_files_have_at_most_600_lines() -> None:
    for file in FILES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 600, file


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_an_assert_only_narrows_a_type(file: Path) -> None:
    """What guards input must raise: ``python -O`` leaves asserts out."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assert):
            what = ast.unparse(node.test)
            assert what.endswith(" is not None") or what.removeprefix("not ").startswith("isinstance("), what


def test_the_layers_are_those_of_the_contributing_page() -> None:
    section = CONTRIBUTING.read_text(encoding="utf-8").partition("## Layers")[2].partition("## Style")[0]
    rows = [line.split("|")[2] for line in section.splitlines() if line.startswith("|") and "`" in line]
    assert [re.findall(r"`(\w+)`", row) for row in rows] == LAYERS
