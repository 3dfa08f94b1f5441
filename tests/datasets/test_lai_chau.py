"""The Lai Châu dataset, compared with its source text and with a careful second reading."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import settings

from aseansc import (
    Absent,
    AttainmentClaim,
    ChangeClaim,
    Citation,
    Claim,
    FindingKind,
    MentionKind,
    Observation,
    Period,
    Qualifier,
    Review,
    ShareClaim,
    Status,
    TimeBasis,
    TimeCollection,
)
from aseansc.classifications import ASCC_2025
from aseansc.datasets import lai_chau

HEADER_DATE, END_OF_AUTHOR = 35, 23002
"""Positions of the first character of the page date and of the end of the author's name."""


@pytest.fixture(scope="module")
def review() -> Review:
    return lai_chau.load()


def test_load_returns_the_same_object_each_time(review: Review) -> None:
    assert lai_chau.load() is review


def _cited(review: Review) -> list[Citation]:
    """Return the citations of all figures and mentions."""
    found = [figure.citation for figure in review.figures()] + [mention.citation for mention in review.mentions]
    return [citation for citation in found if not isinstance(citation, Absent)]


def test_every_citation_matches_the_text(review: Review, source_text: str) -> None:
    assert review.verify(source_text).mismatches == ()


def test_every_number_of_the_text_is_cited(review: Review, source_text: str) -> None:
    """Every run of digits and every Roman numeral is part of a citation of a figure or mention."""
    spans = [(citation.start, citation.end) for citation in _cited(review)]
    body = source_text[:END_OF_AUTHOR]
    digits = [match for match in re.finditer(r"\d+", body) if match.start() >= HEADER_DATE]
    assert len(digits) == 187
    romans = list(re.finditer(r"\b[IVX]+\b", body))
    assert [match.group() for match in romans] == ["XI", "I", "VI"]
    for number in digits + romans:
        assert any(start <= number.start() and number.end() <= end for start, end in spans), number


def test_every_clause_of_the_text_is_encoded(review: Review, source_text: str) -> None:
    """Every clause is part of a finding, or contains a figure, a mention or a heading."""
    spans = [(citation.start, citation.end) for citation in _cited(review)]
    spans += [(finding.start, finding.end) for finding in review.findings]
    spans += [
        (section.citation.start, section.citation.end)
        for section in review.sections
        if not isinstance(section.citation, Absent)
    ]
    clauses = re.finditer(r"(?:[^.;…\n]|\.(?=\S))*\w(?:[^.;…\n]|\.(?=\S))*", source_text[:END_OF_AUTHOR])
    passed_over = [
        clause.group()
        for clause in clauses
        if not any(start < clause.end() and clause.start() < end for start, end in spans)
    ]
    assert passed_over == ["Tình hình kinh tế - xã hội", "Huy Dương"]  # the heading of the page and the author


def test_every_word_for_an_estimate_is_cited(review: Review, source_text: str) -> None:
    """Each "ước" as a separate word governs a figure, or the time of an expected event."""
    words = [match.span() for match in re.finditer(r"\b[Ưư]ớc\b", source_text[:END_OF_AUTHOR])]
    governing = {(word.start, word.end) for citation in _cited(review) for word in citation.governed_by}
    assert len(words) == 8
    for start, end in words:
        assert any(first <= start and end <= last for first, last in governing), start


def test_a_figure_is_estimated_if_and_only_if_an_estimate_word_governs_it(review: Review) -> None:
    for figure in review.figures():
        assert not isinstance(figure.citation, Absent)
        governed = any("ước" in word.printed.lower() for word in figure.citation.governed_by)
        assert governed is (Status.ESTIMATED in figure.statuses), figure.id


def test_a_changed_cited_character_is_reported_at_its_position(review: Review, source_text: str) -> None:
    """Only citations that contain the changed character are reported."""
    cited = _cited(review)
    words = {(word.start, word.end) for citation in cited for word in citation.governed_by}
    spans = {(citation.start, citation.end) for citation in cited} | words
    for start, end in sorted(spans)[:: 1 if settings.default.max_examples > 1000 else 45]:  # all of them at night
        at = (start + end) // 2
        changed = f"{source_text[:at]}#{source_text[at + 1 :]}"
        whole, *rest = review.verify(changed).mismatches
        assert whole.expected.startswith("SHA-256")
        assert (start, end) in {(item.start, item.end) for item in rest}
        for item in rest:
            assert item.start <= at < item.end
            assert item.found[at - item.start] == "#"


