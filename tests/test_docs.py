"""The tables of the documentation match the code."""

from __future__ import annotations

import importlib
import re
import shlex
from datetime import date
from pathlib import Path
from typing import get_args

import attrs
import pytest

import aseansc
from aseansc import Code, Qualifier, TimeCollection, errors
from aseansc.attainment import Formula, Reason
from aseansc.audit import CheckCode, Verdict
from aseansc.classifications import ASCC_2025, ASEAN, DECISION_155, PLACES, POVERTY_STANDARDS
from aseansc.classifications.provinces import national_code, provinces
from aseansc.cli import _take_limits
from aseansc.cli._commands import app
from aseansc.datasets import lai_chau
from aseansc.frames import CHECK_COLUMNS, OBSERVATION_COLUMNS, PROBLEM_COLUMNS, ColumnType
from aseansc.labels import label
from aseansc.units import catalogue
from tests.audit.cases import CASES
from tests.test_what_reports_print import NAMES, review_of

DOCS = Path(__file__).parent.parent / "docs"


def rows(page: str) -> list[list[str]]:
    """Return the cells of the tables of a page."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def test_the_table_of_units_matches_the_catalogue() -> None:
    table = [row for row in rows("reference/units.md") if row[0].startswith("`")]
    assert table == [
        [f"`{unit.code}`", unit.plural, unit.vi, str(unit.kind), unit.dimension, str(unit.factor)]
        for unit in catalogue()
    ]


def test_the_table_of_qualifiers_is_complete() -> None:
    table = [row[0].strip("`") for row in rows("reference/qualifiers.md") if row[0].startswith("`")]
    assert table == list(Qualifier)


def test_the_table_of_time_collections_is_complete() -> None:
    table = [row[0].strip("`") for row in rows("reference/time.md") if row[0].strip("`") in list(TimeCollection)]
    assert table == list(TimeCollection)


def test_the_table_of_errors_is_complete() -> None:
    table = {
        row[0].strip("`"): re.findall(r"`(\w+)`", row[1])
        for row in rows("reference/errors.md")
        if row[0].startswith("`")
    }
    kinds = {
        kind.__name__
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.AseanscError)
    }
    assert set(table) == kinds - {"AseanscError"}
    for name, parents in table.items():
        for parent in parents:
            assert parent in [base.__name__ for base in getattr(errors, name).__mro__]


def test_the_tables_of_attainment_list_every_formula_and_reason() -> None:
    named = [row[0].strip("`") for row in rows("reference/attainment.md") if row[0].startswith("`")]
    assert named == [*Formula, *Reason]


def test_the_tables_of_places_match_the_code() -> None:
    last, since = date(2025, 6, 30), date(2025, 7, 1)
    table = [row for row in rows("reference/places.md") if row[0].startswith("`") and "and" not in row[0]]
    before, after = provinces(last), provinces(since)

    def parts_of(place: Code) -> list[str]:
        return [f"`{part.id}`" for part in PLACES.predecessors(place.id)]

    assert table == [
        *([f"`{item.id}`", item.en, item.vi] for item in ASEAN.codes),
        *(
            [f"`{item.id}`", national_code(item.id, last), item.vi, *([f"`{code}`" for code in item.successors] or "-")]
            for item in before
        ),
        *(
            [f"`{item.id}`", national_code(item.id, since), item.vi, ", ".join(parts_of(item))]
            for item in after
            if item not in before
        ),
    ]


def test_the_tables_of_frameworks_match_the_code() -> None:
    def checked(code: Code) -> str:
        return "yes" if code.verified else "no"

    assert [row for row in rows("reference/frameworks.md") if row[0].startswith("`")] == [
        *([f"`{item.id}`", item.en, checked(item)] for item in ASCC_2025.codes),
        *([f"`{item.id}`", item.en, item.vi, checked(item)] for item in DECISION_155.codes),
        *(
            [f"`{item.id}`", item.en, str(item.valid_from), str(item.valid_to), checked(item)]
            for item in POVERTY_STANDARDS.codes
        ),
    ]


def test_the_table_of_iati_code_lists_is_complete() -> None:
    from aseansc.interchange import iati

    table = {row[0].strip("`"): row[1] for row in rows("reference/formats/iati.md") if row[0].startswith("`")}
    for code_list in (iati.ResultType, iati.Measure, iati.IndicatorVocabulary):
        codes = ", ".join(f"{code.value} {code.name.lower()}" for code in code_list)
        assert table[code_list.__name__] == codes


@pytest.mark.parametrize("page", sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"]), ids=lambda page: page.name)
def test_links_resolve(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_table_of_checks_matches_the_audit() -> None:
    """Every check in order, with its title and the computations of a passing and a failing example."""
    table = [row for row in rows("reference/audit-checks.md") if len(row) == 5 and row[0].startswith("`")]
    expected = []
    for code in CheckCode:
        passing, failing = (CASES[code].check(code, fails=fails) for fails in (False, True))
        assert failing is not None
        shown = "(silent)" if passing is None else str(passing.computation)
        expected.append([f"`{code.value}`", label(code), shown, str(failing.computation)])
    assert [[row[0], row[1], row[3], row[4]] for row in table] == expected
    assert all(row[2] for row in table)


def test_the_table_of_verdicts_is_complete() -> None:
    named = [row[0].strip("`") for row in rows("reference/audit-checks.md") if len(row) == 2]
    assert [name for name in named if name in list(Verdict)] == list(Verdict)


@pytest.mark.parametrize("name", NAMES)
def test_the_special_figures_that_reports_print_are_in_the_guide(name: str) -> None:
    """Each is encoded there in the same words as in the tests."""
    page = (DOCS / "how-to/encode-special-figures.md").read_text(encoding="utf-8")
    printed = [figure.citation.printed for figure in review_of(name).figures() if figure.citation]
    assert printed
    assert [words for words in printed if words.casefold() not in page.casefold()] == []


def test_the_usual_categories_are_in_the_form_of_a_breakdown() -> None:
    codes = [row[0].strip("`") for row in rows("reference/breakdowns.md") if row[0].startswith("`")]
    assert {code.partition(":")[0] for code in codes} == {"sex", "residence", "age", "ethnicity"}
    figure = lai_chau.load().observations[0]
    assert attrs.evolve(figure, breakdown=codes).breakdown == tuple(codes)
    used = {code for figure in lai_chau.load().observations for code in figure.breakdown}
    assert used <= set(codes)


def test_the_tables_of_frames_match_the_columns() -> None:
    table = [(*(cell.strip("`") for cell in row[:3]), row[3]) for row in rows("reference/frames.md") if len(row) == 4]
    assert [row for row in table if row[1] in get_args(ColumnType)] == [
        tuple(column) for column in (*OBSERVATION_COLUMNS, *PROBLEM_COLUMNS, *CHECK_COLUMNS)
    ]


@pytest.mark.filterwarnings("ignore")
def test_the_table_of_alternatives_is_what_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cell is the result of a run of the library."""
    for library in ("okfn_iati", "pandas", "pint", "pysdmx"):
        pytest.importorskip(library)
    monkeypatch.syspath_prepend(DOCS.parent / "benchmarks")
    alternatives = importlib.import_module("alternatives")
    table = [row for row in rows("explanation/why-not.md") if len(row) == 6]
    assert table[0] == ["task", *alternatives.LIBRARIES]
    assert table[1:] == alternatives.table()


