"""Read and write IATI 2.03: a review as an activity with results, indicators, baselines, periods, targets and actuals.

The complete records are written in elements of an aseansc namespace, which the schema allows and other readers ignore,
so that a review is read back unchanged. `losses` lists what other readers do not get. A figure that is not a plain number
("over 60000") has a comment and no ``value``.

Files of other publishers are read as a `Draft`, with a gap for everything that a review needs and the file does not state.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> for loss in losses(review)[:1]:
...     print(loss.what, "|", loss.why, "|", loss.kept_in)
Observation 'broadcast-items.2016-2018.each', value | a value in IATI is a single plain number, and this is over 400 news items | a comment, without a value
"""  # noqa: E501  # a line that is printed

from __future__ import annotations

from aseansc._collector import collector_paused
from aseansc.drafts import Draft
from aseansc.errors import FieldError, require
from aseansc.interchange._document.finishing import finish
from aseansc.interchange._files import Source, read_bytes, require_review, write_bytes
from aseansc.interchange._languages import language_of
from aseansc.interchange._xml import line_of, parsed_xml, written_xml
from aseansc.interchange.iati._codelists import (
    ActivityStatus,
    IndicatorVocabulary,
    Measure,
    OrganisationRole,
    OrganisationType,
    ResultType,
)
from aseansc.interchange.iati._extension import PREFIX
from aseansc.interchange.iati._foreign import draft_of
from aseansc.interchange.iati._losses import losses_of
from aseansc.interchange.iati._publication import UNREGISTERED, Organisation, Participant, Publication
from aseansc.interchange.iati._read_review import activities_of, is_own_file, own_review, unreadable
from aseansc.interchange.iati._write_review import tree_of
from aseansc.limits import Limits, limited
from aseansc.losses import Loss
from aseansc.reviews import Review

__all__ = [
    "UNREGISTERED",
    "ActivityStatus",
    "IndicatorVocabulary",
    "Measure",
    "Organisation",
    "OrganisationRole",
    "OrganisationType",
    "Participant",
    "Publication",
    "ResultType",
    "dump",
    "dumps",
    "load",
    "load_draft",
    "loads",
    "loads_draft",
    "losses",
    "publication_of",
]

_DEFAULT = Publication()


def dumps(review: Review, *, publication: Publication = _DEFAULT) -> str:
    """Return a review as an IATI file. Equal reviews and publications give equal files.

    Args:
        review: the review.
        publication: the publisher and other facts that IATI requires.

    Raises:
        FieldTypeError: if `review` is not a review or `publication` not a publication.
    """
    require_review(review, "iati.dumps")
    require(publication, Publication, where="iati.dumps, publication")
    return written_xml(tree_of(review, publication))


@limited
def dump(review: Review, target: Source, *, publication: Publication = _DEFAULT, limits: Limits | None = None) -> None:
    """Write a review as an IATI file to a path or an open file.

    A path is written completely or not at all: if writing fails, an existing file is kept.

    Args:
        review: the review.
        target: a path or an open file.
        publication: what IATI states of the publisher.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        LimitError: if the file is larger than `limits` allow.
        OSError: if the path cannot be written.
    """
    write_bytes(dumps(review, publication=publication).encode(), target, "iati.dump")


@collector_paused
@limited
def loads(content: str | bytes, *, lang: str = "", limits: Limits | None = None) -> Review:
    """Read a review from an IATI file that this library wrote.

    The file must agree with the review in every element: to change a figure, change the review and write it again.

    Args:
        content: the file.
        lang: the language of texts for which a file of another publisher states none, such as ``en``.
        limits: how much is read; `Limits()` by default.

    Raises:
        FieldError: if `lang` is not a language tag.
        DocumentError: if the document is not a valid review; lists every problem with its line. A file of another
            publisher lacks fields of a review, and each gap is a problem; read such a file with `loads_draft`.
    """
    return _review(_parse(content, lang))


@collector_paused
@limited
def load(source: Source, *, lang: str = "", limits: Limits | None = None) -> Review:
    """Read a review from a path or an open file; see `loads`.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldError: if `lang` is not a language tag.
        DocumentError: if the document is not a valid review; lists every problem with its line.
        OSError: if the path cannot be read.
    """
    return _review(_parse(read_bytes(source, "iati.load"), lang))


@collector_paused
@limited
def loads_draft(content: str | bytes, *, lang: str = "", limits: Limits | None = None) -> Draft:
    """Read a draft from an IATI file of any publisher.

    What the file does not state is a gap. Several activities become one draft with a section for each. A review that
    this library wrote becomes a draft without gaps.

    Args:
        content: the file.
        lang: the language of texts for which the file states none, such as ``en``. Without it, they are gaps.
        limits: how much is read; `Limits()` by default.

    Raises:
        FieldError: if `lang` is not a language tag.
        DocumentError: if the document cannot be read; lists every problem with its line.
    """
    return _draft(_parse(content, lang))


@collector_paused
@limited
def load_draft(source: Source, *, lang: str = "", limits: Limits | None = None) -> Draft:
    """Read a draft from a path or an open file; see `loads_draft`.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldError: if `lang` is not a language tag.
        DocumentError: if the document cannot be read; lists every problem with its line.
        OSError: if the path cannot be read.
    """
    return _draft(_parse(read_bytes(source, "iati.load"), lang))


def load_any(source: Source, *, lang: str = "") -> Review | Draft:
    """Read a review if this library wrote the file, otherwise a draft; the command line reads files with it."""
    return _parse(read_bytes(source, "iati.load"), lang)


def _parse(content: str | bytes, lang: str) -> Review | Draft:
    require(lang, str, where="iati.loads, lang")
    if lang and language_of(lang) != lang:
        raise FieldError("not a language tag", where="iati.loads", got=lang, expected="a tag such as en, or nothing")
    root = parsed_xml(content, "iati.loads")
    activities = activities_of(root)
    if is_own_file(root, activities):
        return own_review(root, activities[0])[0]
    return draft_of(root, activities, lang)


def _review(found: Review | Draft) -> Review:
    return found if isinstance(found, Review) else finish(found, "iati")


def _draft(found: Review | Draft) -> Draft:
    return Draft.of(found) if isinstance(found, Review) else found


def publication_of(content: str | bytes) -> Publication:
    """Return the publication of a file that this library wrote, to write the review again with the same one.

    Raises:
        DocumentError: if this library did not write the file, or it was changed.

    >>> from aseansc.datasets import lai_chau
    >>> publication_of(dumps(lai_chau.load())).identifier
    'unregistered-lai-chau'
    """
    root = parsed_xml(content, "iati.publication_of")
    activities = activities_of(root)
    if not is_own_file(root, activities):
        raise unreadable(
            [
                FieldError(
                    "aseansc did not write this file",
                    where=line_of(root),
                    expected=f"an activity with one {PREFIX}:review",
                )
            ]
        )
    return own_review(root, activities[0])[1]


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what other readers of IATI do not get, and where it is written instead.

    `loads` reads everything back.

    Raises:
        FieldTypeError: if `review` is not a review.
    """
    require_review(review, "iati.losses")
    return tuple(losses_of(review))
