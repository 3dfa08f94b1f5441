"""Strategies for what few records have: files, places in them, standards, sampling errors, absent values."""

from __future__ import annotations

from functools import cache
from typing import Final, TypedDict

from hypothesis import strategies as st

from aseansc.codelists import Absent
from aseansc.observations import Confidentiality, SamplingError, SamplingErrorForm, Status
from aseansc.strategies._composites import composite
from aseansc.strategies._quantities import magnitudes
from aseansc.strategies._vocabulary import NOT_APPLICABLE, NOT_STATED, words

_CONFIDENTIALITY: Final = NOT_STATED | st.sampled_from(Confidentiality)
_STANDARDS: Final = NOT_STATED | st.sampled_from(("VN-POVERTY:2016-2020", "VN-POVERTY:2021-2025", "X:1"))


@cache
def hashes() -> st.SearchStrategy[str]:
    """Draw SHA-256 hashes."""
    return st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


class FileDetails(TypedDict, total=False):
    """The fields of a document that describe its file and its version."""

    order: int | Absent
    file_sha256: str | Absent
    media_type: str | Absent
    reading: str | Absent


@composite
def file_details(draw: st.DrawFn) -> FileDetails:
    """Draw how a document was read, for about a third of the documents."""
    if not _rarely(draw):
        return FileDetails()
    return FileDetails(
        order=draw(NOT_STATED | st.integers(0, 9)),
        file_sha256=draw(NOT_APPLICABLE | hashes()),
        media_type=draw(NOT_APPLICABLE | st.sampled_from(("application/pdf", "text/html", "image/svg+xml"))),
        reading=draw(NOT_APPLICABLE | st.sampled_from(("docx/1", "pdf-text/2.10"))),
    )


@cache
def locators() -> st.SearchStrategy[str | Absent]:
    """Draw where a person finds a citation in a file."""
    return NOT_STATED | st.sampled_from(("p4", "t1.r4c5", "page 5", "Sheet1!D6", "note 2")) | words()


@cache
def standards() -> st.SearchStrategy[str | Absent]:
    """Draw codes of standards, such as a poverty line."""
    return _STANDARDS


@composite
def sampling_errors(draw: st.DrawFn) -> SamplingError:
    """Draw sampling errors in every form, with and without a level of confidence.

    >>> from hypothesis import find
    >>> find(sampling_errors(), lambda error: error.form is SamplingErrorForm.STANDARD_ERROR).size
    Decimal('0')
    """
    form = draw(st.sampled_from(SamplingErrorForm))
    places = st.integers(-6, 6)
    confidence = draw(NOT_STATED | magnitudes(min_value=0, max_value=1000, places=st.just(-1)))
    if form is SamplingErrorForm.INTERVAL:
        lower, upper = sorted(draw(st.tuples(magnitudes(places=places), magnitudes(places=places))))
        return SamplingError(form=form, lower=lower, upper=upper, confidence=confidence)
    return SamplingError(form=form, size=draw(magnitudes(min_value=0, places=places)), confidence=confidence)


class FigureDetails(TypedDict, total=False):
    """What few observations state beside their value."""

    standard: str | Absent
    sampling_error: SamplingError | Absent
    confidentiality: Confidentiality | Absent


@composite
def figure_details(draw: st.DrawFn) -> FigureDetails:
    """Draw the standard, the sampling error and the confidentiality of about a third of the observations."""
    if not _rarely(draw):
        return FigureDetails()
    return FigureDetails(
        standard=draw(standards()),
        sampling_error=draw(NOT_STATED | sampling_errors()),
        confidentiality=draw(_CONFIDENTIALITY),
    )


def absences() -> st.SearchStrategy[tuple[Status, ...]]:
    """Draw no status mostly, and sometimes one that says why there is no value."""
    reasons = [status for status in Status if status.is_absence]
    return st.sampled_from([(), (), (), *((reason,) for reason in reasons)])


def _rarely(draw: st.DrawFn) -> bool:
    return draw(st.integers(0, 2)) == 2
