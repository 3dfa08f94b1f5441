"""IATI of other publishers is read as a draft with gaps, and everything in the file is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, strategies as st
from lxml import etree

from aseansc import Absent, AsOf, Direction, Limits, Observation, Period, Review, Target, Text, TimeCollection, Value
from aseansc.datasets import annex, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, LimitError
from aseansc.extras import Extra
from aseansc.interchange import iati, json
from aseansc.interchange.iati._comments import comment
from aseansc.interchange.iati._unread import LONGEST_READ
from aseansc.units import percent, person
from tests.growth import slope

GOLDEN = Path(__file__).parents[1] / "golden" / "iati"
OTHERS = {path.stem: path.read_bytes() for path in sorted(GOLDEN.glob("*-2.*.xml"))}

each_file = pytest.mark.parametrize("name", OTHERS)


def draft(name: str, **more: str) -> Draft:
    return iati.loads_draft(OTHERS[name], **more)


def file_of(inside: str, *, version: str = "2.03", head: str = "") -> bytes:
    """Return a small file with one result."""
    return (
        f'<iati-activities version="{version}"><iati-activity xml:lang="en"><iati-identifier>X-1</iati-identifier>'
        f"<title><narrative>A</narrative></title>{head}"
        f'<result type="1"><title><narrative>R</narrative></title>{inside}</result></iati-activity></iati-activities>'
    ).encode()


def indicator_of(inside: str, measure: str = "1") -> bytes:
    title = "<title><narrative>Things</narrative></title>"
    return file_of(f'<indicator measure="{measure}">{title}{inside}</indicator>')


def period_of(inside: str, start: str = "2018-01-01", end: str = "2018-12-31") -> str:
    return f'<period><period-start iso-date="{start}"/><period-end iso-date="{end}"/>{inside}</period>'


def value_of(printed: str, measure: str = "1") -> object:
    found = iati.loads_draft(indicator_of(period_of(f'<actual value="{printed}"/>'), measure))
    return found.observations[0]["value"]


# -- complete files


@each_file
def test_drafts_of_the_golden_files_do_not_change(name: str) -> None:
    expected = (GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    assert json.dumps(draft(name)) == expected
    assert json.loads_draft(expected) == draft(name)


@each_file
def test_every_gap_has_a_vietnamese_reason_and_every_problem_a_line(name: str) -> None:
    found = draft(name)
    for where, gap in found.gaps:
        assert gap.reason.vi, f"{where} has no reason in Vietnamese"
    with pytest.raises(AseanscError) as caught:
        found.finish()
    records = [problem for problem in caught.value.problems if "[" in problem.where]  # type: ignore[attr-defined]
    assert records
    assert all("from line " in problem.where for problem in records)


@each_file
def test_loads_reports_every_gap_of_a_draft(name: str) -> None:
    with pytest.raises(DocumentError, match="the draft is not a valid review yet") as caught:
        iati.loads(OTHERS[name])
    assert len(caught.value.problems) == len(draft(name).gaps)
    assert "iati.load_draft" in caught.value.hint


def test_a_draft_with_all_gaps_filled_becomes_a_review() -> None:
    found = iati.loads_draft(
        indicator_of('<baseline year="2017" value="12"/>' + period_of('<target value="30"/><actual value="27"/>'))
    )
    fill = {
        "place": "VN-01",
        "period": Period.year(2018),
        "unit": person,
        "kind": "stock",
        "time_collection": TimeCollection.END,
    }
    from aseansc import Citation, Document, IndicatorKind

    fill["kind"] = IndicatorKind.STOCK
    fill["citation"] = Citation(document="report", start=0, end=2, printed="27")
    for where, _ in found.gaps:
        found = found.fill(where, fill[where.rpartition(".")[2]])
    import attrs

    review = attrs.evolve(found, documents=[Document(id="report", title="R", sha256="0" * 64)]).finish()
    assert isinstance(review, Review)
    assert [str(item.value) for item in review.observations] == ["12 person", "27 person"]
    assert review.target("things.2018.target").baseline == "things.2017.baseline"
    assert review.extra["iati"]["version"] == "2.03"


# -- numbers


@pytest.mark.parametrize("printed", ["0", "27", "-3", "2875.0", "0.125", "1234.567", " 12 ", "40.40"])
def test_plain_numbers_are_read_as_printed(printed: str) -> None:
    value = value_of(printed)
    assert isinstance(value, PartialRecord)
    assert str(value["magnitude"]) == printed.strip()
    assert isinstance(value["unit"], Gap)
    if abs(float(printed)) <= 100 and printed != "0.125":
        assert value_of(printed, "2") == Value.exact(printed.strip(), percent)


@pytest.mark.parametrize(
    "printed",
    [
        "1,500", "over 2000", "trên 60.000", "60.000", "8.604", "-1.250", "N/A", "-", "nd", "High", "1e3", "1E+3", "+5", ".5", "5.",
        "007", "1 000", "1_000", "NaN", "Infinity", "1e999999999", "٣", "½", "3-5", "12 persons", "0x10", "-$5", "$5$", "45%%", "$45%", "%45", "--1", "9" * 70,
    ],
)  # fmt: skip
@pytest.mark.parametrize("measure", ["1", "2"])
def test_a_value_that_is_not_a_plain_number_is_a_gap_that_shows_it(printed: str, measure: str) -> None:
    value = value_of(printed, measure)
    assert isinstance(value, Gap)
    assert printed in value.reason.en
    assert printed in str(value.reason.vi)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1,300.00", "1300.00"),
        ("1.300,00", "1300.00"),
        ("-1,300.5", "-1300.5"),
        ("1,300,000", "1300000"),
        ("1.300.000", "1300000"),
        ("1.300.000,5", "1300000.5"),
        ("1 300.50", "1300.50"),
        ("1 300 000", "1300000"),
        ("1\u00a0300,50", "1300.50"),
        ("1'300.50", "1300.50"),
        ("1,300.000", "1300.000"),
    ],
)
def test_thousands_separators_are_read_if_only_one_reading_is_possible(printed: str, expected: str) -> None:
    value = value_of(printed, "1")
    assert isinstance(value, PartialRecord)
    assert str(value["magnitude"]) == expected
    assert value_of(printed, "2") == Value.exact(expected, percent)


@pytest.mark.parametrize(
    "printed",
    [
        *("1,300", "1.300", "1 300", "12,5", "1,00,000", "0,300.00", "1,300,00", "1,300.00.0", "1300,000.5"),
        *("1,300 000", "$1,300", "1.300 €", "1,300.00 USD", "1,300.", ",300.00", "1,300.00-"),
    ],
)
def test_ambiguous_thousands_separators_are_gaps(printed: str) -> None:
    value = value_of(printed, "1")
    assert isinstance(value, Gap)
    assert printed in value.reason.en


@pytest.mark.parametrize("printed", ["45%", " 45 %", "45.50%", "1,300.00 %", "0%"])
def test_a_percent_sign_is_read_if_the_measure_is_a_percentage(printed: str) -> None:
    expected = printed.replace(",", "").strip(" %")
    assert value_of(printed, "2") == Value.exact(expected, percent)
    other = value_of(printed, "1")
    assert isinstance(other, Gap)
    assert printed in other.reason.en
    assert "does not agree with the measure" in other.reason.en


@pytest.mark.parametrize("printed", ["$1,300.00", "1.300,00 €", "₫1 300.00", "$ 1300.00"])
def test_a_currency_sign_is_read_if_the_measure_is_not_a_percentage(printed: str) -> None:
    value = value_of(printed, "1")
    assert isinstance(value, PartialRecord)
    assert str(value["magnitude"]) == "1300.00"
    assert printed in value["unit"].reason.en
    other = value_of(printed, "2")
    assert isinstance(other, Gap)
    assert "does not agree with the measure" in other.reason.en


def test_an_empty_value_is_a_gap_and_an_empty_target_is_not_stated() -> None:
    for actual in ('<actual value=""/>', '<actual value=" "/>', "<actual/>"):
        found = iati.loads_draft(indicator_of(period_of(actual + actual.replace("actual", "target"))))
        assert isinstance(found.observations[0]["value"], Gap)
        assert found.targets[0]["value"] is Absent.NOT_STATED


# -- the content of files


def test_the_file_of_the_agency() -> None:
    found = draft("agency-2.03")
    assert (found.id, found.place, str(found.period)) == ("XX-EXAMPLE-0042", "VN", "2016-01-01/P4Y")
    assert found.title == Text(en="Clean water for upland schools", vi="Nước sạch cho trường học vùng cao")
    pupils, schools = found.indicators
    assert isinstance(pupils["unit"], Gap)
    assert isinstance(pupils["kind"], Gap)
    assert pupils["better"] is Direction.UP
    assert pupils["codes"] == ("SDG:6.1.1",)
    assert schools["unit"] == percent
    baseline, actual, women, children, share, latest = found.observations
    assert (baseline["time"], baseline["place"]) == (Period.year(2015), "VN-14")
    assert actual["note"] == Text(en="Preliminary", vi="Sơ bộ")
    assert women["breakdown"] == ("sex:female",)
    assert isinstance(children["place"], Gap)
    assert "Upper district" in children["place"].reason.en
    assert isinstance(children["breakdown"], Gap)
    assert (share["time"], share["time_collection"]) == (AsOf.parse("2015-11-30"), TimeCollection.AT)
    assert latest["value"] == Value.exact("76.40", percent)
    assert latest["citation"]["document"] == found.documents[0]["id"] == "document"
    assert found.documents[0]["title"] == "Annual report 2018"
    assert found.targets[0]["baseline"] == baseline["id"]
    assert found.targets[1]["breakdown"] == ("sex:female",), "a target for women is not a target for all"


def test_other_content_of_the_agency_is_kept() -> None:
    unread = draft("agency-2.03").extra["iati"]["unread"]
    kept = "\n".join(str(item) for item in unread)
    for words in (
        "125000",
        "agency:internal",
        "{urn:example:agency}owner",
        "indicator-uri",
        "report.pdf",
        "1562415",
        "14030",
    ):
        assert words in kept
    assert all(isinstance(item["line"], int) for item in unread)


def test_each_activity_is_a_section_of_one_draft() -> None:
    found = draft("charity-2.02")
    assert isinstance(found.id, Gap)
    assert isinstance(found.place, Gap)
    first, readers, second, gardens = found.sections
    assert (readers["broader"], gardens["broader"]) == (first["id"], second["id"])
    assert [item["section"] for item in found.indicators] == [readers["id"]] * 2 + [gardens["id"]] * 2


def test_texts_without_a_language_are_gaps_unless_it_is_given() -> None:
    name = draft("charity-2.02").indicators[0]["name"]
    assert isinstance(name, PartialRecord)
    assert "Children who borrow books" in name["en"].reason.en
    assert draft("charity-2.02", lang="en").indicators[0]["name"] == Text(en="Children who borrow books")
    french = draft("charity-2.02").indicators[1]["name"]
    assert dict(french["others"]) == {"fr": "Part des filles"}
    with pytest.raises(FieldError):
        draft("charity-2.02", lang="English")


def test_texts_without_a_language_are_kept_if_others_have_one() -> None:
    words = '<narrative>Unlabelled</narrative><narrative xml:lang="vi">Tiếng Việt</narrative><narrative xml:lang="en-GB">British</narrative>'
    content = OTHERS["charity-2.02"].replace(b"<narrative>Reading rooms</narrative>", words.encode())
    found = iati.loads_draft(content)
    assert found.sections[0]["name"] == Text(en="British", vi="Tiếng Việt")
    kept = str(found.extra["iati"]["unread"])
    assert "Unlabelled" in kept
    assert "en-GB" in kept


def test_locations_and_documents_are_read_in_every_element() -> None:
    link = '<document-link format="text/html" url="https://example.org/{0}"><title><narrative>Report {0}</narrative></title></document-link>'
    place = '<location ref="L1"><location-id vocabulary="A4" code="LA"/></location>'
    head = place + link.format("of the activity")
    value = f'<actual value="5"><location ref="L1"/>{link.format("one")}{link.format("two")}</actual>'
    title = "<title><narrative>Things</narrative></title>"
    found = iati.loads_draft(
        file_of(
            link.format("of the result")
            + f'<indicator measure="1">{title}{link.format("of the indicator")}{period_of(value)}</indicator>',
            head=head,
        )
    )
    titles = [document["title"] for document in found.documents]
    assert titles == [
        f"Report {name}" for name in ("of the activity", "of the result", "of the indicator", "one", "two")
    ]
    assert found.observations[0]["place"] == "LA"
    assert isinstance(found.observations[0]["citation"], Gap), "the file does not state which of two documents"
    assert all(isinstance(document["lang"], Gap) for document in found.documents)


def test_publication_of_refuses_foreign_files() -> None:
    with pytest.raises(DocumentError, match="aseansc did not write this file"):
        iati.publication_of(OTHERS["agency-2.03"])


def test_invalid_dates_are_gaps() -> None:
    for start, end in (
        ("2018-12-31", "2018-01-01"),
        ("2018-02-30", "2018-12-31"),
        ("", ""),
        ("1/1/2018", "2018-12-31"),
    ):
        found = iati.loads_draft(indicator_of(period_of('<actual value="1"/>', start, end)))
        when = found.observations[0]["time"]
        assert isinstance(when, Gap)
        assert start in when.reason.en
    for attributes in ('year="2030" iso-date="1999-01-01"', 'year="0"', 'year="twenty"', "", 'year="99999"'):
        found = iati.loads_draft(indicator_of(f'<baseline {attributes} value="1"/>'))
        assert isinstance(found.observations[0]["time"], Gap)


def test_qualitative_values_are_findings() -> None:
    found = draft("ministry-2.03")
    assert [item.record_type for item in found.observations] == [Observation, Observation]
    low, medium, helpful = found.findings
    assert low["text"] == Text(en="Low, by interviews")
    assert isinstance(medium["text"], Gap)
    assert "Medium" in medium["text"].reason.en
    assert helpful["text"] == Text(en="Most found the office helpful")
    (target,) = found.targets
    assert target.record_type is Target
    assert target["value"] is Absent.QUALITATIVE
    assert target["note"] == Text(en="High")


@pytest.mark.parametrize("measure", ["3", "4", "99", ""])
def test_other_measures_have_gaps_for_unit_and_kind(measure: str) -> None:
    found = iati.loads_draft(indicator_of(period_of('<actual value="3"/>'), measure))
    assert isinstance(found.indicators[0]["unit"], Gap)
    assert isinstance(found.indicators[0]["kind"], Gap)


@pytest.mark.parametrize("version", ["2.01", "2.02", "2.03"])
def test_supported_versions(version: str) -> None:
    found = iati.loads_draft(file_of("", version=version))
    assert found.extra["iati"]["version"] == version


PLACES = {
    "KA": "an internal reference is not a country",
    "LA-1": "a code of a part of another country is not used",
    "site": "a word is not a place",
}


@pytest.mark.parametrize("ref", PLACES)
def test_an_internal_reference_is_not_a_place(ref: str) -> None:
    head = f'<recipient-country code="VN"/><location ref="{ref}"><name><narrative>Kay Ah</narrative></name></location>'
    for declared in (head, '<recipient-country code="VN"/>'):
        value = period_of(f'<actual value="1"><location ref="{ref}"/></actual>')
        title = "<title><narrative>Things</narrative></title>"
        found = iati.loads_draft(file_of(f'<indicator measure="1">{title}{value}</indicator>', head=declared))
        place = found.observations[0]["place"]
        assert isinstance(place, Gap), PLACES[ref]
        assert ref in place.reason.en


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ('<recipient-country code="VN"/>', "VN"),
        ('<recipient-country code="VN" percentage="100.0"/>', "VN"),
        ('<recipient-country code="VN" percentage="60"/>', None),
        ('<recipient-country code="VN" percentage="60"/><recipient-region code="619" percentage="40"/>', None),
        ('<recipient-country code="VN"/><recipient-region code="619"/>', None),
        ('<recipient-country code="VN"/><recipient-country code="LA"/>', None),
    ],
)
def test_the_place_is_the_country_if_it_has_the_whole_activity(head: str, place: str | None) -> None:
    found = iati.loads_draft(file_of("", head=head))
    if place is None:
        assert isinstance(found.place, Gap)
        assert "VN" in found.place.reason.en
        assert ("region 619 40%" in found.place.reason.en) is ('"40"' in head)
    else:
        assert found.place == place


def test_several_documents_of_a_value_give_a_gap_that_lists_them() -> None:
    link = '<document-link format="text/html" url="https://example.org/{0}"><title><narrative>Report {0}</narrative></title></document-link>'
    several = link.format("one") + link.format("two")
    found = iati.loads_draft(
        indicator_of(period_of(f'<target value="2">{several}</target><actual value="5">{several}</actual>'))
    )
    ids = [document["id"] for document in found.documents]
    for figure, expected in ((found.targets[0], ids[:2]), (found.observations[0], ids[2:])):
        citation = figure["citation"]
        assert isinstance(citation, Gap)
        assert ", ".join(expected) in citation.reason.en
        assert "does not state where the figure is printed" not in citation.reason.en
    finding = iati.loads_draft(indicator_of(period_of(f"<actual>{several}</actual>"), measure="5"))
    assert "document, document.2" in finding.findings[0]["document"].reason.en


def test_unread_parts_have_their_paths() -> None:
    inside = period_of('<actual value="1"/>') + period_of(
        '<actual value="2" odd="x"/><actual value="3"><new/></actual>'
    )
    found = iati.loads_draft(indicator_of(inside))
    paths = [item["element"] for item in found.extra["iati"]["unread"]]
    period = "/iati-activities/iati-activity[1]/result[1]/indicator[1]/period[2]"
    assert f"{period}/actual[1]" in paths
    assert f"{period}/actual[2]/new[1]" in paths


def test_the_period_of_a_finding_is_kept() -> None:
    found = iati.loads_draft(
        indicator_of(period_of('<target value="High"/><actual value="Low"/>', start="2017-03-04"), "5")
    )
    assert found.targets[0]["time"] == Period.parse("2017-03-04/2018-12-31")
    assert "2017-03-04" in str(found.extra["iati"]["unread"])
    alone = iati.loads_draft(indicator_of(period_of('<target value="High"/>', start="2017-03-04"), "5"))
    assert "2017-03-04" not in str(alone.extra["iati"]["unread"])


@each_file
def test_records_made_without_checks_equal_those_made_with_checks(name: str) -> None:
    for observation in draft(name).observations:
        assert isinstance(observation, PartialRecord)
        checked = PartialRecord(Observation, observation.fields, origin=observation.origin)
        assert (checked, list(checked)) == (observation, list(observation))


def test_the_longest_draft_is_read_quickly() -> None:
    content = indicator_of(period_of('<actual value="5"/>' * 49_000))
    begun = time.process_time()
    found = iati.loads_draft(content)
    assert time.process_time() - begun < 8
    assert len(found.observations) == 49_000


def test_the_largest_number_of_elements_is_an_argument(tmp_path: Path) -> None:
    content = indicator_of(period_of('<actual value="5"/>' * 50))
    path = tmp_path / "activity.xml"
    path.write_bytes(content)
    assert len(iati.load_draft(path, limits=Limits(items=800)).observations) == 50
    for read in (iati.loads, iati.loads_draft):
        with pytest.raises(LimitError, match=r"too many elements; got .* expected at most 49 elements"):
            read(content, limits=Limits(items=8 * 49))


def test_reading_a_draft_takes_time_in_proportion_to_its_elements() -> None:
    def reading(size: int) -> Callable[[], object]:
        content = indicator_of(period_of('<actual value="5"/>' * size))
        return lambda: iati.loads_draft(content, limits=Limits(items=size * 10))

    assert slope(reading, (4000, 8000, 16_000)) < 1.3


# -- everything is kept


MARK = "zz-mark-42"
MARKS = st.sampled_from([MARK, "x" * 500 + MARK])


@given(st.data())
def test_anything_added_to_a_file_is_in_its_draft(data: st.DataObject) -> None:
    """It is a field, in the reason of a gap, or in ``extra``; or the file is refused."""
    root = etree.fromstring(OTHERS[data.draw(st.sampled_from(list(OTHERS)))], etree.XMLParser(remove_comments=True))
    element, mark = data.draw(st.sampled_from(list(root.iter()))), data.draw(MARKS)
    how = data.draw(
        st.sampled_from(
            ["attribute", "new attribute", "foreign attribute", "text", "tail", "element", "foreign element"]
        )
    )
    if how == "attribute":
        element.set(data.draw(st.sampled_from([*element.attrib, "value"])), mark)
    elif how == "new attribute":
        element.set("note", mark)
    elif how == "foreign attribute":
        element.set("{urn:x}note", mark)
    elif how == "text":
        element.text = mark
    elif how == "tail" and element.getparent() is not None:
        element.tail = mark
    elif how == "foreign element":
        etree.SubElement(element, "{urn:x}note").text = mark
    else:
        etree.SubElement(element, data.draw(st.sampled_from(["note", "title", "value", "actual"]))).text = mark
    try:
        found = iati.loads_draft(etree.tostring(root))
    except DocumentError as error:
        assert MARK in str(error) or error.problems
    else:
        assert MARK in json.dumps(found)


# -- broken and hostile files


# -- elements that are empty, long or missing


def test_elements_without_content_leave_what_they_state_open() -> None:
    link = '<document-link url="https://example.org/a"><title><narrative>{}</narrative></title><document-date iso-date="{}"/></document-link>'
    for title, date, found in (
        ("Report", "2018-05-06", ("Report", "2018-05-06")),
        (" ", "2018-05-06", (None, "2018-05-06")),
        ("Report", "May", ("Report", None)),
    ):
        (document,) = iati.loads_draft(file_of("", head=link.format(title, date))).documents
        stated = tuple(
            None if isinstance(item, Gap) else str(item)
            for item in (document["title"], document.get("date", Gap(reason=Text(en="-"))))
        )
        assert stated == found, (title, date)


def test_an_activity_needs_an_identifier_that_can_be_the_id_of_a_review() -> None:
    whole = file_of("")
    for identifier, ident in (("X-1", "X-1"), ("Số 1", None), ("1:2", None), (" ", None)):
        found = iati.loads_draft(whole.replace(b"X-1", identifier.encode()))
        assert (None if isinstance(found.id, Gap) else found.id) == ident, identifier
        assert ident is not None or identifier.strip() in str(found.id)
    assert isinstance(iati.loads_draft(whole.replace(b"<iati-identifier>X-1</iati-identifier>", b"")).id, Gap)


def test_a_text_that_cannot_be_kept_as_a_name_is_kept_as_it_is() -> None:
    for words, is_name in (("Things", True), ("a\u0085b", False)):
        found = iati.loads_draft(indicator_of("").replace(b"Things", words.encode()))
        (indicator,) = found.indicators
        assert isinstance(indicator["name"], Text) is is_name, words
        assert (repr(words)[1:-1] in str(found.extra["iati"])) is not is_name


def test_long_texts_and_dimensions_that_are_not_read_are_kept() -> None:
    for size, is_kept in ((100, False), (LONGEST_READ, False), (LONGEST_READ + 1, True), (2 * LONGEST_READ, True)):
        words = "x" * size
        text = indicator_of("").replace(b'xml:lang="en"', b"").replace(b"Things", words.encode())
        assert (words in str(iati.loads_draft(text).extra["iati"])) is is_kept, size
        value = "y" * (size - len("area = "))
        dimension = period_of(f'<actual value="5"><dimension name="area" value="{value}"/></actual>')
        assert (value in str(iati.loads_draft(indicator_of(dimension)).extra["iati"])) is is_kept, size


def test_text_between_elements_is_kept() -> None:
    between = file_of("").replace(b"<result", b"a remark<result")
    unread = iati.loads_draft(between).extra["iati"]["unread"]
    assert "a remark" in [item.get("text") for item in unread]


def test_a_review_of_an_unknown_country_has_none() -> None:
    review = skeleton.load()
    for place, written in ((review.place, "XX"), ("VN-01", "VN"), ("somewhere", "")):
        moved = evolve(review, place=place)
        assert ("recipient-country" in iati.dumps(moved)) is bool(written), place
        assert f'<recipient-country code="{written}"/>' in iati.dumps(moved) or not written


def test_a_figure_without_a_time_is_described_without_one() -> None:
    review = annex.load()
    target = next(item for item in review.targets if not isinstance(item.time, Absent))
    untimed = evolve(target, time=Absent.NOT_STATED, time_collection=Absent.NOT_STATED, per=Absent.NOT_APPLICABLE)
    assert comment(target, "en").count(";") > comment(untimed, "en").count(";")


def test_extra_data_of_a_review_that_is_not_a_json_object_is_reported_with_its_line() -> None:
    text = iati.dumps(evolve(skeleton.load(), extra={"a": 1}))
    assert iati.loads(text).extra == Extra({"a": 1})
    start = text.index("<aseansc:extra>") + len("<aseansc:extra>")
    end = text.index("</aseansc:extra>")
    for words in ("{", "[1]", "", "5"):
        with pytest.raises(DocumentError) as caught:
            iati.loads(text[:start] + words + text[end:])
        (problem,) = caught.value.problems
        assert "aseansc:extra" in problem.where
        assert problem.problem.startswith("not a JSON object")
