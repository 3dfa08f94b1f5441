"""Report pages: self-contained, readable by people and programs, and safe whatever the documents contain."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from time import process_time

import pytest
from attrs import evolve

from aseansc import (
    Absent,
    Observation,
    Review,
    Text,
    Value,
)
from aseansc.audit import Audit, audit
from aseansc.cli import main
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.errors import FieldError, FieldTypeError, UnknownNameError
from aseansc.interchange import json
from aseansc.labels import LANGUAGES, Lang
from aseansc.pages import comparison, index, losses, report, site
from aseansc.pages._gaps import breaks_of
from aseansc.pages._names import Names
from aseansc.pages._words import WORDS
from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection
from aseansc.units import household, percent
from tests._many_figures import annexes
from tests.test_cli import main_quietly

REVIEW = lai_chau.load()
VOID = {"meta", "link", "br", "line", "circle", "rect", "path", "use", "image"}


class Page(HTMLParser):
    """A parsed page: its tags with attributes, its links and ids, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute))]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


PAGES = [(data, lang) for data in (lai_chau, annex, skeleton) for lang in LANGUAGES]


@pytest.fixture(scope="module", params=PAGES, ids=lambda case: f"{case[0].__name__.rpartition('.')[2]}-{case[1]}")
def html(request: pytest.FixtureRequest) -> str:
    data, lang = request.param
    return report(data.load(), lang)


def section(html: str, name: str) -> str:
    """Return the part of a page in the section with an id."""
    return html.partition(f'<section id="{name}"')[2].partition("</section>")[0]


def test_a_page_is_one_small_file_without_scripts_and_requests(html: str) -> None:
    page = Page(html)
    assert len(html.encode()) < 300_000
    names = [tag for tag, _ in page.tags]
    assert not {"script", "iframe", "img", "object", "embed", "form", "base"} & set(names)
    assert all(link.startswith(("#", "data:,")) for link in [*page.values("href"), *page.values("src")])
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert "@import" not in html
    assert re.findall(r"url\((?!#)", html) == []
    assert "default-src 'none'" in html


