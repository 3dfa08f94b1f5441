"""SDMX: broken and hostile documents; every problem is reported with its location."""

from __future__ import annotations

import csv
import io
import time

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from aseansc import Target, Value
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange import sdmx
from aseansc.interchange.sdmx._data_structure import COLUMNS, Row
from aseansc.strategies import values
from aseansc.units import Unit
from tests._profile import examples
from tests.interchange import _sdmx_samples as samples
from tests.interchange._sdmx import GOLDEN, REVIEW, SMALL, STRUCTURE, changed, problems, table, text_of


@pytest.mark.parametrize(
    ("cells", "where", "problem"),
    [
        ({"OBS_VALUE": "1e999999999"}, "row 2, OBS_VALUE", "not a decimal number"),
        ({"OBS_VALUE": "NaN"}, "row 2, OBS_VALUE", "not a decimal number"),
        ({"OBS_VALUE": "9" * 200}, "row 2, OBS_VALUE", "not a decimal number"),
        ({"OBS_VALUE": ""}, "row 2, OBS_VALUE", "not a decimal number"),
        ({"OBS_VALUE": "40,40"}, "row 2, OBS_VALUE", "not a decimal number"),
        ({"OBS_VALUE": "1.123456789"}, "row 2, OBS_VALUE", "more decimals than DECIMALS"),
        ({"RANGE_LOWER": "1", "RANGE_UPPER": "2"}, "row 2, OBS_VALUE", "a range has no single value"),
        ({"OBS_VALUE": "", "RANGE_LOWER": "1", "OBS_STATUS": "O"}, "row 2, RANGE_UPPER", "not a decimal number"),
        ({"DECIMALS": "two"}, "row 2, DECIMALS", "not a number of decimals"),
        ({"DECIMALS": "99999999999999999999"}, "row 2, DECIMALS", "not a number of decimals"),
        ({"UNIT_MULT": "1"}, "row 2, UNIT_MULT", "unknown code"),
        ({"UNIT_MEASURE": "smiles"}, "row 2, UNIT_MEASURE", "no such unit"),
        ({"UNIT_MEASURE": "a b"}, "row 2, UNIT_MEASURE", "not a unit code"),
        ({"QUALIFIER": "roughly"}, "row 2, QUALIFIER", "unknown code"),
        ({"RESOLUTION": "1e-2"}, "row 2, RESOLUTION", "not a decimal number"),
        ({"VALUE_FORM": "by"}, "row 2, VALUE_FORM", "one of change, not_stated"),
        ({"OBS_STATUS": "P"}, "row 2, OBS_STATUS", "does not agree with STATUSES"),
        ({"STATUSES": "estimated;estimated"}, "row 2, STATUSES", "a status is given twice"),
        ({"STATUSES": "guessed"}, "row 2, STATUSES", "unknown code"),
        ({"FREQ": "M"}, "row 2, FREQ", "does not agree with TIME_PERIOD"),
        ({"TIME_PERIOD": "2018.7"}, "row 2, TIME_PERIOD", "not a period"),
        ({"TIME_PERIOD": "2018-A1"}, "row 2, TIME_PERIOD", "not in its canonical form"),
        ({"TIME_PERIOD": "2018-02-30", "FREQ": "D"}, "row 2, TIME_PERIOD", "not a day"),
        ({"TIME_COLLECTION": "sometimes"}, "row 2, TIME_COLLECTION", "unknown code"),
        ({"TIME_PER_COLLECT": "H"}, "row 2, TIME_PER_COLLECT", "does not agree"),
        ({"TIME_BASIS": ""}, "row 2, TIME_BASIS", "unknown code"),
        ({"PER": "week"}, "row 2, PER", "unknown code"),
        ({"STATEMENT": "0"}, "row 2, STATEMENT", "not a positive whole number"),
        ({"FIGURE_TYPE": "dream"}, "row 2, FIGURE_TYPE", "unknown code"),
        ({"FIGURE_ID": ""}, "row 2, FIGURE_ID", "not well formed"),
        ({"REF_AREA": "Lai Châu"}, "row 2, REF_AREA", "not an SDMX identifier"),
        ({"INDICATOR": "no-such"}, "row 2 (Observation", "no such indicator"),
        ({"COMPOSITE_BREAKDOWN": "a b"}, "row 2, COMPOSITE_BREAKDOWN", "not well formed"),
        ({"LISTS": "["}, "row 2, LISTS", "not a JSON list"),
        ({"LISTS": "[" * 100_000}, "row 2, LISTS", "not a JSON list"),
        ({"LISTS": "[5]"}, "row 2, LISTS", "wrong type"),
        ({"GOVERNED_BY": "[[1, 2]]"}, "row 2, GOVERNED_BY", "the form of a span is wrong"),
        ({"CITED_START": "-1"}, "row 2, CITED_START", "not a whole number"),
        ({"CITED_END": "1.5"}, "row 2, CITED_END", "not a whole number"),
        ({"CITED_TEXT": ""}, "row 2, CITED_DOCUMENT", "empty"),
        ({"COMMENT_OBS": "", "COMMENT_OBS_VI": "chữ"}, "row 2, COMMENT_OBS", "has no English version"),
        ({"COMMENT_OBS": "words", "COMMENT_OBS_OTHERS": '[["xx"]]'}, "row 2, COMMENT_OBS_OTHERS", "the form of a comment in another language"),
        ({"COMMENT_OBS": "a\x00b"}, "row 2, COMMENT_OBS", "control character"),
        ({"WHOLE": "households"}, "row 2, WHOLE", "does not apply to figures of type observation"),
        ({"ACTION": "D"}, "row 2, ACTION", "unknown action"),
        ({"STRUCTURE": "table"}, "row 2, STRUCTURE", "unknown code"),
        ({"STRUCTURE_ID": "ASEANSC:DF_other(1.0)"}, "", "the structure"),
        ({"COMMENT_OBS": "", "COMMENT_OBS_OTHERS": '[["fr", "mots"]]'}, "row 2, COMMENT_OBS", "has no English version"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_reported(cells: dict[str, str], where: str, problem: str) -> None:
    found = problems(changed(0, **cells), STRUCTURE)
    assert any(where in line and problem in line for line in found), found


def test_a_claim_has_no_time_collection_and_a_share_no_form() -> None:
    lines = table(sdmx.dumps(REVIEW, "csv"))
    kinds = {line["FIGURE_TYPE"]: number for number, line in reversed(list(enumerate(lines)))}
    for kind, column, cell, problem in (
        ("change", "TIME_COLLECTION", "end", "claims have no time collection; got 'end'; expected _Z"),
        ("attainment", "TIME_COLLECTION", "total", "claims have no time collection; got 'total'; expected _Z"),
        ("share", "VALUE_FORM", "by", "shares have no VALUE_FORM; got 'by'; expected an empty cell"),
    ):
        line = {**lines[kinds[kind]], column: cell}
        (found,) = problems(text_of([*lines[: kinds[kind]], line, *lines[kinds[kind] + 1 :]]), sdmx.structure(REVIEW))
        assert found == f"row {kinds[kind] + 2}, {column}: {problem}", kind


def test_every_problem_is_reported_with_its_location() -> None:
    lines = table(sdmx.dumps(SMALL, "csv"))
    lines[0].update(OBS_VALUE="many", UNIT_MEASURE="smiles", CITED_START="x", TIME_BASIS="felt")
    lines[1].update(OBS_VALUE="few")
    found = problems(text_of(lines), STRUCTURE)
    assert [line.partition(":")[0] for line in found] == [
        "row 2, UNIT_MEASURE",
        "row 2, TIME_BASIS",
        "row 2, CITED_START",
        "row 3, OBS_VALUE",
    ]


def test_a_bad_xml_attribute_is_reported_with_its_line() -> None:
    text = sdmx.dumps(SMALL)
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "<Obs " in words)
    (found,) = problems(text.replace('TIME_BASIS="stated"', 'TIME_BASIS="felt"', 1))
    assert found.startswith(f"line {line}, TIME_BASIS: unknown code; got 'felt'")
    (found,) = problems(text.replace("<Obs ", '<Obs MOOD="good" ', 1))
    assert found.startswith(f"line {line}: unknown attribute; got 'MOOD'")


def test_a_bad_structure_is_reported_with_its_line() -> None:
    text = sdmx.dumps(SMALL)
    at = next(number for number, words in enumerate(text.splitlines(), 1) if '"kind": ' in words.replace("&quot;", '"'))
    broken = text.replace("&quot;kind&quot;: &quot;", "&quot;kind&quot;: &quot;odd-", 1)
    assert broken != text
    (found,) = problems(broken)
    assert found.startswith("structure, line ")
    assert "unknown code; got 'odd-" in found
    assert abs(int(found.split("line ")[1].split(",")[0]) - at) <= 4


def test_two_rows_with_the_same_key_are_refused() -> None:
    lines = table(sdmx.dumps(SMALL, "csv"))
    found = problems(text_of([*lines, lines[0]]), STRUCTURE)
    assert any("two rows have the same key" in line and "The first one is row 2" in line for line in found)
    again = {**lines[0], "STATEMENT": "2"}
    (found_id,) = problems(text_of([*lines, again]), STRUCTURE)
    assert "the id is used twice" in found_id
    (twice,) = problems(samples.OLD_CSV + samples.OLD_CSV.splitlines()[1])
    assert twice.startswith("row 4: two rows have the same key")


def test_unknown_missing_and_repeated_columns_are_reported() -> None:
    rows = sdmx.dumps(SMALL, "csv")
    assert "row 1: unknown column; got 'MOOD'" in problems(rows.replace("OBS_STATUS", "MOOD", 1), STRUCTURE)[0]
    assert "row 1: a column is missing; expected FREQ" in problems(rows.replace("FREQ", "MOOD", 1), STRUCTURE)[1]
    assert "a column is given twice" in problems(rows.replace("DECIMALS", "OBS_VALUE", 1), STRUCTURE)[0]
    assert "row 2: too few cells" in problems(rows.replace(",I,", ",", 1), STRUCTURE)[0]


def test_an_attainment_must_have_the_indicator_of_its_figures() -> None:
    lines = table(sdmx.dumps(REVIEW, "csv"))
    number = next(number for number, line in enumerate(lines) if line["FIGURE_TYPE"] == "attainment")
    lines[number]["INDICATOR"] = "poverty-rate"
    (found,) = problems(text_of(lines), sdmx.structure(REVIEW))
    assert found.startswith(f"row {number + 2}, INDICATOR: not the indicator of the figures")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
XML = sdmx.dumps(SMALL)
HOSTILE = {
    "nothing": b"",
    "blanks": b"  \n",
    "words": b"hello",
    "half": XML[: len(XML) // 2].encode(),
    "half a row": sdmx.dumps(SMALL, "csv")[:-30].encode() + b'"',
    "half of a character of utf-16": XML.encode("utf-16")[:-1],
    "utf-16 without a mark": XML.encode("utf-16-le"),
    "latin": 'STRUCTURE,STRUCTURE_ID\ná'.encode("latin-1"),
    "two marks": b"\xef\xbb\xbf\xef\xbb\xbf" + XML.encode(),
    "says latin": XML.replace("UTF-8", "ISO-8859-1", 1).encode(),
    "entities": XML.replace("<mes:", f"{BOMB}<mes:", 1),
    "external": XML.replace("<mes:", f"{EXTERNAL}<mes:", 1),
    "external dtd": XML.replace("<mes:", '<!-- x --><!DOCTYPE x SYSTEM "http://example.org/x.dtd"><mes:', 1),
    "lower case": XML.replace("<mes:", "<!doctype x><mes:", 1),
    "undeclared entity": XML.replace("ASEANSC", "&who;", 1),
    "deep": "<a>" * 10_000 + "</a>" * 10_000,
    "unclosed deep": "<a>" * 200_000,
    "long text": "<a>" + "x" * 11_000_000 + "</a>",
    "long attribute": '<a b="' + "x" * 11_000_000 + '"/>',
    "long cell": "STRUCTURE,STRUCTURE_ID,ACTION,X\ndataflow,A:B(1.0),I," + "x" * 10_000_000 + "\n",
    "long quoted": "STRUCTURE,STRUCTURE_ID,ACTION,X\ndataflow,A:B(1.0),I,\"" + "x" * 10_000_000,
    "many comments": "<!--" * 300_000,
    "another root": "<html/>",
    "an error": '<mes:Error xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"/>',
    "no structure id": "STRUCTURE,ACTION\n",
    "surrogate": "<a>\ud800</a>",
    "nul": XML.replace("ASEANSC", "ASEANSC\x00", 1),
    "deletes": XML.replace('ss:action="Information"', 'ss:action="Delete"', 1),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_documents_are_refused_quickly(name: str) -> None:
    start = time.process_time()
    with pytest.raises(DocumentError) as caught:
        sdmx.loads_draft(HOSTILE[name])
    assert time.process_time() - start < 1
    assert len(str(caught.value)) < 20_000


@pytest.mark.parametrize("form", ["ml", "csv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_read_and_removed(form: sdmx.Format, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    content = (mark + sdmx.dumps(SMALL, form)).encode(encoding)
    structure = (mark + STRUCTURE).encode(encoding)
    assert sdmx.loads(content, structure=structure) == SMALL
    assert sdmx.loads("\ufeff" + sdmx.dumps(SMALL, form), structure="\ufeff" + STRUCTURE) == SMALL


def test_entities_are_refused_with_a_clear_message() -> None:
    for name in ("entities", "external", "external dtd", "lower case"):
        assert "has a document type" in problems(HOSTILE[name])[0]


GOLDEN_TEXTS = [
    *((GOLDEN / name).read_bytes().decode() for name in ("skeleton-2.csv", "skeleton-2.xml")),
    samples.SDG_CSV,
    samples.OLD_CSV,
    samples.GENERIC_ML,
    samples.SERIES_ML,
]
ODD = st.sampled_from(
    ['"', "'", ",", "\n", "<", ">", "&", "/", "&#0;", "&x;", "]]>", "?>", "\x00", "\ufffe", "\ud800", "NaN", "1e9", "-", "", "null", "_T"]
) | st.text(max_size=5)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a valid document with some characters added, removed or replaced."""
    text = draw(st.sampled_from(GOLDEN_TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(ODD) + text[at + draw(st.integers(0, 12)) :]
    return text


def loads_or_refuses(content: str | bytes, structure: str | None = None) -> None:
    start = time.process_time()
    try:
        found = sdmx.loads_draft(content, structure=structure)
    except DocumentError as error:
        assert str(error)
    else:
        assert isinstance(found, Draft)
        hash(found)
    assert time.process_time() - start < 1


@settings(max_examples=examples(3))
@given(mutated())
def test_a_mutated_document_is_read_or_refused(text: str) -> None:
    loads_or_refuses(text)
    if text.startswith("STRUCTURE"):
        loads_or_refuses(text, STRUCTURE)


@settings(max_examples=examples(3))
@given(st.integers(0, len(table(sdmx.dumps(SMALL, "csv"))) - 1), st.sampled_from(COLUMNS), ODD)
def test_a_mutated_cell_is_read_or_refused(row: int, column: str, cell: str) -> None:
    loads_or_refuses(changed(row, **{column: cell}), STRUCTURE)


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.text(max_size=60))
def test_noise_is_refused(content: str | bytes) -> None:
    for load in (sdmx.loads, sdmx.loads_draft):
        with pytest.raises(DocumentError):
            load(content)
    loads_or_refuses(
        b"STRUCTURE,STRUCTURE_ID,ACTION,X\n"
        + (content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    )


@settings(max_examples=60)
@given(values())
def test_values_in_any_unit_round_trip(value: Value) -> None:
    """Magnitude, digits, resolution, qualifier and unit are kept."""
    from aseansc.interchange.sdmx._read_cells import Units, read_statement
    from aseansc.interchange.sdmx._write_rows import value_cells

    cells = value_cells(value)
    row = Row._make([cells.get(name, "") for name in COLUMNS])
    assert Value(**read_statement(row, Units(value.unit.parts or (value.unit,)))) == value


def test_many_kinds_of_groups_are_refused_quickly() -> None:
    names = [f"A{number}" for number in range(16)]
    kinds = range(1, 2**14)
    groups = "".join(
        "<Group " + " ".join(f'{n}="x"' for at, n in enumerate(names) if kind >> at & 1) + "/>" for kind in kinds
    )
    row = "<Obs " + " ".join(f'{name}="x"' for name in names) + "/>"
    before, _, rest = samples.SERIES_ML.partition("<Group ")
    text = f"{before}{groups}{row * 1000}</mes:DataSet>{rest.partition('</mes:DataSet>')[2]}"
    start = time.process_time()
    assert "too many combinations of dimensions" in problems(text)[0]
    assert time.process_time() - start < 1


def test_a_large_code_list_is_read_quickly() -> None:
    codes = "".join(f'<str:Code id="I{n}"><com:Name xml:lang="en">N{n}</com:Name></str:Code>' for n in range(4000))
    structure = samples.STRUCTURE_ML.replace("<str:Code ", f"{codes}<str:Code ", 1)
    series = "".join(
        f'<Series INDICATOR="I{n}" REF_AREA="VN"><Obs TIME_PERIOD="2018" OBS_VALUE="1"/></Series>' for n in range(4000)
    )
    text = samples.SERIES_ML.replace("<Series ", f"{series}<Series ", 1)
    start = time.process_time()
    assert sdmx.loads_draft(text, structure=structure).observations
    assert time.process_time() - start < 2


# -- structures


def spoiled(old: str, new: str) -> list[str]:
    """Return the problems of a message with a change in its structure."""
    text = sdmx.dumps(SMALL)
    assert old in text
    return problems(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("aseansc:indicator", "aseansc:indicators", "the code has no annotation"),
        ("aseansc:programme", "aseansc:program", "unknown annotation type"),
        ("aseansc:programme", "aseansc:program", "programme: the field is missing"),
        ("aseansc:id", "other:id", "no structure"),
        (f"<com:AnnotationTitle>{SMALL.place}<", "<com:AnnotationTitle>Lai Châu<", "place"),
        ("<com:AnnotationTitle>{", "<com:AnnotationTitle>[", "the document is not JSON"),
        (
            "<com:AnnotationTitle>2<",
            "<com:AnnotationTitle>99<",
            "unknown document version; got '99'; expected one of 1, 2",
        ),
        ("<mes:Structure xmlns:mes", "<mes:Structures xmlns:mes", "the document is not well-formed XML"),
    ],
)
def test_a_bad_structure_is_reported(old: str, new: str, problem: str) -> None:
    if problem == "no structure":
        assert sdmx.loads_draft(sdmx.dumps(SMALL).replace(f">{old}<", f">{new}<", 1)).gaps
        return
    found = spoiled(old, new)
    assert any(problem in line for line in found), found


def test_a_bad_period_is_reported() -> None:
    text = sdmx.dumps(SMALL)
    title = f"<com:AnnotationTitle>{SMALL.period}<"
    found = problems(text.replace(title, "<com:AnnotationTitle>lately<", 1))
    assert any("not a period; got 'lately'" in line and line.startswith("structure, line") for line in found)


def test_an_invalid_or_repeated_target_in_the_structure_is_reported() -> None:
    first = SMALL.observations[0]
    review = evolve(SMALL, claims=(), targets=[Target(id="some-plan", indicator=first.indicator, place=first.place)])
    text = sdmx.dumps(review)
    (found,) = problems(text.replace("&quot;some-plan&quot;", "5", 1))
    assert found.startswith("structure, line ")
    assert ".id: of the wrong type" in found
    start = text.index('<com:Annotation id="target.0">')
    end = text.index("</com:Annotation>", start) + len("</com:Annotation>")
    (twice,) = problems(text[:end] + text[start:end] + text[end:])
    assert "two targets have the same number" in twice


def test_a_unit_under_the_code_of_another_unit_is_reported() -> None:
    own = Unit.counting("tea_house", en="tea house", vi="quán trà")
    text = sdmx.dumps(evolve(SMALL, units=[own]))
    found = problems(text.replace("&quot;code&quot;: &quot;tea_house", "&quot;code&quot;: &quot;tea_shop", 1))
    assert any("the annotation of the unit code defines another unit" in line for line in found)


def test_the_definition_of_a_unit_that_is_not_json_is_reported_without_advice_for_a_whole_file() -> None:
    own = Unit.counting("tea_house", en="tea house", vi="quán trà")
    text = sdmx.dumps(evolve(SMALL, units=[own]))
    (found,) = problems(text.replace("{&quot;code&quot;: &quot;tea_house", "&quot;code&quot;: &quot;tea_house", 1))
    assert found.startswith("structure, line ")
    assert "the document is not JSON" in found
    assert "workbook" not in found


def test_a_quote_that_does_not_end_is_reported_with_the_line() -> None:
    head, first, *_ = sdmx.dumps(SMALL, "csv").splitlines()
    with pytest.raises(DocumentError, match=r"line 3: the document is not CSV; got 'unexpected end of data'"):
        sdmx.loads("\n".join([head, first, f'"{first}']))


def test_a_structure_of_other_data_is_refused() -> None:
    rows = sdmx.dumps(SMALL, "csv")
    assert "does not define the structure of the data" in problems(rows, samples.STRUCTURE_ML)[0]
    assert "given as structure is not a structure message" in problems(rows, sdmx.dumps(SMALL))[0]
    two = samples.SERIES_ML.replace("</mes:Header>", "</mes:Header><mes:DataSet ss:structureRef='T'/>", 1)
    assert "several structures" in problems(two)[0]
    headless = samples.SERIES_ML.replace("mes:Header>", "mes:Head>")
    assert sdmx.loads_draft(headless).observations
    assert (
        "does not define the structure of the data"
        in problems(
            samples.STRUCTURE_ML.replace("str:DataStructure ", "str:Other ").replace("str:DataStructure>", "str:Other>")
        )[0]
    )


def test_a_long_structure_is_split_into_several_instructions(monkeypatch: pytest.MonkeyPatch) -> None:
    """XML parsers refuse texts of more than ten million characters."""
    monkeypatch.setattr("aseansc.interchange.sdmx._write_xml._LONGEST_PART", 5_000)
    text = sdmx.dumps(SMALL)
    assert text.count("<?aseansc-structure") > 5
    assert sdmx.loads(text) == SMALL


def test_empty_columns_may_be_left_out() -> None:
    lines = table(sdmx.dumps(SMALL, "csv"))
    used = [name for name in lines[0] if any(line[name] for line in lines)]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, sorted(used[3:]), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    head = [",".join(used[:3]), *(",".join(line[name] for name in used[:3]) for line in lines)]
    text = "\n".join(f"{start},{rest}" for start, rest in zip(head, out.getvalue().splitlines(), strict=True))
    assert sdmx.loads(text, structure=STRUCTURE) == SMALL


def test_a_review_without_figures_round_trip() -> None:
    review = evolve(SMALL, observations=(), targets=(), claims=())
    assert sdmx.loads(sdmx.dumps(review)) == review
    assert sdmx.loads(sdmx.dumps(review, "csv"), structure=sdmx.structure(review)) == review
    assert sdmx.loads_draft(sdmx.dumps(review, "csv")).gaps


def test_a_fault_is_found_in_a_row_like_the_one_before_it() -> None:
    """The reader remembers what similar rows share, which must not hide a fault, whatever cell has it."""
    good = next(line for line in table(sdmx.dumps(SMALL, "csv")) if line["FIGURE_TYPE"] == "observation")
    good |= {"TIME_PERIOD": "2018", "FREQ": "A"}

    def found(*lines: dict[str, str]) -> tuple[list[str], tuple[object, ...]]:
        try:
            return [], tuple(sdmx.loads_draft(text_of(list(lines))).observations)
        except DocumentError as error:
            return [str(problem).replace("row 3", "row 2") for problem in error.problems], ()

    for column in COLUMNS:
        bad = good | {"FIGURE_ID": "other", "TIME_PERIOD": "2017", column: "¤"}
        after, before = found(good, bad), found(bad, good)
        assert after == (before[0], before[1][::-1]), column


def test_faults_of_a_structure_message_alone_have_its_lines() -> None:
    with pytest.raises(DocumentError) as caught:
        sdmx.loads_draft(STRUCTURE.replace("{&quot;", "{&quot;odd", 3))
    assert len(caught.value.problems) == 3
    for problem in caught.value.problems:
        number = int(problem.where.split("line ")[1].split(",")[0])
        assert "Annotation" in "".join(STRUCTURE.splitlines()[number - 3 : number + 2]), problem


@pytest.mark.parametrize("column", ["COMMENT_OBS_VI", "COMMENT_OBS_OTHERS"])
def test_a_comment_has_an_english_version(column: str) -> None:
    (found,) = problems(changed(0, **{"COMMENT_OBS": "", column: "x"}))
    assert found.startswith("row 2, COMMENT_OBS: the comment has no English version")


def test_a_figure_with_an_unknown_unit_keeps_its_form_and_number() -> None:
    for row, line in enumerate(table(sdmx.dumps(SMALL, "csv"))):
        if not line["UNIT_MEASURE"]:
            continue
        draft = sdmx.loads_draft(changed(row, UNIT_MEASURE="own"))
        figures = [
            item for item in (*draft.observations, *draft.targets, *draft.claims) if isinstance(item, PartialRecord)
        ]
        (value,) = (item["value"] for item in figures)
        assert isinstance(value, PartialRecord)
        assert isinstance(value["unit"], Gap)
        assert value.get("form", "") == ("" if line["VALUE_FORM"] == "change" else line["VALUE_FORM"])