def test_a_changed_character_outside_citations_is_reported_for_the_document(review: Review, source_text: str) -> None:
    (mismatch,) = review.verify(f"{source_text[:-1]}#").mismatches
    assert mismatch.where == "Document 'lai-chau-2019'"


def test_a_changed_governing_word_is_reported(review: Review, source_text: str) -> None:
    changed = f"{source_text[:4755]}đợt{source_text[4758:]}"
    found = review.verify(changed).mismatches
    assert {(item.start, item.expected, item.found) for item in found[1:]} == {(4755, "ước", "đợt")}


def test_findings_begin_and_end_at_word_boundaries(review: Review, source_text: str) -> None:
    for finding in review.findings:
        first, last = source_text[finding.start], source_text[finding.end - 1]
        assert not first.isspace()
        assert not last.isspace()
        assert not source_text[finding.start - 1].isalnum()
        assert last == "." or not source_text[finding.end].isalnum()


def test_a_shorter_text_is_reported(review: Review) -> None:
    assert any(item.where.startswith("Finding") for item in review.verify("x" * 300).mismatches)


READING = [
    # start, printed, magnitude, unit, qualifier, resolution, time, collection, basis, statuses
    (1219, "hơn 400 tin, bài", "400", "news_item", "over", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (1260, "4 tiếng dân tộc", "4", "language", "exact", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (1729, "36 đề tài, dự án", "36", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (1800, "28 đề tài, dự án", "28", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (1827, "08 dự án", "8", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (3424, "5.900 lao động", "5900", "person", "exact", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (3510, "46,33%", "46.33", "percent", "exact", "0.01", "2018", "end", "assumed", ()),
    (4206, "355 công trình", "355", "works", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4405, "trên 60.000 lượt hộ", "60000", "household_turn", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4515, "trên 40.000 hộ", "40000", "household", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4598, "trên 160.000 ha", "160000", "hectare", "over", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (4791, "24.737 hộ nghèo", "24737", "household", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (4829, "25,55%", "25.55", "percent", "exact", "0.01", "2018", "end", "stated", ("estimated",)),
    (4873, "02 huyện", "2", "district", "exact", "1", "2018", "total", "stated", ()),
    (4969, "36.094 hộ nghèo", "36094", "household", "exact", "1", "2016", "beginning", "stated", ()),
    (5007, "40,40%", "40.40", "percent", "exact", "0.01", "2016", "beginning", "stated", ()),
    (5053, "24.737 hộ nghèo", "24737", "household", "exact", "1", "2018", "within", "stated", ("estimated",)),
    (5091, "25,55%", "25.55", "percent", "exact", "0.01", "2018", "within", "stated", ("estimated",)),
    (5774, "trên 808 dự án", "808", "project", "over", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (5818, "khoảng 3.185 lao động", "3185", "person", "about", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (6269, "6.924 người", "6924", "person", "exact", "1", "2016-01-01/P3Y", "average", "stated", ()),
    (6299, "311 lao động", "311", "person", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (6447, "2,7%", "2.7", "percent", "exact", "0.1", "2018", "end", "assumed", ()),
    (6498, "10%", "10", "percent", "exact", "1", "2018", "end", "assumed", ()),
    (6605, "72,9%", "72.9", "percent", "exact", "0.1", "2018", "end", "assumed", ()),
    (6638, "10,4%", "10.4", "percent", "exact", "0.1", "2018", "end", "assumed", ()),
    (6659, "16,7%", "16.7", "percent", "exact", "0.1", "2018", "end", "assumed", ()),
    (6712, "trên 98% hộ gia đình", "98", "percent", "over", "1", "2018", "end", "assumed", ()),
    (6868, "1.329 đối tượng", "1329", "person", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (6943, "1.987 lượt đối tượng", "1987", "person_turn", "exact", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (6970, "2.459 suất quà", "2459", "gift", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (7086, "320 nhà ở", "320", "dwelling", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (7525, "23.426 lượt đối tượng", "23426", "person_turn", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (7609, "294.042 lượt đối tượng", "294042", "person_turn", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (8165, "hơn 6.000 suất/ năm", "6000", "gift", "over", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (8194, "hơn 1 tỷ đồng", "1000000000", "VND", "over", "1E+9", "2016-01-01/P3Y", "each", "assumed", ()),
    (8363, "gần 300 triệu đồng", "300000000", "VND", "nearly", "1E+6", "2016-01-01/P3Y", "each", "assumed", ()),
    (8404, "81 xã, phường", "81", "commune", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (8506, "67%", "67", "percent", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (8901, "36/108 xã, phường", "36", "commune", "exact", "1", "2018", "end", "assumed", ()),
    (8904, "108 xã, phường", "108", "commune", "exact", "1", "2018", "end", "assumed", ()),
    (8942, "hơn 90 người", "90", "person", "over", "1", "2016-01-01/P3Y", "average", "assumed", ()),
    (9043, "200 người", "200", "person", "exact", "1", "2016-01-01/P3Y", "average", "assumed", ()),
    (9156, "hơn 2.000 lượt người", "2000", "person_turn", "over", "1", "2016-01-01/P3Y", "average", "assumed", ()),
    (10332, "12.878 giấy chứng nhận", "12878", "certificate", "exact", "1", "2016-01-01/P3Y", "total", "stated", ()),
    (10480, "3.845,49 ha", "3845.49", "hectare", "exact", "0.01", "2016-01-01/P3Y", "total", "stated", ()),
    (10527, "91,77%", "91.77", "percent", "exact", "0.01", "2018", "end", "carried", ()),
    (10545, "05 điểm mỏ", "5", "mine_site", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (10641, "35 giấy phép", "35", "licence", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (10685, "04 hồ sơ", "4", "dossier", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (10716, "04 đề án", "4", "scheme", "exact", "1", "2016-01-01/P3Y", "total", "carried", ()),
    (11457, "28 dự án", "28", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (11516, "897 dự án", "897", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (11527, "63 giấy xác nhận", "63", "certificate", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (11627, "19 sổ đăng ký", "19", "register_book", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (11667, "34 dự án", "34", "project", "exact", "1", "2016-01-01/P3Y", "total", "assumed", ()),
    (11766, "458,6 triệu đồng", "458600000", "VND", "exact", "1E+5", "2016-01-01/P3Y", "total", "assumed", ()),
    (12098, "8.604 ha", "8604", "hectare", "exact", "1", "2016-01-01/P3Y", "total", "stated", ("estimated",)),
    (12169, "3.919 ha", "3919", "hectare", "exact", "1", "2016-01-01/P3Y", "total", "stated", ("estimated",)),
    (12233, "49,11 %", "49.11", "percent", "exact", "0.01", "2018", "within", "stated", ("estimated",)),
    (
        14604,
        "trên 378 nghìn lượt người",
        "378000",
        "person_turn",
        "over",
        "1E+3",
        "2016-01-01/P3Y",
        "average",
        "assumed",
        (),
    ),
    (
        14825,
        "gần 900 nghìn lượt người",
        "900000",
        "person_turn",
        "nearly",
        "1E+3",
        "2016-01-01/P3Y",
        "total",
        "assumed",
        (),
    ),
    (14883, "trên 410 nghìn người", "410000", "person", "over", "1E+3", "2016-01-01/P3Y", "each", "assumed", ()),
    (14925, "trên 24 nghìn người", "24000", "person", "over", "1E+3", "2016-01-01/P3Y", "each", "assumed", ()),
    (14971, "trên 400 lượt người", "400", "person_turn", "over", "1", "2016-01-01/P3Y", "each", "assumed", ()),
    (15169, "94,5%", "94.5", "percent", "exact", "0.1", "2018", "end", "assumed", ("estimated",)),
    (15287, "100%", "100", "percent", "exact", "1", "2018", "end", "assumed", ()),
    (16820, "82% hộ gia đình", "82", "percent", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (16837, "63% thôn, bản, khu phố", "63", "percent", "exact", "1", "2018", "end", "stated", ("estimated",)),
    (16861, "93% cơ quan, đơn vị", "93", "percent", "exact", "1", "2018", "end", "stated", ("estimated",)),
]
"""The observations of an independent reading of the same pages."""


def test_the_observations_match_the_second_reading(review: Review) -> None:
    assert [
        (
            item.citation.start,
            item.citation.printed,
            str(item.value.magnitude),
            item.value.unit.code,
            item.value.qualifier.value,
            str(item.value.resolution),
            str(item.time),
            item.time_collection.value,
            item.time_basis.value,
            tuple(status.value for status in item.statuses),
        )
        for item in sorted(review.observations, key=lambda item: item.citation.start)
    ] == READING


CLAIMS = [
    # start, printed, type, value, statuses, what it refers to
    (3444, "100% kế hoạch năm", "Attainment", "of_plan 100 percent", "", ("vocational-trainees.2016-2018.each",)),
    (
        4707,
        "4,95%/năm",
        "RelativeChange",
        "by -4.95 percent/year",
        "",
        ("poverty-rate.2016.beginning", "poverty-rate.2018.end"),
    ),
    (8515, "100% kế hoạch", "Attainment", "of_plan 100 percent", "estimated", ("special-children-care-rate.2018.end",)),
    (
        9184,
        "trên 50% người nghiện ma túy",
        "Value",
        "over 50 percent",
        "",
        ("methadone-turns.2016-2018.average", "drug-users"),
    ),
    (
        12108,
        "vượt kế hoạch 25,5%",
        "Attainment",
        "over_plan 25.5 percent",
        "estimated",
        ("new-forest.2016-2018.total",),
    ),
    (
        12179,
        "vượt kế hoạch 7%",
        "Attainment",
        "over_plan 7 percent",
        "estimated",
        ("replacement-forest.2016-2018.total",),
    ),
    (
        12247,
        "3,7 điểm %",
        "Change",
        "3.7 percentage_point",
        "estimated",
        (Absent.NOT_STATED, "forest-cover.2018.within"),
    ),
    (14855, "81% kế hoạch", "Attainment", "of_plan 81 percent", "", ("medical-examinations.2016-2018.total",)),
]


def test_the_claims_match_the_second_reading(review: Review) -> None:
    def refers(claim: Claim) -> tuple[str | Absent, ...]:
        if isinstance(claim, ChangeClaim):
            return (claim.start, claim.end)
        return (claim.actual,) if isinstance(claim, AttainmentClaim) else (claim.part, claim.whole)

    assert [
        (
            claim.citation.start,
            claim.citation.printed,
            type(claim.value).__name__,
            str(claim.value),
            " ".join(claim.statuses),
            refers(claim),
        )
        for claim in sorted(review.claims, key=lambda claim: claim.citation.start)
    ] == CLAIMS


def test_the_time_of_a_change_is_the_printed_period(review: Review) -> None:
    assert review.claim("forest-cover.2015-2018.change").time == Period.years(2015, 2018)
    assert review.claim("poverty-rate.2016-2018.change").time == Period.years(2016, 2018)


def test_no_plan_has_its_number_printed(review: Review) -> None:
    assert len(review.targets) == 7
    assert {target.value for target in review.targets} == {Absent.NOT_STATED}
    met = {claim.target for claim in review.claims if isinstance(claim, AttainmentClaim)}
    assert {target.id for target in review.targets} - met == {"poverty-rate.target", "new-jobs.2016-2018.target"}


def test_figures_are_in_the_order_of_the_text(review: Review) -> None:
    starts = [figure.citation.start for figure in review.figures() if not isinstance(figure.citation, Absent)]
    assert starts == sorted(starts)
    assert (len(review.observations), len(review.claims)) == (70, 8)


def test_the_mentions_have_the_expected_content(review: Review) -> None:
    contents: dict[MentionKind, list[str]] = {kind: [] for kind in MentionKind}
    for mention in sorted(review.mentions, key=lambda mention: mention.citation.start):
        contents[mention.kind].append(str(mention.content))
    assert contents[MentionKind.DATE] == [
        *("2019-11-15", "2013-04-10", "2014-05-13", "2013-04-10", "2016-01-25", "2025", "2017-08-02", "2015"),
        *("2016-01-01/P3Y", "2016-01-01/P3Y", "2018", "2018", "2016", "2018", "2016-01-01/P3Y", "2018"),
        *("2016-01-01/P3Y", "--06-05", "--04-29", "--05-06", "--09-20", "--05-22", "2018", "2016-01-01/P3Y", "2018"),
        *("2015", "2018", "2018", "2018", "2017-08-02", "2025"),
    ]
    assert contents[MentionKind.DOCUMENT_NUMBER] == [
        *("22-NQ/TW", "31/NQ-CP", "22-NQ/TW", "161/QĐ-TTg", "1418/KH-UBND"),
        *("161", "29-NQ/TW", "1668/QĐ-TTg", "1418/KH-UBND"),
    ]
    assert contents[MentionKind.DURATION] == ["3 year", "3 year", "3 year", "3 year", "10 year", "3 year"]
    assert contents[MentionKind.ORDINAL] == ["11", "1", "6"]
    assert contents[MentionKind.AGE] == ["under 6 year"]
    assert contents[MentionKind.NAME] == ["3 trong 1"]


def test_the_instruments_are_those_named_in_the_text(review: Review) -> None:
    assert [(item.kind.value, item.number, str(item.date)) for item in review.instruments] == [
        ("resolution", "22-NQ/TW", "2013-04-10"),
        ("resolution", "31/NQ-CP", "2014-05-13"),
        ("decision", "161/QĐ-TTg", "2016-01-25"),
        ("plan", "1418/KH-UBND", "2017-08-02"),
        ("resolution", "29-NQ/TW", "not_stated"),
        ("decision", "1668/QĐ-TTg", "not_stated"),
    ]


def test_a_count_lists_the_counted_names(review: Review) -> None:
    for observation in review.observations:
        if observation.lists:
            assert len(observation.lists) == observation.value.magnitude


def test_numerators_denominators_and_breakdowns_are_declared(review: Review) -> None:
    rate = review.indicator("poverty-rate")
    assert (rate.numerator, rate.denominator) == ("poor-households", "households")
    assert review.series("households").observations == ()
    parts = {
        indicator.id: [(breakdown.parts, breakdown.complete) for breakdown in indicator.breakdowns]
        for indicator in review.indicators
        if indicator.breakdowns
    }
    assert parts == {
        "research-projects": [(("research-projects-provincial", "research-projects-ministerial"), True)],
        "employed": [(("employed-agriculture", "employed-industry", "employed-services"), True)],
        "communes": [(("drug-free-communes",), False), (("child-friendly-communes",), False)],
        "new-forest": [(("replacement-forest",), False)],
    }


def test_shares_of_employment_refer_to_the_parts_of_one_whole(review: Review) -> None:
    employed = review.indicator("employed")
    shares = [item for item in review.indicators if item.denominator == employed.id and item.id.endswith("-share")]
    assert tuple(item.numerator for item in shares) == employed.breakdowns[0].parts
    assert sum(review.series(item.id).observations[0].value.magnitude for item in shares) == 100


def test_town_and_country_are_categories_of_one_indicator(review: Review) -> None:
    found = {
        (item.indicator, str(item.value), item.breakdown, item.citation.printed)
        for item in review.observations
        if item.breakdown
    }
    assert found == {
        ("unemployment-rate", "2.7 percent", ("residence:urban",), "2,7%"),
        ("underemployment-rate", "10 percent", ("residence:rural",), "10%"),
    }


def test_indicators_without_printed_numbers_have_no_figures(review: Review) -> None:
    counted = {item.indicator for item in review.observations}
    named = {item.id for item in review.indicators} - counted
    referred = {
        item
        for indicator in review.indicators
        for item in (
            indicator.numerator,
            indicator.denominator,
            *(part for breakdown in indicator.breakdowns for part in breakdown.parts),
        )
    }
    referred |= {finding.indicator for finding in review.findings}
    referred |= {claim.whole for claim in review.claims if isinstance(claim, ShareClaim)}
    assert named <= referred | {"employed"}


def test_findings_have_all_three_kinds(review: Review) -> None:
    kinds = Counter(finding.kind for finding in review.findings)
    assert set(kinds) == set(FindingKind)
    assert {item.section for item in review.findings if item.kind is FindingKind.DIFFICULTY} == {"difficulties"}
    assert {item.section for item in review.findings if item.kind is FindingKind.ACTION} == {"actions", "disasters"}


def test_every_section_has_its_printed_heading(review: Review, source_text: str) -> None:
    for section in review.sections:
        assert not isinstance(section.citation, Absent)
        line = (
            source_text[: section.citation.start].rpartition("\n")[2]
            + source_text[section.citation.start :].partition("\n")[0]
        )
        assert line.strip("\xa0 *").startswith(section.citation.printed)


MISPRINTS = {
    149: "Lai châu",
    390: "Cộng động",
    4301: "học...Hỗ",
    5171: "xã hôi",
    5386: "đã tổ các",
    8653: "đa đạng",
    8809: "Tiếp tục, xây",
    16499: "Nội…Hàng",
    16594: "nối bản",
    17531: "được được",
    19105: "bộ phần",
    20085: "phục.Đa",
}


def test_misprints_are_noted_at_their_positions(review: Review, source_text: str) -> None:
    assert not isinstance(review.note, Absent)
    for language in ("en", "vi"):
        noted = {int(number) for number in re.findall(r"\d{3,}", review.note.lookup(language).text)}
        assert noted == set(MISPRINTS)
    for start, printed in MISPRINTS.items():
        assert source_text[start : start + len(printed)].replace("\xa0", " ") == printed


def test_the_note_on_the_page_date_names_the_newest_other_news(review: Review, source_text: str) -> None:
    """That date is before the end of the estimated year."""
    listed = re.findall(r"\((\d\d)/(\d\d)/(\d{4})\)", source_text[END_OF_AUTHOR:])
    day, month, year = max(listed, key=lambda item: item[::-1])
    note = review.mentions[0].note
    assert not isinstance(note, Absent)
    for language in ("en", "vi"):
        assert f"{day}/{month}/{year}" in note.lookup(language).text


def test_names_and_notes_are_bilingual_and_not_copied_from_the_source(review: Review, source_text: str) -> None:
    """No run of nine syllables may be the same as in the source."""
    records = (*review.figures(), *review.targets, *review.mentions, *review.indicators)
    texts = [record.note for record in records if not isinstance(record.note, Absent)]
    texts += [indicator.name for indicator in review.indicators] + [finding.text for finding in review.findings]
    source = f" {_words(source_text)} "
    for text in texts:
        vietnamese = text.lookup("vi")
        assert vietnamese.language == "vi"
        syllables = _words(vietnamese.text).split()
        for start in range(len(syllables) - 8):
            assert f" {' '.join(syllables[start : start + 9])} " not in source, vietnamese.text


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_codes_belong_to_the_blueprint(review: Review) -> None:
    for record in (*review.indicators, *review.sections):
        for code in record.codes:
            scheme, _, ident = code.partition(":")
            assert scheme == ASCC_2025.id
            assert ASCC_2025.code(ident)


def test_assumed_and_carried_times_are_marked(review: Review) -> None:
    observed = [figure for figure in review.figures() if isinstance(figure, Observation)]
    assert {item.time_basis for item in observed} == set(TimeBasis)
    for item in observed:
        if item.time_basis is TimeBasis.ASSUMED and item.time_collection is not TimeCollection.END:
            assert item.time == review.period


def test_the_interval_of_over_is_open(review: Review) -> None:
    support = review.observation("production-support-turns.2016-2018.total")
    assert support.value.qualifier is Qualifier.OVER
    assert str(review.interval(support)) == "(60000, ∞)"


def test_the_interval_of_a_share_reflects_its_rounding(review: Review) -> None:
    rate = review.observation("poverty-rate.2016.beginning")
    assert str(review.interval(rate)) == "[40.395, 40.405]"
