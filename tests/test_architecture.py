"""The layers: which module may import which, and the cost of importing."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import aseansc

ROOT = Path(aseansc.__file__).parent

LAYERS = [
    ["_printable", "_generated", "_hypothesis_plugin", "_label_table", "_collector"],
    ["errors"],
    ["codelists"],
    ["_decimals"],
    ["_attrs"],
    ["_creation"],
    ["units", "extras", "limits", "intervals", "periods", "texts", "classifications", "citations", "labels"],
    ["_paths", "_toml"],
    ["values"],
    ["indicators"],
    ["observations", "_relations"],
    ["mentions"],
    ["targets"],
    ["claims"],
    ["findings"],
    ["reviews"],
    ["comparability"],
    ["trends"],
    ["attainment"],
    ["comparison", "audit"],
    ["authoring", "drafts", "_phrases", "losses"],
    ["interchange", "vietnamese", "frames", "views", "plots"],
    ["documents"],
    ["verification", "pages"],
    ["strategies", "datasets"],
    ["laws"],
    ["cli"],
    ["__main__"],
]
"""From the lowest layer up. A module imports only from lower layers, not from its own."""

LATER = {
    ("_attrs", "views"),
    ("values", "views"),
    ("_hypothesis_plugin", "strategies"),
    ("reviews", "verification"),
    ("reviews", "frames"),
    ("observations", "frames"),
    ("observations", "reviews"),
    ("audit", "frames"),
    ("reviews", "plots"),
    ("observations", "plots"),
}
"""The imports of a later layer, each inside a function: the module and what it imports."""

CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"

LAYER_OF = {module: number for number, layer in enumerate(LAYERS) for module in layer}

THIRD_PARTIES = {
    "attrs": set(LAYER_OF),
    "pint": {"units/_pint.py"},
    "cattrs": {"interchange"},
    "lxml": {"interchange", "documents/_html.py"},
    "hypothesis": {"strategies", "laws"},
    "cyclopts": {"cli"},
    "altair": {"plots"},
    "jinja2": {"pages/_markup.py"},
    "markupsafe": {"pages/_markup.py"},
    "rich": {"cli", "views"},
    "pdfplumber": {"documents/_pdf_pages.py"},
    "python_calamine": {"interchange"},
    "xlrd": {"documents/_xls.py"},
    "xlsxwriter": {"interchange"},
    "narwhals": {"frames"},
    "pyarrow": {"frames"},
}

FILES = sorted(ROOT.rglob("*.py"))


def module_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def dotted(file: Path) -> str:
    """Return the full name of the module in a file, such as ``aseansc.units``."""
    return ".".join(["aseansc", *file.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")


NAMES = {dotted(file): file for file in FILES}


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file: Path) -> list[ast.AST]:
    return list(ast.walk(tree_of(file)))


def imports_in(node: ast.AST, *, deferred: bool = True) -> Iterator[str]:
    """Yield the full names of imports; ``from aseansc.units import Unit`` is ``aseansc.units.Unit``.

    Args:
        node: the node to search.
        deferred: whether to include imports that do not run with the module: in functions, or for types only.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "write absolute imports"
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        elif deferred or not (
            isinstance(child, ast.FunctionDef)
            or (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING")
        ):
            yield from imports_in(child, deferred=deferred)


@cache
def imports_of(file: Path, deferred: bool = True) -> frozenset[str]:
    return frozenset(imports_in(tree_of(file), deferred=deferred))


def imported_modules(file: Path, *, deferred: bool = True) -> set[str]:
    """Return the modules of the package that a file imports, or imports names from."""
    found = {name for name in imports_of(file, deferred) if name.partition(".")[0] == "aseansc"}
    return {name if name in NAMES else name.rpartition(".")[0] for name in found} - {dotted(file)}


INSIDE = [file for file in FILES if module_of(file) != "__init__"]
"""All files except the lazy package root, which is outside the layers."""


def test_a_file_imports_only_from_lower_layers() -> None:
    assert not {module_of(file) for file in INSIDE} - set(LAYER_OF), "add these modules to a layer in LAYERS"
    assert not [problem for file in INSIDE for problem in imports_from_higher_layers(file)]


def imports_from_higher_layers(file: Path) -> Iterator[str]:
    module = module_of(file)
    at_once = imported_modules(file, deferred=False)
    for name in imported_modules(file):
        other = name.removeprefix("aseansc").removeprefix(".").partition(".")[0]
        if not other:
            yield f"{file} imports the package root"
        elif (
            other != module
            and LAYER_OF[other] >= LAYER_OF[module]
            and ((module, other) not in LATER or name in at_once)
        ):
            yield f"{file} imports {name}, which is not in a lower layer"


def test_every_deferred_import_of_a_later_layer_is_listed_and_used() -> None:
    found = {(module_of(file), name.split(".")[1]) for file in INSIDE for name in imported_modules(file)}
    assert found >= LATER


def test_no_modules_import_each_other_in_a_cycle() -> None:
    """Imports of names for types only, and those inside functions, do not count."""
    imports = {name: imported_modules(file, deferred=False) & set(NAMES) for name, file in NAMES.items()}
    while leaves := [name for name, needed in imports.items() if not needed]:
        for name in leaves:
            del imports[name]
        imports = {name: needed - set(leaves) for name, needed in imports.items()}
    assert not imports, f"in a cycle, or importing one: {sorted(imports)}"


def test_no_private_name_of_another_package_is_imported() -> None:
    assert not [problem for file in FILES for problem in private_imports(file)]


def private_imports(file: Path) -> Iterator[str]:
    home = dotted(file) if file.name == "__init__.py" else dotted(file).rpartition(".")[0]
    for name in imports_of(file):
        *packages, _last = name.split(".")
        for number, part in enumerate(name.split(".")):
            is_private = part.startswith("_") and not part.startswith("__")
            owner = ".".join(name.split(".")[:number])
            if (
                is_private
                and packages[0] == "aseansc"
                and owner != "aseansc"
                and not f"{home}.".startswith(f"{owner}.")
            ):
                yield f"{file} imports {name}, which is private to {owner}"


FORMATS = {"json", "csv", "excel", "sdmx", "iati"}


def test_no_format_imports_another_format() -> None:
    for file in (file for file in FILES if module_of(file) == "interchange"):
        own = dotted(file).split(".")[2:3]
        for name in imported_modules(file):
            _, package, *inside = name.split(".")
            if package == "interchange" and inside and inside[:1] != own:
                assert inside[0] not in FORMATS, f"{file} imports the format {inside[0]}"


def lines_of_code(file: Path) -> set[int]:
    """Return the numbers of the lines with code: not blank, not a comment, not a docstring."""
    source = file.read_text(encoding="utf-8")
    counted: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in WITHOUT_CODE:
            counted.update(range(token.start[0], token.end[0] + 1))
    for node in nodes_of(file):
        first = node.body[0] if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            counted.difference_update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return counted


WITHOUT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def test_functions_have_at_most_50_lines_of_code() -> None:
    for file in (file for file in FILES if module_of(file) != "datasets"):
        long = [node for node in functions_in(file) if (node.end_lineno or 0) - node.lineno >= 50]
        code = lines_of_code(file) if long else set()
        for node in long:
            count = sum(node.lineno <= line <= (node.end_lineno or 0) for line in code)
            assert count <= 50, f"{file}: {node.name} has {count} lines of code"


def functions_in(file: Path) -> list[ast.FunctionDef]:
    return [node for node in nodes_of(file) if isinstance(node, ast.FunctionDef)]


def test_each_third_party_package_is_imported_in_one_module() -> None:
    for file in FILES:
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


HEAVY = {"xlsxwriter", "python_calamine", "pint", "cattrs", "numpy", "hypothesis", "rich", "cyclopts"}
HEAVY |= {"narwhals", "pandas", "polars", "pyarrow", "duckdb", "pyspark", "jinja2", "markupsafe", "altair"}


@pytest.mark.usefixtures("unmeasured")
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


def test_importing_the_model_loads_nothing_that_it_seldom_needs() -> None:
    code = "from aseansc import Review, Observation, Value"
    script = f"import sys\n{code}\nprint(*(name for name in sys.modules if name.startswith('aseansc.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in done.stdout.split()}
    below = [name for layer in LAYERS[: LAYERS.index(["reviews"]) + 1] for name in layer]
    assert loaded <= set(below) - {"_label_table", "labels", "classifications"}
    assert "aseansc.reviews._search" not in done.stdout


def test_records_share_their_equality() -> None:
    """Otherwise attrs compiles it for each class, which takes a tenth of the import time."""
    for file in FILES:
        for node in nodes_of(file):
            if isinstance(node, ast.ClassDef) and "Record" in map(ast.unparse, node.bases):
                (frozen,) = [ast.unparse(item) for item in node.decorator_list if "frozen" in ast.unparse(item)]
                assert "eq=False" in frozen or "order=True" in frozen, f"{file}: {node.name}"


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


def test_no_code_asserts() -> None:
    """``python -O`` leaves asserts out; raise an error, or `errors.bug` for what cannot occur."""
    found = [f"{file}:{node.lineno}" for file in FILES for node in nodes_of(file) if isinstance(node, ast.Assert)]
    assert not found


AMBIENT = {"getcontext", "setcontext", "localcontext", "DefaultContext", "BasicContext", "ExtendedContext"}


def test_only_the_decimals_module_creates_decimal_contexts() -> None:
    """`_decimals` gives every setting; ``Context(prec=60)`` would take the others from the ambient default."""
    assert [file for file in FILES if creates_a_context(file)] == []


def creates_a_context(file: Path) -> bool:
    if file.name in ("errors.py", "_pint.py", "laws.py"):  # other people's code runs there, in a context of its own
        return False
    nodes = nodes_of(file)
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "decimal"]
    names = {alias.name for node in imports for alias in node.names}
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return bool(names & AMBIENT) or ("Context" in names & called and file.name != "_decimals.py")


def test_the_layers_are_those_of_the_contributing_page() -> None:
    section = (
        CONTRIBUTING.read_text(encoding="utf-8").partition("## Layers")[2].partition("## Where to make a change")[0]
    )
    rows = [line.split("|")[2] for line in section.splitlines() if line.startswith("|") and "`" in line]
    assert [re.findall(r"`(\w+)`", row) for row in rows] == LAYERS
