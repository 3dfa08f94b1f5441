"""Report pages: a review as one HTML file that people look at, with drawings and without scripts.

A page is a single file: it needs no other file, no network and no JavaScript, and it can be printed. Texts of the
document are shown as text, whatever markup they contain. It needs the extra ``report``; without it, importing this
module raises a `MissingExtraError`.

>>> from aseansc.datasets import lai_chau
>>> page = report(lai_chau.load())
>>> page.splitlines()[0], len(page) < 300_000
('<!doctype html>', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from itertools import islice, pairwise
from typing import Any, Final, NamedTuple

from aseansc._attrs import as_tuple_of
from aseansc._phrases import place_name, when
from aseansc.attainment import Outcome
from aseansc.audit import Audit, audit
from aseansc.citations import Document
from aseansc.codelists import Absent
from aseansc.comparison import ComparisonOutcome, compare_reviews
from aseansc.errors import FieldError, require
from aseansc.labels import Lang, require_lang
from aseansc.losses import Loss
from aseansc.pages._changes import change_cards
from aseansc.pages._comparisons import cards_of, sections_of
from aseansc.pages._findings import counts_of, findings_of, numbers_of
from aseansc.pages._gaps import breaks_of, gaps_of, losses_in_words, losses_of
from aseansc.pages._goals import goals_of
from aseansc.pages._names import Names
from aseansc.pages._plans import Plan, claim_rows, plans_of, target_cards, worked_back_cards
from aseansc.pages._render import render
from aseansc.pages._words import WORDS
from aseansc.periods import AsOf
from aseansc.reviews import Review

__all__ = ["comparison", "index", "losses", "report", "site"]

_MOST_CARDS: Final = 60
"""How many drawings of one sort a page shows; the tables have every figure."""
_PATH: Final = r"[^\s:#\"'<>]"
_ADDRESS: Final = re.compile(
    rf"https?://[^\s:/#\"'<>]+(?::\d+)?(?:/{_PATH}*)?|(?:file://|\.{{0,2}}/){_PATH}+|{_PATH}+\.[a-z0-9]+", re.IGNORECASE
)
"""A web address, the address of a file, a path with a slash in front, or a file name with a suffix."""


def report(review: Review, lang: Lang = "en", *, sources: Mapping[str, str] | None = None) -> str:
    """Return the page of a review: an HTML document.

    It shows what the report claims as met apart from what its numbers show, the findings of the audit with the
    questions to the authors, targets and results, changes, every figure by section with its place in the source, and
    what is not stated.

    Args:
        review: the review.
        lang: the language of the page.
        sources: web addresses of the documents, by id. The figures then link to their words in the document;
            otherwise, to its entry on the page.

    Raises:
        FieldTypeError: if `review` is not a review.
        FieldError: for an unknown language, or a source that is not a web address or the path of a file.
        UnknownNameError: for a source of a document that the review does not have.

    >>> from aseansc.datasets import annex
    >>> "Huyện Bản Sương" in report(annex.load(), "vi")
    True
    """
    require_lang(lang, "pages.report")
    return _report(_audited(review, lang, "pages.report", sources))


def comparison(first: Review, second: Review, lang: Lang = "en") -> str:
    """Return the page that compares two reviews, the earlier one first: an HTML document.

    Raises:
        FieldTypeError: if an argument is not a review.
        FieldError: for an unknown language.

    >>> from aseansc.datasets import annex, skeleton
    >>> "Not comparable" in comparison(skeleton.load(), annex.load(), "en")
    True
    """
    require_lang(lang, "pages.comparison")
    found = compare_reviews(first, second)
    one, other = Names(first, lang, {}), Names(second, lang, {})
    cards, left = _some(cards_of(found, one, other))
    agreeing = sum(item.outcome is ComparisonOutcome.AGREES for item in found.figures)
    return render(
        "comparison.html",
        **_common(one),
        title=one.words["comparison_title"],
        reviews=[_summary(names) for names in (one, other)],
        counts=[(len(found.matches), one.words["in_both"]), (agreeing, one.words["agree"])],
        changes=cards,
        left=left,
        sections=sections_of(found, one, other),
    )


def index(reviews: Iterable[Review], lang: Lang = "en") -> str:
    """Return a page with links to the pages of some reviews, in the files that `site` names: an HTML document.

    Raises:
        FieldTypeError: if they are not reviews.
        FieldError: for an unknown language, or ids that differ only in case or that name the index.

    >>> from aseansc.datasets import annex, skeleton
    >>> 'href="suoi-may.html"' in index([annex.load(), skeleton.load()], "en")
    True
    """
    return _index(_distinct(reviews, lang, "pages.index"), lang)


def site(reviews: Iterable[Review], lang: Lang = "en") -> dict[str, str]:
    """Return an index, the page of each review, and the comparison of each review with the next, by file name.

    Raises:
        FieldTypeError: if they are not reviews.
        FieldError: for an unknown language, or ids that differ only in case or that name the index.

    >>> from aseansc.datasets import annex, skeleton
    >>> sorted(site([skeleton.load(), annex.load()]))
    ['ban-suong.html', 'index.html', 'suoi-may+ban-suong.html', 'suoi-may.html']
    """
    known = _distinct(reviews, lang, "pages.site")
    pages = {"index.html": _index(known, lang)}
    pages |= {f"{item.names.review.id}.html": _report(item) for item in known}
    both = pairwise(item.names.review for item in known)
    return pages | {_comparison_file(one, other): comparison(one, other, lang) for one, other in both}


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what the page of a review does not show.

    Raises:
        FieldTypeError: if the argument is not a review.

    >>> from aseansc.datasets import annex
    >>> print(losses(annex.load())[0].why)
    pages show figures only
    """
    require(review, Review, where="pages.losses, review")
    return losses_of(review)


