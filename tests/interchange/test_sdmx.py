"""SDMX: round trips, the content of cells, and files."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from aseansc import (
    Absent,
    Attainment,
    Indicator,
    IndicatorKind,
    Period,
    RelativeChange,
    Review,
    Status,
    Target,
    Text,
    TimeCollection,
    Value,
)
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DocumentError, FieldError, FieldTypeError
from aseansc.indicators import PriceBasis
from aseansc.interchange import sdmx
from aseansc.interchange.sdmx._data_structure import (
    ATTRIBUTES,
    CL_CONF_STATUS,
    CL_OBS_STATUS,
    CL_PER,
    CL_PRICE_BASIS,
    CL_QUALIFIER,
    CL_TIME_BASIS,
    CL_TIME_COLLECTION,
    CL_VALUE_FORM,
    COLUMNS,
    CONFIDENTIALITY_CODES,
    DIMENSIONS,
    KEY,
    RECORDS,
    SHARED,
    CodeListDefinition,
    from_breakdown,
    from_id,
    obs_status,
    to_breakdown,
    to_id,
)
from aseansc.interchange.sdmx._write_rows import rows
from aseansc.observations import Confidentiality
from aseansc.periods import AsOf, Frequency, TimeBasis
from aseansc.strategies import reviews
from aseansc.units import Unit, hectare, household, person
from aseansc.values import AttainmentForm, Change, Qualifier, RelativeForm
from tests._profile import examples
from tests.interchange import _sdmx_samples as samples
from tests.interchange._sdmx import GOLDEN, REVIEW, SMALL, table, text_of

# -- laws


@settings(max_examples=examples(0.4))
@given(reviews())
def test_sdmx_ml_round_trip(review: Review) -> None:
    assert sdmx.loads(sdmx.dumps(review)) == review
    assert sdmx.loads_draft(sdmx.dumps(review)) == Draft.of(review)


@settings(max_examples=examples(0.4))
@given(reviews())
def test_csv_with_structure_round_trip(review: Review) -> None:
    rows, structure = sdmx.dumps(review, "csv"), sdmx.structure(review)
    assert sdmx.loads(rows, structure=structure) == review
    assert sdmx.loads(rows.encode(), structure=structure.encode()) == review


def complete(draft: Draft, review: Review) -> Review:
    """Fill in what `losses` lists, and nothing else, in a draft read from CSV."""
    lost = {loss.what for loss in sdmx.losses(review, "csv")}
    assert all(loss.kept_in == "the structure message: sdmx.structure(review)" for loss in sdmx.losses(review, "csv"))
    for name in ("id", "title", "programme", "place", "period", "note", "extra"):
        if f"Review {review.id!r}, {name}" in lost:
            draft = evolve(draft, **{name: getattr(review, name)})
    lost_units = {unit.code for unit in review.units if f"Unit {unit.code!r}, its definition" in lost}

    def known_unit(figure: Any, original: Any) -> Any:
        if not isinstance(figure, PartialRecord):
            return figure
        value: Any = figure["value"]
        unit: Unit = original.value.unit
        assert [where for where, _ in figure.gaps] == ["value.unit"]
        assert {part.code for part in (unit.parts or (unit,))} & lost_units
        return figure.record_type(**{**figure, "value": value.record_type(**{**value, "unit": unit})})

    with_time = [target for target in review.targets if f"Target {target.id!r}" not in lost]
    filled: dict[str, Any] = {
        name: [known_unit(figure, original) for figure, original in zip(figures, originals, strict=True)]
        for name, figures, originals in (
            ("observations", draft.observations, review.observations),
            ("targets", draft.targets, with_time),
            ("claims", draft.claims, review.claims),
        )
    }
    read = iter(filled["targets"])
    filled["targets"] = [target if f"Target {target.id!r}" in lost else next(read) for target in review.targets]
    for name, kind, ends in (
        ("documents", "Document", ", except its id"),
        ("units", "Unit", ", its definition"),
        ("sections", "Section", ""),
        ("instruments", "Instrument", ""),
        ("indicators", "Indicator", ", except its id"),
        ("findings", "Finding", ""),
    ):
        records = getattr(review, name)
        found = {record["id"] for record in getattr(draft, name) if isinstance(record, PartialRecord)}
        filled[name] = []
        for record in records:
            ident = getattr(record, "code", None) or record.id
            assert (ident in found) is (ends == ", except its id" and f"{kind} {ident!r}{ends}" in lost)
            if {f"{kind} {ident!r}{ends}", f"{kind} {ident!r}"} & lost:
                filled[name].append(record)
    filled["mentions"] = [
        mention
        for mention in review.mentions
        if f"Mention {mention.citation.printed!r} at {mention.citation.start}" in lost
    ]
    return evolve(draft, **filled).finish()


@settings(max_examples=examples(0.4))
@given(reviews())
def test_csv_without_structure_lacks_only_what_losses_lists(review: Review) -> None:
    draft = sdmx.loads_draft(sdmx.dumps(review, "csv"))
    assert complete(draft, review) == review


def test_the_lai_chau_review_round_trip() -> None:
    assert sdmx.loads(sdmx.dumps(REVIEW)) == REVIEW
    assert sdmx.loads(sdmx.dumps(REVIEW, "csv"), structure=sdmx.structure(REVIEW)) == REVIEW
    draft = sdmx.loads_draft(sdmx.dumps(REVIEW, "csv"))
    assert draft.observations == REVIEW.observations
    assert draft.claims == REVIEW.claims
    assert complete(draft, REVIEW) == REVIEW


@settings(max_examples=examples(0.4))
@given(reviews())
def test_equal_reviews_give_equal_documents(review: Review) -> None:
    assert sdmx.dumps(review) == sdmx.dumps(evolve(review))
    assert "2001-02-03" in sdmx.dumps(review, prepared=dt.date(2001, 2, 3))


@settings(max_examples=examples(0.4))
@given(reviews())
def test_every_key_is_unique(review: Review) -> None:
    """SDMX requires different keys for all figures; the second statement of a figure has STATEMENT 2."""
    keys = Counter(row[: len(KEY)] for row in rows(review))
    assert all(count == 1 for count in keys.values())


@settings(max_examples=examples(0.4))
@given(reviews())
def test_every_code_is_defined_by_the_structure(review: Review) -> None:
    from lxml import etree

    root = etree.fromstring(sdmx.structure(review).encode())
    space = {"str": "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"}
    lists = {
        f"{item.get('agencyID')}:{item.get('id')}({item.get('version')})": {
            code.get("id") for code in item.findall("str:Code", space)
        }
        for item in root.iter("{*}Codelist")
    }
    for component in (*root.iter("{*}Dimension"), *root.iter("{*}Attribute")):
        enumeration = component.find(".//str:Enumeration", space)
        if enumeration is None:
            continue
        codes = lists[enumeration.text.partition("=")[2]]
        at = COLUMNS.index(component.get("id"))
        assert {row[at] for row in rows(review)} - {""} <= codes


ids = st.from_regex(r"[a-z0-9]+(?:[._/-][a-z0-9]+)*", fullmatch=True)
curies = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]*:[A-Za-z0-9][A-Za-z0-9._-]*", fullmatch=True)


@given(ids)
def test_ids_round_trip(code: str) -> None:
    assert from_id(to_id(code)) == code


@given(st.lists(curies, unique=True, max_size=3))
def test_breakdowns_round_trip(codes: list[str]) -> None:
    assert from_breakdown(to_breakdown(tuple(codes))) == tuple(codes)


# -- the cells


def cells_of(value: Value, **more: Any) -> dict[str, str]:
    """Return the cells of an observation with a value, after a round trip of a review with only this observation."""
    first = SMALL.observations[0]
    indicator = Indicator(id=first.indicator, name=Text(en="Something"), unit=value.unit, kind=IndicatorKind.STOCK)
    review = evolve(
        SMALL,
        indicators=[indicator],
        observations=[evolve(first, value=value, **more)],
        targets=(),
        claims=(),
        findings=(),
        mentions=(),
    )
    assert sdmx.loads(sdmx.dumps(review)) == review
    return table(sdmx.dumps(review, "csv"))[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Value.exact("36094", household), {"OBS_VALUE": "36094", "UNIT_MULT": "0", "DECIMALS": "0", "QUALIFIER": "exact"}),
        (Value.over("60000", household), {"OBS_VALUE": "60000", "UNIT_MULT": "0", "QUALIFIER": "over"}),
        (Value.exact("378E3", person), {"OBS_VALUE": "378", "UNIT_MULT": "3", "DECIMALS": "0"}),
        (Value.exact("25.55E6", person), {"OBS_VALUE": "25.55", "UNIT_MULT": "6", "DECIMALS": "2"}),
        (Value.exact("12E1", person), {"OBS_VALUE": "0.12", "UNIT_MULT": "3", "DECIMALS": "2"}),
        (Value.exact("40.40", hectare), {"OBS_VALUE": "40.40", "UNIT_MULT": "0", "DECIMALS": "2"}),
        (Value.exact("0.00", hectare), {"OBS_VALUE": "0.00", "DECIMALS": "2"}),
        (Value.nearly("900E3", person), {"OBS_VALUE": "900", "UNIT_MULT": "3", "QUALIFIER": "nearly"}),
        (
            Value.between("5", "7", hectare),
            {"OBS_VALUE": "", "RANGE_LOWER": "5", "RANGE_UPPER": "7", "QUALIFIER": "between", "OBS_STATUS": "O"},
        ),
        (
            Value.about("30", hectare, upper="35.5"),
            {"OBS_VALUE": "", "RANGE_LOWER": "30.0", "RANGE_UPPER": "35.5", "QUALIFIER": "about", "DECIMALS": "1"},
        ),
        (Value.exact("14.85", hectare, resolution="0.03"), {"OBS_VALUE": "14.85", "RESOLUTION": "0.03", "DECIMALS": ""}),
        (Value.exact("4E20", person), {"OBS_VALUE": "400000", "UNIT_MULT": "15", "RESOLUTION": "1" + "0" * 20}),
    ],
    ids=str,
)  # fmt: skip
def test_a_value_is_written_as_printed(value: Value, expected: dict[str, str]) -> None:
    cells = cells_of(value)
    assert {name: cells[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ((), "A"),
        ((Status.ESTIMATED,), "E"),
        ((Status.PROVISIONAL,), "P"),
        ((Status.FORECAST,), "F"),
        ((Status.PLANNED,), "A"),
        ((Status.REVISED,), "A"),
        ((Status.ESTIMATED, Status.PROVISIONAL), "E"),
        ((Status.ESTIMATED, Status.FORECAST), "F"),
    ],
)
def test_obs_status_has_one_status_and_statuses_has_all(statuses: tuple[Status, ...], code: str) -> None:
    cells = cells_of(Value.exact("1", person), statuses=statuses)
    assert cells["OBS_STATUS"] == code == obs_status(Value.exact("1", person), statuses)
    assert cells["STATUSES"] == ";".join(statuses)


@pytest.mark.parametrize(
    ("text", "collection", "freq", "code"),
    [
        ("2018", "end", "A", "E"),
        ("2018", "beginning", "A", "B"),
        ("2018-S1", "within", "S", ""),
        ("2018-Q3", "end", "Q", "E"),
        ("2018-07", "end", "M", "E"),
        ("2016-01-01/P3Y", "end", "A3", "E"),
        ("2016-01-01/P6Y", "end", "_O", "E"),
        ("2016-03-02/P1095D", "end", "_O", "E"),
        ("2018-12-31/P1D", "end", "D", "E"),
        ("2018-12-31", "at", "D", ""),
    ],
)
def test_times_have_the_form_of_the_standard(text: str, collection: str, freq: str, code: str) -> None:
    when = AsOf.parse(text) if collection == "at" else Period.parse(text)
    cells = cells_of(
        Value.exact("1", person),
        time=when,
        time_collection=TimeCollection(collection),
        time_basis=TimeBasis.STATED,
    )
    assert (cells["TIME_PERIOD"], cells["FREQ"], cells["TIME_PER_COLLECT"]) == (text, freq, code)
    assert cells["TIME_COLLECTION"] == collection


def test_figure_type_distinguishes_observations_targets_and_claims() -> None:
    lines = table(sdmx.dumps(REVIEW, "csv"))
    kinds = Counter(line["FIGURE_TYPE"] for line in lines)
    assert kinds["observation"] == len(REVIEW.observations)
    assert set(kinds) <= {"observation", "target", "change", "attainment", "share"}
    by_id = {line["FIGURE_ID"]: line for line in lines}
    for claim in REVIEW.claims:
        line = by_id[claim.id]
        assert line["TIME_COLLECTION"] == "_Z"
        if isinstance(claim.value, RelativeChange | Attainment):
            assert line["VALUE_FORM"] == claim.value.form
        elif isinstance(claim.value, Change):
            assert line["VALUE_FORM"] == "change"
    unnumbered = [target for target in REVIEW.targets if target.value is Absent.NOT_STATED]
    for target in unnumbered:
        if not isinstance(target.time, Absent):
            line = by_id[target.id]
            assert (line["OBS_VALUE"], line["VALUE_FORM"], line["OBS_STATUS"]) == ("", "not_stated", "L")


def test_decimals_restores_zeros_that_programs_with_doubles_remove() -> None:
    """40.4 with two decimals is 40.40."""
    review = evolve(SMALL)
    lines = table(sdmx.dumps(review, "csv"))
    for line in lines:
        if "." in line["OBS_VALUE"]:
            line["OBS_VALUE"] = line["OBS_VALUE"].rstrip("0").rstrip(".")
    assert sdmx.loads(text_of(lines), structure=sdmx.structure(review)) == review


def test_a_target_without_a_time_is_written_to_the_structure() -> None:
    first = SMALL.observations[0]
    target = Target(id="some-plan", indicator=first.indicator, place=first.place)
    review = evolve(SMALL, targets=(target, *SMALL.targets))
    assert "some-plan" not in sdmx.dumps(review, "csv")
    assert sdmx.loads(sdmx.dumps(review)) == review
    assert "Target 'some-plan'" in [loss.what for loss in sdmx.losses(review, "csv")]


# -- golden files, paths and files


@pytest.mark.parametrize(
    ("form", "name"),
    [("ml", "skeleton-2-later.xml"), ("csv", "skeleton-2-later.csv"), ("json", "skeleton-2-later.json")],
)
def test_the_written_form_does_not_change(form: sdmx.Format, name: str) -> None:
    assert sdmx.dumps(SMALL, form) == (GOLDEN / name).read_bytes().decode()


def test_an_earlier_form_of_sdmx_json_is_still_read() -> None:
    """The first form had the ids of figures in the rows only."""
    early = (GOLDEN / "skeleton-2.json").read_bytes()
    assert sdmx.loads(early, structure=sdmx.structure(SMALL)) == SMALL


def test_paths_and_open_files(tmp_path: Path) -> None:
    path = tmp_path / "review.xml"
    sdmx.dump(SMALL, path)
    assert sdmx.load(path) == SMALL
    rows, structure = tmp_path / "review.csv", tmp_path / "structure.xml"
    sdmx.dump(SMALL, rows, "csv")
    structure.write_text(sdmx.structure(SMALL), encoding="utf-8")
    assert sdmx.load(rows, structure=structure) == SMALL
    with path.open("rb") as file:
        assert sdmx.load(file) == SMALL
    assert sdmx.load_draft(rows, structure=structure) == Draft.of(SMALL)
    assert sdmx.load_draft(rows).gaps
    with pytest.raises(FieldTypeError):
        sdmx.dump("text", path)  # type: ignore[arg-type]
    assert sdmx.load(path) == SMALL


def test_arguments_are_checked() -> None:
    with pytest.raises(FieldError, match="expected ml, csv or json"):
        sdmx.dumps(SMALL, "cvs")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="not a date"):
        sdmx.dumps(SMALL, prepared="2018-12-31")  # type: ignore[arg-type]
    for verb in (sdmx.dumps, sdmx.losses, sdmx.structure):
        with pytest.raises(FieldTypeError, match="expected a Review"):
            verb(5)  # type: ignore[operator]
    for load in (sdmx.loads, sdmx.loads_draft):
        with pytest.raises(FieldTypeError):
            load(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(("form", "longest"), [("csv", 131_072), ("ml", 2_000_000)])
def test_texts_that_are_too_long_to_be_read_are_refused(form: sdmx.Format, longest: int) -> None:
    first, *rest = SMALL.observations
    long = evolve(SMALL, observations=[evolve(first, note=Text(en="ữ" * longest)), *rest])
    assert sdmx.loads(sdmx.dumps(long, form), structure=sdmx.structure(long) if form == "csv" else None) == long
    longer = evolve(SMALL, observations=[evolve(first, note=Text(en="ữ" * (longest + 1))), *rest])
    with pytest.raises(FieldError, match="too long for readers of"):
        sdmx.dumps(longer, form)


def test_a_structure_alone_is_a_draft_without_figures() -> None:
    with pytest.raises(DocumentError, match="a structure message, which has no figures"):
        sdmx.loads(sdmx.structure(REVIEW))
    draft = sdmx.loads_draft(sdmx.structure(REVIEW))
    assert (draft.gaps, draft.observations) == ((), ())
    assert draft.indicators == REVIEW.indicators


@pytest.mark.parametrize("content", [sdmx.dumps(SMALL, "csv"), samples.SDG_CSV, samples.GENERIC_ML])
def test_loads_reports_every_gap_of_a_draft(content: str) -> None:
    draft = sdmx.loads_draft(content)
    with pytest.raises(DocumentError, match="the draft is not a valid review yet") as caught:
        sdmx.loads(content)
    reported = [re.split("[ ,]", problem.where)[0] for problem in caught.value.problems]
    assert reported == [where for where, _ in draft.gaps]
    assert "sdmx.load_draft" in caught.value.hint


def test_names_of_codes_and_concepts_are_not_read() -> None:
    """Files stay readable when the names of shared code lists change."""
    text = sdmx.dumps(SMALL)
    names = [name for shared in SHARED for name in (shared.name, *shared.codes.values())]
    for name in {name.en for name in (*names, *(component.name for component in (*DIMENSIONS, *ATTRIBUTES)))}:
        text = text.replace(f">{name}</com:Name>", ">Another name</com:Name>")
    assert text.count("Another name") > 50
    assert sdmx.loads(text) == SMALL


def saved_again(text: str, how: str) -> str:
    """Return a message as another program would save it."""
    if how == "lines of Windows":
        return text.replace("\n", "\r\n")
    if how == "lines of an old Mac":
        return text.replace("\n", "\r")
    if how == "minidom":
        return minidom.parseString(text.encode()).toxml()
    from lxml import etree

    return str(etree.tostring(etree.fromstring(text.encode()).getroottree(), encoding="unicode"))


@pytest.mark.parametrize("how", ["lines of Windows", "lines of an old Mac", "minidom", "lxml"])
def test_a_message_saved_by_another_program_is_read(how: str) -> None:
    """Whitespace around the structure and line endings may change."""
    assert sdmx.loads(saved_again(sdmx.dumps(SMALL), how)) == SMALL


@pytest.mark.slow  # texts of two million letters
@pytest.mark.parametrize(("how", "words"), [("lines of Windows", "ữ "), ("lxml", "ữ"), ("lxml", " "), ("lxml", "ữ ")])
def test_a_structure_in_parts_saved_by_another_program_is_read(how: str, words: str) -> None:
    """A part may start inside a text; programs drop whitespace before a part."""
    note = Text(en=f"x{words * 1_999_990 if len(words) == 1 else words * 990_000}x")
    long = evolve(SMALL, note=note)
    assert sdmx.dumps(long).count("<?aseansc-structure") > 1
    assert sdmx.loads(saved_again(sdmx.dumps(long), how)) == long


def test_a_message_without_its_structure_is_a_draft_that_reports_it() -> None:
    text = sdmx.dumps(SMALL)
    data = text[: text.index("<?aseansc-structure")]
    for lost in (data, f"{data}<!-- <?aseansc-structure x?> -->"):
        draft = sdmx.loads_draft(lost)
        assert draft.observations == SMALL.observations
        assert isinstance(draft.title, Gap)
        assert draft.title.reason.en.startswith("the title was in the structure part of the file")
    assert sdmx.loads(data, structure=sdmx.structure(SMALL)) == SMALL


def test_csv_is_read_without_lxml() -> None:
    script = (
        "import sys\nsys.modules['lxml'] = None\nsys.modules['lxml.etree'] = None\n"
        "from aseansc.datasets import skeleton\nfrom aseansc.interchange import sdmx\nreview = skeleton.load()\n"
        "print(sdmx.loads_draft(sdmx.dumps(review, 'csv')))\nsdmx.loads(sdmx.dumps(review))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "<Draft" in done.stdout
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[xml]"' in done.stderr


# -- the page


def test_the_page_lists_every_column_annotation_and_form() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "formats" / "sdmx.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`\n]+)`", page))
    assert set(COLUMNS) <= named
    assert {f"aseansc:{kind}" for kind, _ in RECORDS.values()} <= named
    kinds = {
        kind for text in (sdmx.structure(REVIEW), sdmx.structure(SMALL)) for kind in re.findall("aseansc:[a-z]+", text)
    }
    assert kinds <= named
    assert set(CL_VALUE_FORM.codes) <= named
    assert set(CL_OBS_STATUS.codes) <= named


def test_the_code_lists_are_those_of_the_model() -> None:
    lists: list[tuple[CodeListDefinition, list[str]]] = [
        (CL_QUALIFIER, [*Qualifier, "_Z"]),
        (CL_TIME_COLLECTION, [*TimeCollection, "_Z"]),
        (CL_TIME_BASIS, list(TimeBasis)),
        (CL_PER, list(Frequency)),
        (
            CL_VALUE_FORM,
            [
                "change",
                *dict.fromkeys((*RelativeForm, "increase_times", "decrease_times")),
                *AttainmentForm,
                "not_stated",
                "qualitative",
            ],
        ),
        (CL_PRICE_BASIS, list(PriceBasis)),
        (CL_CONF_STATUS, [CONFIDENTIALITY_CODES[code] for code in Confidentiality]),
    ]
    for definition, codes in lists:
        assert list(definition.codes) == codes