def test_every_link_leads_to_an_element_and_no_id_is_used_twice(html: str) -> None:
    page = Page(html)
    ids = page.values("id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    for name in (*page.values("aria-labelledby"),):
        assert name in ids


def test_headings_are_nested_without_gaps_and_drawings_have_a_text(html: str) -> None:
    page = Page(html)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    for tag, attrs in page.tags:
        if tag == "svg":
            assert attrs.get("aria-hidden") == "true" or (attrs.get("role") == "img" and attrs.get("aria-label"))
        if tag == "th":
            assert attrs.get("scope")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_is_in_the_tables_as_printed_and_as_read(lang: Lang) -> None:
    page = Page(report(REVIEW, lang))
    ids = page.values("id")
    for figure in REVIEW.figures():
        assert f"f-{figure.id}" in ids
        assert not isinstance(figure.citation, Absent)
        assert figure.citation.printed in page.text
        assert f"{figure.value:{lang}}" in page.text
    for indicator in REVIEW.indicators:
        assert indicator.name.lookup(lang).text in page.text
    assert REVIEW.documents[0].sha256 in page.text


def test_no_plan_of_the_reference_review_is_shown_as_met_since_none_has_its_number() -> None:
    claims = section(report(REVIEW, "en"), "claims")
    assert claims.count('<span class="tag unchecked">cannot be checked</span>') == 7
    assert claims.count("the number of the plan is not stated") == 7
    assert 'class="tag met"' not in claims
    assert claims.count("met, according to the report") == 5  # one of them is not met
    assert "No target has its number" in report(REVIEW, "en")


def test_the_findings_are_those_of_the_first_screen_with_their_questions() -> None:
    text = Page(section(report(REVIEW, "en"), "findings").join(["<section", "</section>"])).text
    result = audit(REVIEW)
    for line in result.summary("en").splitlines()[4:-1]:
        shown = re.sub(r"^ *(\d+\. |Ask: )?", "", line)
        assert " ".join(shown.split()) in text
    assert section(report(REVIEW, "en"), "findings").count("Question for a letter") == len(result.findings())
    for lang, ask in (("en", "Ask:"), ("vi", "Hỏi:")):
        found = section(report(REVIEW, lang), "findings")  # type: ignore[arg-type]
        lines = [line for line in result.summary(lang).splitlines() if line.strip().startswith(ask)]  # type: ignore[arg-type]
        assert found.count('class="ask"') == found.count(ask) == len(lines) > 0


def test_bullets_show_the_outcome_of_each_target_with_a_number() -> None:
    targets = section(report(annex.load(), "en"), "targets")
    verdicts = re.findall(r'<span class="tag (\w+)">([^<]+)</span>', targets)
    assert Counter(verdicts) == {
        ("met", "met"): 2,
        ("met", "met (estimated)"): 1,
        ("missed", "not met"): 3,
        ("open", "undetermined"): 1,
    }
    drawings = {found[0]: found[1] for found in re.findall(r'aria-label="([^;]+);.*?">(.*?)</svg>', targets)}
    assert 'class="bar est"' in drawings["Households with safe water"]
    assert drawings["Workers trained"].count('class="arrow"') == 1  # over: no upper end
    assert drawings["New forest planted"].count('class="arrow"') == 1  # about: areas are not negative
    assert 'class="end"' in drawings["Fully vaccinated children"]  # nearly: 95 itself is excluded
    assert "arrow" not in drawings["Poverty rate"]


@pytest.mark.parametrize(
    ("lang", "verdict", "why"),
    [
        ("en", "cannot be checked", "the direction (whether more or less is better) is not recorded"),
        ("vi", "không kiểm tra được", "chưa ghi nhận chiều tốt (tăng hay giảm là tốt)"),
    ],
)
def test_a_target_without_a_direction_is_shown_with_its_result(lang: Lang, verdict: str, why: str) -> None:
    sample = annex.load()
    review = evolve(sample, indicators=[evolve(item, better=Absent.NOT_STATED) for item in sample.indicators])
    html = report(review, lang)
    claims, targets = section(html, "claims"), section(html, "targets")
    assert claims.count(why) == targets.count(f'<p dir="auto">{why}</p>') == 5  # two targets state a side
    assert claims.count(f">{verdict}</span>") == 5
    assert WORDS[lang]["no_actual"] not in html
    row = next(part for part in claims.split("<tr") if "#f-trainees" in part)
    assert [cell in row for cell in ("1,200 persons", "over 1,250 persons")] == [lang == "en"] * 2


def test_targets_without_a_result_are_not_said_to_have_no_number() -> None:
    sample = annex.load()
    review = evolve(
        sample, observations=(), claims=(), targets=[evolve(t, baseline=Absent.NOT_STATED) for t in sample.targets]
    )
    targets = Page(report(review, "en")).text
    assert "No target with a number has a result that can be compared with it." in targets
    assert "No target has its number" not in targets


def test_plans_that_follow_from_an_attainment_are_worked_back() -> None:
    targets = section(report(REVIEW, "en"), "targets")
    assert "Plan worked back: 5,871-5,930 persons" in targets
    assert "Plan worked back: at most 1,118,012 person-turns" in targets


def test_changes_name_points_and_percent() -> None:
    text = Page(report(REVIEW, "en")).text
    assert "The report states: 4,95%/năm (in percent of the earlier level)" in text
    assert "-14.85 percentage points; -36.8% to -36.7%; -5.0 to -4.9 percentage points per year" in text
    assert "not stated; worked back: 45.35-45.47%" in text


def test_estimates_are_hatched_and_bounds_are_open() -> None:
    goals = section(report(REVIEW, "en"), "goals")
    rows = dict(re.findall(r'<tr role="row" id="f-([^"]+)">(.*?)</tr>', goals, re.S))
    assert 'class="est"' in rows["poverty-rate.2018.end"]
    assert 'class="est"' not in rows["poverty-rate.2016.beginning"]
    assert "#g-over" in rows["production-support-turns.2016-2018.total"]
    assert "#g-under" in rows["medical-examinations.2016-2018.total"]


def test_what_is_not_stated_and_what_the_page_leaves_out_are_said() -> None:
    text = Page(report(REVIEW, "en")).text
    assert "7 plans that are mentioned without their number" in text
    assert "1 changes of which a level is not stated" in text
    assert "51 other numbers of the text, such as dates and document numbers" in text
    counts = Counter(loss.why for loss in losses(REVIEW))
    assert counts["pages show figures only"] == 51


def with_standards(*standards: str | Absent) -> Review:
    rate = skeleton.load().observation("poverty-rate.2023.end")
    years = [Period.year(2020 + number) for number in range(len(standards))]
    figures = [
        evolve(rate, id=f"rate-{number}", time=year, standard=standard)
        for number, (year, standard) in enumerate(zip(years, standards, strict=True))
    ]
    return evolve(skeleton.load(), observations=figures, targets=(), claims=(), mentions=(), findings=())


def test_breaks_in_comparability_are_listed() -> None:
    text = section(report(with_standards("VN:A", "VN:B", Absent.NOT_STATED), "en"), "breaks")
    assert text.count("different standard: not comparable") == 1
    assert text.count("only one of them states its standard") == 1
    assert "No two figures" in section(report(with_standards("VN:A", "VN:A"), "en"), "breaks")


def test_breaks_are_between_figures_of_one_place_and_categories_in_the_order_of_time() -> None:
    review = with_standards("VN:A", "VN:B", "VN:A")
    one, other, last = review.observations
    apart = evolve(review, observations=[one, evolve(other, place="XX-9"), last])
    assert "No two figures" in section(report(apart, "en"), "breaks")
    by_category = evolve(review, observations=[one, evolve(other, breakdown=["language:hmong"]), last])
    assert "No two figures" in section(report(by_category, "en"), "breaks")
    day = evolve(other, time=AsOf(date=dt.date(2020, 6, 30)), time_collection=TimeCollection.AT)
    shuffled = evolve(review, observations=[last, one, day])
    assert [(item.first[0], item.second[0]) for item in breaks_of(Names(shuffled, "en", {}))] == [("rate-1", "rate-0")]


def test_figures_link_to_their_words_in_a_document_on_the_web() -> None:
    page = Page(report(REVIEW, "en", sources={"lai-chau-2019": "https://example.org/review.html"}))
    assert "https://example.org/review.html#:~:text=24.737%20h%E1%BB%99%20ngh%C3%A8o" in page.values("href")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", 'https://a"b', "https://a b", "a#b", "", "nonsense", "https://", 3],
)
def test_a_source_that_is_not_an_address_is_refused(address: str) -> None:
    with pytest.raises(FieldError, match="not the address of a document"):
        report(REVIEW, "en", sources={"lai-chau-2019": address})


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(FieldTypeError, match="expected a Review"):
        report("lai-chau")  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="unknown language"):
        report(REVIEW, "fr")  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError):
        report(REVIEW, "en", sources={"other": "https://example.org"})
    with pytest.raises(FieldTypeError, match=r"pages\.report, sources"):
        report(REVIEW, sources="x")  # type: ignore[arg-type]
    for function, name in ((index, "pages.index"), (site, "pages.site")):
        with pytest.raises(FieldError, match=f"{name}: two reviews have the same id"):
            function([REVIEW, REVIEW])
        with pytest.raises(FieldError, match="differ in more than case"):
            function([evolve(REVIEW, id="A"), evolve(REVIEW, id="a")])
        with pytest.raises(FieldError, match=f"{name}: a review has the id of the index page"):
            function([evolve(REVIEW, id="Index")])
        with pytest.raises(FieldError, match=f"{name}, lang: unknown language"):
            function([], "fr")  # type: ignore[arg-type]
        for wrong in (3, REVIEW, [3]):
            with pytest.raises(FieldTypeError, match=name):
                function(wrong)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError):
        losses(3)  # type: ignore[arg-type]