class _Audited(NamedTuple):
    """A review with what its pages show: its names, the result of its audit, and its plans."""

    names: Names
    found: Audit
    plans: list[Plan]


def _audited(review: Review, lang: Lang, where: str, sources: Mapping[str, str] | None = None) -> _Audited:
    require(review, Review, where=f"{where}, review")
    names = Names(review, lang, _checked_sources(review, {} if sources is None else sources))
    return _Audited(names, audit(review), plans_of(review))


def _report(audited: _Audited) -> str:
    names, found, plans = audited
    targets, leftover_targets = _some(target_cards(plans, names))
    changes, leftover_changes = _some(change_cards(found, names))
    back, leftover_back = _some(worked_back_cards(plans, found, names))
    return render(
        "report.html",
        **_head(names),
        glance=_glance(audited),
        claims=claim_rows(plans, names),
        findings=findings_of(found, names),
        targets=targets,
        numbered=bool(_numbered(plans)),
        back=back,
        changes=changes,
        more={"targets": leftover_targets, "changes": leftover_changes, "back": leftover_back},
        goals=goals_of(names, numbers_of(found)),
        breaks=list(breaks_of(names)),
        gaps=gaps_of(names),
        lost=losses_in_words(names.review, names.words),
    )


def _index(known: list[_Audited], lang: Lang) -> str:
    words = WORDS[lang]
    return render(
        "index.html",
        lang=lang,
        w=words,
        version=version("aseansc"),
        title=words["index_title"],
        reports=[{**_summary(item.names), "glance": _glance(item)} for item in known],
        comparisons=[
            (_comparison_file(one.review, other.review), _title(one), _title(other))
            for one, other in pairwise(item.names for item in known)
        ],
    )