def test_every_page_is_in_the_navigation() -> None:
    """A page is listed in a toctree of the start page, or of a page that is listed there."""
    listed: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        listed.add(page)
        for tree in re.findall(r"^```\{toctree\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
            names = [line for line in tree.splitlines() if line and not line.startswith(":")]
            waiting += [page.parent / f"{name}.md" for name in names]
    assert listed == {page for page in DOCS.rglob("*.md") if page.parent != DOCS / "reference" / "api"}


def test_every_pitfall_shows_what_goes_wrong_and_what_to_do() -> None:
    pages = [page for page in (DOCS / "explanation" / "pitfalls").glob("*.md") if page.name != "index.md"]
    assert len(pages) == len(rows("explanation/pitfalls/index.md")) - 1 == 8
    for page in pages:
        headings = re.findall("^## (.+)$", page.read_text(encoding="utf-8"), re.M)
        assert headings == ["What goes wrong", "With aseansc", "What to do"], page.name


def test_the_picture_of_the_model_is_drawn_by_its_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(DOCS / "_pictures")
    draw_model = importlib.import_module("draw_model")
    assert draw_model.TARGET.read_text(encoding="utf-8") == draw_model.picture()
    assert [name for box in draw_model.BOXES for name in box.names if not hasattr(aseansc, name)] == []


def shell_lines() -> list[str]:
    """Return the arguments of every call of the program in the shell examples of the documentation."""
    found: list[str] = []
    for page in sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"]):
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
            found += re.findall(r"^(?:\S*/)?aseansc (.*?)(?: +[#>|].*)?$", block, re.M)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("line", shell_lines())
def test_commands_in_the_documentation_have_valid_arguments(line: str) -> None:
    arguments, _ = _take_limits(shlex.split(line))
    app.parse_args(arguments, exit_on_error=False, print_error=False)