HOSTILE = [
    "</title></style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% include 'x' %} &amp; <b>",
    "right \u200f to \u200e left",
    "مرحبا \u200f 12 %",
    "x" * 10_000,
    "<" * 10_000,
    "a\u200bb " * 2_500 + "a",
]


def hostile(words: str) -> Review:
    """Return a review with some words in all of its names and notes."""
    text = Text(en=words, vi=words)
    review = skeleton.load()
    return evolve(
        review,
        title=text,
        programme=text,
        note=text,
        documents=[evolve(item, title=words, author=words, publisher=words) for item in review.documents],
        sections=[evolve(item, name=text) for item in review.sections],
        indicators=[evolve(item, name=text, note=text) for item in review.indicators],
        observations=[evolve(item, note=text) for item in review.observations],
        findings=[evolve(item, text=text) for item in review.findings],
    )


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12])
def test_names_and_notes_are_shown_as_text(words: str) -> None:
    html = report(hostile(words), "en")
    page = Page(html)
    tags = [tag for tag, _ in page.tags]
    assert not {"script", "img"} & set(tags)
    assert tags.count("title") == 1
    assert "49 " not in html.partition("<title>")[2].partition("</title>")[0]
    if "\u200f" in words:
        assert "\u200f" not in html
        assert "\\u200f" in page.text
    else:
        assert " ".join(words.split())[:100] in page.text
    assert len(html) < 2_000_000
    for page_ in site([hostile(words), annex.load()]).values():
        Page(page_)


