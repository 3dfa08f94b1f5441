"""IATI 2.03: a review as an activity with results, indicators, baselines, periods, targets and actuals.

What IATI has a place for stands there; the rest, and every exact record, stands in elements of a namespace of our own,
which the schema allows and other readers pass over. So our own files come back whole, and `losses` names what others
do not get. A figure that is no plain number ("over 60000") has no ``value``, which could only lie, but a comment.

Files that others wrote give a `Draft`: their figures, with a gap wherever they leave out what a review must say.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> for loss in losses(review)[:1]:
...     print(loss.what, "|", loss.why, "|", loss.kept_in)
Observation 'broadcast-items.2016-2018.each', value | a value is one plain number, and this is over 400 news items | a comment, without a value
"""  # noqa: E501  # a line that is printed

from __future__ import annotations

from aseansc.drafts import Draft
from aseansc.errors import FieldError, FieldTypeError
from aseansc.interchange._files import Source, read_bytes, write_bytes
from aseansc.interchange._languages import language_of
from aseansc.interchange._losses import Loss
from aseansc.interchange._xml import line_of, parsed_xml, written_xml
from aseansc.interchange.iati._codelists import (
    ActivityStatus,
    IndicatorVocabulary,
    Measure,
    OrganisationRole,
    OrganisationType,
    ResultType,
)
from aseansc.interchange.iati._draft import draft_of
from aseansc.interchange.iati._losses import losses_of
from aseansc.interchange.iati._publication import UNREGISTERED, Organisation, Participant, Publication
from aseansc.interchange.iati._reader import activities_of, is_ours, own_review, problems_of_file
from aseansc.interchange.iati._writer import tree_of
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
    "loads",
    "losses",
    "publication_of",
]

_DEFAULT = Publication()


def dumps(review: Review, *, publication: Publication = _DEFAULT) -> str:
    """The file of a review, as a text. Equal reviews published alike have the same characters.

    Args:
        review: the review.
        publication: who publishes it and as what; its defaults claim as little as IATI allows.

    Raises:
        FieldTypeError: for anything but a review and a publication.
    """
    _require(review, Review, "iati.dumps")
    _require(publication, Publication, "iati.dumps")
    return written_xml(tree_of(review, publication))


def dump(review: Review, target: Source, *, publication: Publication = _DEFAULT) -> None:
    """Write the file of a review to a path or an open file; to a path whole or not at all.

    Raises:
        FieldTypeError: for anything but a review, a publication, and a path or a file.
        OSError: when the path cannot be written; what stood there is still there.
    """
    write_bytes(dumps(review, publication=publication).encode(), target, "iati.dump")


def loads(content: str | bytes, *, lang: str = "") -> Review | Draft:
    """The review that a file of ours holds; of a file that others wrote, a draft.

    A file of ours must say what was written, to the element: change the review, not the file. Of several activities
    that others wrote, one draft holds all, each a section.

    Args:
        content: the file.
        lang: the language of a draft's words for which the file names none, such as ``en``; they are gaps unless it
            is given.

    Raises:
        FieldError: for what is no language tag.
        DocumentError: when the file is no IATI, or ours and no review; with every problem and its line.
    """
    if lang and language_of(lang) != lang:
        raise FieldError("not a language tag", where="iati.loads", got=lang, expected="such as en, or nothing")
    root = parsed_xml(content, "iati.loads")
    activities = activities_of(root)
    return own_review(root, activities[0])[0] if is_ours(root, activities) else draft_of(root, activities, lang)


def load(source: Source, *, lang: str = "") -> Review | Draft:
    """Read a path or an open file, as `loads` does.

    Raises:
        FieldError: for what is no language tag.
        DocumentError: when the file is no IATI, or ours and no review; with every problem and its line.
        OSError: when the path cannot be read.
    """
    return loads(read_bytes(source, "iati.load"), lang=lang)


def publication_of(content: str | bytes) -> Publication:
    """How a file of ours is published, so that it can be written again in the same way.

    Raises:
        DocumentError: when the file holds no review of ours.

    >>> from aseansc.datasets import lai_chau
    >>> publication_of(dumps(lai_chau.load())).identifier
    'unregistered-lai-chau'
    """
    root = parsed_xml(content, "iati.publication_of")
    activities = activities_of(root)
    if not is_ours(root, activities):
        raise problems_of_file([FieldError("not a file of ours", where=line_of(root))])
    return own_review(root, activities[0])[1]


def losses(review: Review) -> tuple[Loss, ...]:
    """What other readers of IATI do not get of a review, and where it goes instead.

    Our own reader gets all of it back.

    Raises:
        FieldTypeError: for anything but a review.
    """
    _require(review, Review, "iati.losses")
    return tuple(losses_of(review))


def _require(value: object, kind: type, where: str) -> None:
    if not isinstance(value, kind):
        name = kind.__name__.lower()
        raise FieldTypeError(f"not a {name}", where=where, got=value, expected=f"a {kind.__name__}")
