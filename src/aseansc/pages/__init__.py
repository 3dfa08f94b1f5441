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
from typing import Any, Final

from aseansc.attainment import Outcome
from aseansc.audit import Audit, audit
from aseansc.citations import Document
from aseansc.codelists import Absent
from aseansc.comparison import ComparisonOutcome, compare_reviews
from aseansc.errors import FieldError, FieldTypeError
from aseansc.interchange import Loss
from aseansc.labels import LANGUAGES, Lang
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
from aseansc.phrases import place_name, when
from aseansc.reviews import Review

__all__ = ["comparison", "index", "losses", "report", "site"]

_MOST_CARDS: Final = 60
"""How many drawings of one sort a page shows; the tables have every figure."""
_ADDRESS: Final = re.compile(r"(?:https?://|file://|\.{0,2}/)?[^\s:#\"'<>]*(?::\d+/[^\s:#\"'<>]*)?")


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
    _check(review, lang, "pages.report")
    found = audit(review)
    names = Names(review, lang, _checked_sources(review, sources or {}))
    plans = plans_of(review)
    targets, leftover_targets = _some(target_cards(plans, names))
    changes, leftover_changes = _some(change_cards(found, names))
    back, leftover_back = _some(worked_back_cards(plans, found, names))
    return render(
        "report.html",
        **_head(names),
        glance=_glance(found, plans, names),
        claims=claim_rows(plans, names),
        findings=findings_of(found, names),
        targets=targets,
        back=back,
        changes=changes,
        more={"targets": leftover_targets, "changes": leftover_changes, "back": leftover_back},
        goals=goals_of(names, numbers_of(found)),
        breaks=list(breaks_of(names)),
        gaps=gaps_of(names),
        lost=losses_in_words(review, names.words),
    )


def comparison(first: Review, second: Review, lang: Lang = "en") -> str:
    """Return the page that compares two reviews, the earlier one first: an HTML document.

    Raises:
        FieldTypeError: if an argument is not a review.
        FieldError: for an unknown language.

    >>> from aseansc.datasets import annex, skeleton
    >>> "Not comparable" in comparison(skeleton.load(), annex.load(), "en")
    True
    """
    for review in (first, second):
        _check(review, lang, "pages.comparison")
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
        FieldTypeError: if one is not a review.
        FieldError: for an unknown language, or two reviews with one id.

    >>> from aseansc.datasets import annex, skeleton
    >>> 'href="suoi-may.html"' in index([annex.load(), skeleton.load()], "en")
    True
    """
    known = _distinct(reviews, lang)
    names = [Names(review, lang, {}) for review in known]
    words = WORDS[lang]
    return render(
        "index.html",
        lang=lang,
        w=words,
        version=version("aseansc"),
        title=words["index_title"],
        reports=[
            {**_summary(item), "glance": _glance(audit(item.review), plans_of(item.review), item)} for item in names
        ],
        comparisons=[
            (_comparison_file(one.review, other.review), _title(one), _title(other)) for one, other in pairwise(names)
        ],
    )


def site(reviews: Iterable[Review], lang: Lang = "en") -> dict[str, str]:
    """Return an index, the page of each review, and the comparison of each review with the next, by file name.

    Raises:
        FieldTypeError: if one is not a review.
        FieldError: for an unknown language, or two reviews with one id.

    >>> from aseansc.datasets import annex, skeleton
    >>> sorted(site([skeleton.load(), annex.load()]))
    ['ban-suong.html', 'index.html', 'suoi-may-ban-suong.html', 'suoi-may.html']
    """
    known = _distinct(reviews, lang)
    pages = {"index.html": index(known, lang)}
    pages |= {f"{review.id}.html": report(review, lang) for review in known}
    return pages | {_comparison_file(one, other): comparison(one, other, lang) for one, other in pairwise(known)}


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what the page of a review does not show.

    Raises:
        FieldTypeError: if the argument is not a review.

    >>> from aseansc.datasets import annex
    >>> print(losses(annex.load())[0].why)
    pages show figures only
    """
    _check(review, "en", "pages.losses")
    return losses_of(review)


def _check(review: object, lang: str, where: str) -> None:
    if not isinstance(review, Review):
        raise FieldTypeError("wrong type", where=where, got=review, expected="a Review")
    if lang not in LANGUAGES:
        raise FieldError("unknown language", where=f"{where}, lang", got=lang, expected=" or ".join(LANGUAGES))


def _distinct(reviews: Iterable[Review], lang: Lang) -> list[Review]:
    known = list(reviews)
    for review in known:
        _check(review, lang, "pages.site")
    names = [review.id for review in known]
    for name in names:
        if names.count(name) > 1:
            raise FieldError(
                "two reviews have the same id",
                where="pages.site",
                got=name,
                expected="reviews with different ids",
                hint="Give one of them another id: attrs.evolve(review, id='…').",
            )
    return known


def _comparison_file(one: Review, other: Review) -> str:
    return f"{one.id}-{other.id}.html"


def _checked_sources(review: Review, sources: Mapping[str, str]) -> Mapping[str, str]:
    for name, address in sources.items():
        review.document(name)
        if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
            raise FieldError(
                "not the address of a document",
                where=f"pages.report, sources[{name!r}]",
                got=address,
                expected="an address that starts with https:// or http://, or the path of a file",
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


def _glance(found: Audit, plans: list[Plan], names: Names) -> list[dict[str, Any]]:
    """Return the numbers at the head of a page: figures, findings, and targets that were met."""
    words, review = names.words, names.review
    impossible, asked = counts_of(found)
    known = [plan for plan in plans if plan.target is not None and not isinstance(plan.target.value, Absent)]
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