def test_a_review_without_figures_and_targets_says_so() -> None:
    empty = Review(
        id="empty", title=Text(en="Nothing"), programme=Text(en="None"), place="XX-0", period=Period.year(2020)
    )
    text = Page(report(empty, "en")).text
    for words in (
        "no document",
        "no plans",
        "No target",
        "No change",
        "The review has no figures",
        "Nothing was found",
    ):
        assert words in text
    assert "no number" not in text
    assert "Nothing" in index([empty], "en")


def contradictory(count: int) -> Review:
    """Return a review with a poverty rate that contradicts its counts, for many districts."""
    sample = skeleton.load()
    poor, households, rate = (
        sample.observation(f"{name}.2023.end") for name in ("poor-households", "households", "poverty-rate")
    )
    figures: list[Observation] = []
    for number in range(count):
        place = f"XX-{number}"
        figures += [
            evolve(poor, id=f"poor.{number}", place=place),
            evolve(households, id=f"all.{number}", place=place),
            evolve(rate, id=f"rate.{number}", place=place, value=Value.exact(90, percent)),
        ]
    return evolve(sample, observations=figures, targets=(), claims=())


def test_300_findings_give_a_page_that_says_how_many_are_left_out() -> None:
    html = report(contradictory(300), "en")
    page = Page(html)
    assert "200 more findings are not shown here" in page.text
    assert sum(name.startswith("finding-") for name in page.values("id")) == 100
    shown = {name for name in page.values("id") if name.startswith("finding-")}
    assert {link[1:] for link in page.values("href") if link.startswith("#finding-")} <= shown


def test_a_comparison_shows_what_rose_and_what_is_not_comparable() -> None:
    later = evolve(
        skeleton.load(),
        id="later",
        period=Period.year(2024),
        observations=[
            evolve(
                skeleton.load().observation("poor-households.2023.end"),
                time=Period.year(2024),
                id="poor.2024",
                value=Value.exact(1100, household),
            )
        ],
        targets=(),
        claims=(),
    )
    html = comparison(skeleton.load(), later, "en")
    page = Page(html)
    assert "Fell (1)" in page.text
    assert "-150 households" in page.text
    assert 'class="tag met">better' in html
    names = site([skeleton.load(), later, annex.load()], "en")
    assert list(names) == [
        "index.html",
        "suoi-may.html",
        "later.html",
        "ban-suong.html",
        "suoi-may+later.html",
        "later+ban-suong.html",
    ]
    links = Page(names["index.html"]).values("href")
    assert {link for link in links if link.endswith(".html")} == set(names) - {"index.html"}


def two_reports() -> tuple[Review, Review]:
    """Return a report with two targets for 2024, and that of 2024, which has a figure for one of them."""
    first = skeleton.load()
    poor = first.observation("poor-households.2023.end")
    wanted = evolve(
        first.targets[0],
        id="poor.target",
        indicator=poor.indicator,
        value=Value.exact(1300, household),
        time=Period.year(2024),
        time_basis=TimeBasis.STATED,
        time_collection=poor.time_collection,
        per=poor.per,
    )
    schools = evolve(wanted, id="households.target", indicator="households")
    figure = evolve(poor, id="poor.2024", time=Period.year(2024), value=Value.exact(1400, household))
    later = evolve(first, id="later", period=Period.year(2024), observations=(figure,), targets=(), claims=())
    return evolve(first, targets=(wanted, schools), claims=()), later


def test_a_comparison_lists_what_was_planned_with_its_result_or_that_there_is_none() -> None:
    page = Page(comparison(*two_reports(), "en"))
    assert "Rose (1)" in page.text
    assert "+150 households" in page.text
    assert "the second report states no figure for it" in page.text
    assert "1,400 households" in page.text
    assert "1,300 households" in page.text


def test_the_command_line_lists_what_was_planned_with_its_result_or_that_there_is_none(tmp_path: Path) -> None:
    names = []
    for review in two_reports():
        names.append(str(tmp_path / f"{review.id}.json"))
        json.dump(review, names[-1])
    status, out, _ = main_quietly("compare", *names)
    assert status == 0
    shown = " ".join(out.split())
    assert "the second report states no figure for it" in shown
    assert "1,300 households" in shown
    both = main_quietly("compare", *names, names[0])[1]
    assert both == f"{out}\n{main_quietly('compare', *names[::-1])[1]}"


