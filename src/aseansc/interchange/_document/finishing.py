"""Turn a draft that was read from a file into a review, or report everything that it lacks."""

from __future__ import annotations

from aseansc.drafts import Draft
from aseansc.errors import DocumentError, DraftError
from aseansc.interchange._document.problems import UNFINISHED, refusal
from aseansc.reviews import Review


def finish(draft: Draft, module: str) -> Review:
    """Return the review that a draft without gaps becomes.

    Args:
        draft: the draft.
        module: the name of the format's module, such as ``sdmx``.

    Raises:
        DocumentError: if the draft is not a valid review yet; lists every gap and every problem.
    """
    try:
        return draft.finish()
    except DraftError as error:
        refused: DocumentError = refusal(UNFINISHED, error.problems, where=f"{module}.loads")
        refused.hint = f"Read it with {module}.load_draft or {module}.loads_draft, and fill in the gaps."
        raise refused from None