def _distinct(reviews: Iterable[Review], lang: Lang, where: str) -> list[_Audited]:
    """Return reviews with their audits; their ids must name different files, also where case does not count."""
    require_lang(lang, where)
    known = as_tuple_of(reviews, Review, where=f"{where}, reviews")
    used = {"index"}
    for name in (review.id for review in known):
        if name.casefold() in used:
            is_index = name.casefold() == "index"
            raise FieldError(
                "a review has the id of the index page" if is_index else "two reviews have the same id",
                where=where,
                got=name,
                expected="another id" if is_index else "reviews with ids that differ in more than case",
                hint="Give one of them another id: attrs.evolve(review, id='…').",
            )
        used.add(name.casefold())
    return [_audited(review, lang, where) for review in known]


def _comparison_file(one: Review, other: Review) -> str:
    return f"{one.id}+{other.id}.html"  # ids have no plus sign


def _checked_sources(review: Review, sources: Mapping[str, str]) -> Mapping[str, str]:
    require(sources, Mapping, where="pages.report, sources", expected="addresses by the id of a document")
    for name, address in sources.items():
        review.document(name)
        if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
            raise FieldError(
                "not the address of a document",
                where=f"pages.report, sources[{name!r}]",
                got=address,
                expected="an address that starts with https:// or http://, or the path of a file such as ./report.html",
            )
    return sources


def _some(cards: Any) -> tuple[list[Any], int]:
    """Return the first drawings, and the number of the others."""
    every = list(cards)
    return list(islice(every, _MOST_CARDS)), max(len(every) - _MOST_CARDS, 0)


def _common(names: Names) -> dict[str, Any]:
    return {"lang": names.lang, "w": names.words, "version": version("aseansc")}


def _title(names: Names) -> str:
    return names.text(names.review.title)


def _summary(names: Names) -> dict[str, Any]:
    review = names.review
    return {
        "id": review.id,
        "title": _title(names),
        "programme": names.text(review.programme),
        "place": place_name(review.place, names.lang),
        "code": review.place,
        "period": when(review.period, names.lang),
    }


def _about(document: Document, names: Names) -> str:
    """Return the date, author and publisher of a document, as far as they are known."""
    known = {
        "dated": "" if isinstance(document.date, Absent) else when(AsOf(date=document.date), names.lang),
        "by": "" if isinstance(document.author, Absent) else document.author,
        "publisher": "" if isinstance(document.publisher, Absent) else document.publisher,
    }
    return ", ".join(names.words[key].format(words) for key, words in known.items() if words)


def _head(names: Names) -> dict[str, Any]:
    review = names.review
    documents = [
        {
            "id": item.id,
            "title": item.title,
            "lang": item.lang,
            "about": _about(item, names),
            "sha256": item.sha256,
            "file_sha256": "" if isinstance(item.file_sha256, Absent) else item.file_sha256,
            "address": names.sources.get(item.id, ""),
        }
        for item in review.documents
    ]
    return {**_common(names), **_summary(names), "documents": documents, "note": names.text(review.note)}


def _numbered(plans: list[Plan]) -> list[Plan]:
    return [plan for plan in plans if plan.target is not None and not isinstance(plan.target.value, Absent)]


def _glance(audited: _Audited) -> list[dict[str, Any]]:
    """Return the numbers at the head of a page: figures, findings, and targets that were met."""
    names, found, plans = audited
    words, review = names.words, names.review
    impossible, asked = counts_of(found)
    known = _numbered(plans)
    met = sum(plan.assessment is not None and plan.assessment.outcome is Outcome.MET for plan in known)
    return [
        {
            "number": len(review.figures()),
            "what": words["figures"],
            "more": words["figures_of"].format(len(review.indicators)),
            "css": "",
        },
        {"number": impossible, "what": words["impossible"], "more": "", "css": "missed" if impossible else "met"},
        {"number": asked, "what": words["to_ask"], "more": "", "css": "open" if asked else "met"},
        {
            "number": met if known else "–",
            "what": words["met"],
            "more": words["met_of"].format(len(known)) if known else words["no_target"],
            "css": "" if known else "open",
        },
    ]