def test_a_comparison_does_not_replace_a_report() -> None:
    sample = skeleton.load()
    pages = site([evolve(sample, id=name) for name in ("a", "b", "a-b")])
    assert sorted(pages) == ["a+b.html", "a-b.html", "a.html", "b+a-b.html", "b.html", "index.html"]
    assert "Comparison of two reports" not in pages["a-b.html"]


def test_each_review_of_a_site_is_audited_once(monkeypatch: pytest.MonkeyPatch) -> None:
    audited: list[str] = []

    def counted(review: Review) -> Audit:
        audited.append(review.id)
        return audit(review)

    monkeypatch.setattr("aseansc.pages.audit", counted)
    site([skeleton.load(), annex.load()])
    assert audited == ["suoi-may", "ban-suong"]


def test_indicators_of_one_report_are_counted_in_the_right_number() -> None:
    one = evolve(skeleton.load(), observations=(), targets=(), claims=(), findings=())
    text = Page(comparison(one, evolve(one, id="other", indicators=one.indicators[:1]), "en")).text
    assert f"{len(one.indicators) - 1} indicators" in text
    text = Page(comparison(one, evolve(one, id="other", indicators=one.indicators[:-1]), "en")).text
    assert "1 indicator " in text


def test_reviews_without_common_indicators_are_said_to_have_none() -> None:
    one = evolve(skeleton.load(), indicators=(), observations=(), targets=(), claims=(), findings=())
    other = evolve(one, id="other")
    assert "no indicator in common" in comparison(one, other, "en")


WITHOUT_THE_EXTRA = """
import sys
sys.modules["jinja2"] = sys.modules["markupsafe"] = None
try:
    import aseansc.pages
except ImportError as error:
    print(type(error).__name__, error)
from aseansc.cli import main
try:
    main(["check", "annex"])
except SystemExit as end:
    print("status", end.code)
main(["report", "annex", "-o", "unused.html"])
"""


def test_pages_name_their_missing_extra_and_other_commands_do_not_need_it() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_THE_EXTRA], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stdout
    assert 'pip install "aseansc[report]"' in done.stdout
    assert "status 0\n" in done.stdout
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert 'pip install "aseansc[report]"' in done.stderr


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as status:
        main([str(argument) for argument in arguments])
    return int(status.value.code or 0)


def test_the_command_writes_a_page_or_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "annex.html"
    assert run("report", "annex", "-o", page, "--lang", "vi", "--source", "https://example.org/annex.html") == 0
    assert 'lang="vi"' in page.read_text(encoding="utf-8")
    assert "https://example.org/annex.html" in page.read_text(encoding="utf-8")
    assert run("report", "annex", "-o", page) == 1
    assert "already exists" in capsys.readouterr().err
    assert run("report", "annex", "-o", page, "--force") == 0
    assert 'lang="en"' in page.read_text(encoding="utf-8")
    folder = tmp_path / "pages"
    assert run("report", "skeleton", "annex", "-o", folder) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(site([skeleton.load(), annex.load()]))
    assert run("report", "skeleton", "annex", "-o", folder) == 1
    assert run("report", "skeleton", "annex", "-o", folder, "--force") == 0


def test_the_command_refuses_wrong_arguments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "annex", "-o", tmp_path / "annex.txt") == 1
    assert "ends in .html" in capsys.readouterr().err
    assert run("report", "annex", "-o", tmp_path / "a.html", "--source", "javascript:alert(1)") == 1
    assert run("report", "annex", "skeleton", "-o", tmp_path / "a", "--source", "https://example.org") == 1
    for source in ("", "nonsense"):
        capsys.readouterr()
        assert run("report", "annex", "-o", tmp_path / "a.html", "--source", source) == 1
        assert "aseansc report --source: not the address of a document" in capsys.readouterr().err
    assert run("report", "annex", "skeleton", "-o", tmp_path / "site.html") == 1
    assert "Leave out the suffix" in capsys.readouterr().err
    assert run("report", "annex", "-o", tmp_path / "missing" / "a.html") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.growth
def test_a_page_of_2000_figures_takes_less_than_five_seconds_and_three_megabytes() -> None:
    review = annexes(2_000)
    assert len(review.figures()) == 2_000
    start = process_time()
    html = report(review, "vi")
    assert process_time() - start < 5
    assert len(html.encode()) < 3_000_000
    assert "mục khác ở các bảng bên dưới" in html
