"""``aseansc report``: write report pages to a file or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aseansc.cli._files import is_standard_output, refuse_existing, writing
from aseansc.cli._output import say
from aseansc.cli._progress import progress
from aseansc.errors import FieldError
from aseansc.interchange import write_bytes
from aseansc.labels import Lang
from aseansc.reviews import Review

_HINT = "Nothing was written. To replace it, add --force."


def write_report(reviews: Sequence[Review], output: Path, lang: Lang, *, source: str | None, replace: bool) -> None:
    """Write the page of one review to a file, or those of several to a folder.

    Raises:
        FieldError: if the output exists, cannot be written or has another suffix, or the source has no document.
        MissingExtraError: if the extra ``report`` is not installed.
    """
    from aseansc import pages  # needs the extra report

    if not replace:
        refuse_existing(output, _HINT)
    if len(reviews) == 1:
        _write_page(reviews[0], output, lang, source)
        return
    if source is not None:
        raise FieldError(
            "the source of several reviews is not known",
            where="aseansc report --source",
            got=source,
            expected="one review",
        )
    if output.suffix.lower() in (".html", ".htm") and not output.is_dir():
        raise FieldError(
            "several reviews are written to a folder",
            where="aseansc report --output",
            got=str(output),
            expected="the name of a folder",
            hint=f"Leave out the suffix: -o {output.with_suffix('')}.",
        )
    with progress(f"writing {output}"):
        made = pages.site(reviews, lang)
    with writing(output):
        output.mkdir(exist_ok=True)
    for name, page in made.items():
        _write(page, output / name)
    say(f"wrote {output}: {len(made)} pages; start with {output / 'index.html'}")


def _write_page(review: Review, output: Path, lang: Lang, source: str | None) -> None:
    if output.suffix.lower() not in (".html", ".htm") and not is_standard_output(output):
        raise FieldError(
            "a page is an HTML file",
            where="aseansc report --output",
            got=str(output),
            expected="a name that ends in .html",
            hint="Several reviews are written to a folder.",
        )
    if source is not None and len(review.documents) != 1:
        raise FieldError(
            "the document of the source is not known",
            where="aseansc report --source",
            got=f"{len(review.documents)} documents in the review",
            expected="one document",
            hint="In Python: pages.report(review, sources={'id of a document': 'address'}).",
        )
    from aseansc import pages  # needs the extra report

    sources = {} if source is None else {review.documents[0].id: source}
    try:
        with progress(f"writing {output}"):
            page = pages.report(review, lang, sources=sources)
    except FieldError as error:
        where = "aseansc report --source"
        raise FieldError(error.problem, where=where, got=source, expected=error.expected) from None
    _write(page, output)
    say(f"wrote {output}", error=is_standard_output(output))


def _write(page: str, path: Path) -> None:
    with writing(path):
        write_bytes(page.encode(), path, "aseansc report")
