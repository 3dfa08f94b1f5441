"""The result types of a verification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import Record
from aseansc.citations import Span
from aseansc.codelists import CodeList
from aseansc.reviews import Figure
from aseansc.verification._claims import ExtractedFigure
from aseansc.verification._mismatches import Mismatch
from aseansc.vietnamese import PrintedFigure


@final
class FigureVerdict(CodeList):
    """The result of comparing a figure with a text.

    - ``confirmed``: everything that was compared agrees with the text.
    - ``refuted``: the text says something else, or the figure is not there.
    - ``undecided``: the text could not be read with certainty, or its places disagree; a person must look.
    """

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@final
class Aspect(CodeList):
    """A part of the meaning of a figure that is compared with the text.

    - ``not_found``: whether the quote or citation is in the text; it is only reported if it is not.
    - ``number``: the digits, and the other end of a range.
    - ``scale``: thousands, millions and decimal separators; reported if only the power of ten differs.
    - ``resolution``: the last digit that is stated (60 thousand to the unit, or to the thousand).
    - ``unit``: what is counted or measured.
    - ``qualifier``: over, nearly, about and so on.
    - ``sign``: increase or decrease.
    - ``kind``: level, share, points, relative change, percent of a plan, over or under a plan.
    - ``status``: estimated, provisional, forecast, planned or revised.
    - ``parts``: the part and the whole of *36/108*.
    - ``time``: the time that the text states for it.
    - ``collection``: beginning or end of the time, yearly average, amount in each year and so on.
    """

    NOT_FOUND = "not_found"
    NUMBER = "number"
    SCALE = "scale"
    RESOLUTION = "resolution"
    UNIT = "unit"
    QUALIFIER = "qualifier"
    SIGN = "sign"
    KIND = "kind"
    STATUS = "status"
    PARTS = "parts"
    TIME = "time"
    COLLECTION = "collection"


Verified: TypeAlias = Figure | ExtractedFigure
"""What can be verified: a figure of a review, or one that was extracted by a program or a person."""


@final
@frozen(kw_only=True, eq=False, repr=False)
class VerifiedFigure(Record):
    """The verdict on one figure.

    Args:
        figure: the figure of the review, or the extracted figure.
        verdict: confirmed, refuted or undecided.
        places: start and end of every place in the text that it was compared with, and that has the same verdict.
        read: what is printed there, as the reader understands it; ``None`` if no figure was read there.
        compared: the aspects that were compared and agree.
        differs: the aspects in which the text says something else.
        uncertain: the aspects that could not be decided.
        reason: in plain words, what differs or is uncertain, and what was not compared; empty if everything was
            compared and agrees. Each part begins with the code of the aspect.
    """

    figure: Verified
    verdict: FigureVerdict
    places: tuple[tuple[int, int], ...] = ()
    read: PrintedFigure | None = None
    compared: tuple[Aspect, ...] = ()
    differs: tuple[Aspect, ...] = ()
    uncertain: tuple[Aspect, ...] = ()
    reason: str = ""

    @property
    def start(self) -> int:
        """Position of the first place; -1 if there is none."""
        return self.places[0][0] if self.places else -1

    @property
    def end(self) -> int:
        """Position after the last character of the first place; -1 if there is none."""
        return self.places[0][1] if self.places else -1


@final
@frozen(kw_only=True, eq=False, repr=False)
class Verification(Record):
    """The comparison of figures with a text. Iterate over it to get one `VerifiedFigure` for each figure, in order.

    A verification compares the meaning of single figures. Whether a figure belongs to its indicator, its place and its
    breakdown is not compared.

    Args:
        results: the verdict on each figure.
        missed: the figures of the text that nothing cites or quotes. Dates, document numbers, ordinals, ages,
            durations and telephone numbers are not included.
        mismatches: for a review, the differences of its checksum and its citations from the text, of figures and of
            all other records.
        uncited: for a review, the runs of digits that no citation contains.
    """

    results: tuple[VerifiedFigure, ...]
    missed: tuple[PrintedFigure, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    uncited: tuple[Span, ...] = field(default=(), repr=False)

    def __iter__(self) -> Iterator[VerifiedFigure]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    @property
    def confirmed(self) -> tuple[VerifiedFigure, ...]:
        """The figures that the text confirms."""
        return self._of(FigureVerdict.CONFIRMED)

    @property
    def refuted(self) -> tuple[VerifiedFigure, ...]:
        """The figures that the text refutes."""
        return self._of(FigureVerdict.REFUTED)

    @property
    def undecided(self) -> tuple[VerifiedFigure, ...]:
        """The figures that a person must look at."""
        return self._of(FigureVerdict.UNDECIDED)

    @property
    def agrees(self) -> bool:
        """Whether no figure is refuted and every citation is as printed."""
        return not self.refuted and not self.mismatches

    @property
    def summary(self) -> str:
        """One sentence with the number of figures by verdict, and what was and was not compared."""
        counts = ", ".join(f"{len(self._of(verdict))} {verdict.value}" for verdict in FigureVerdict)
        compared = ", ".join(
            f"{aspect.value} of {number}" for aspect in _COMPARED if (number := self._times_compared(aspect))
        )
        return f"{_counted(len(self))}: {counts}. Compared: {compared or 'nothing'}. {NOT_COMPARED}"

    def _of(self, verdict: FigureVerdict) -> tuple[VerifiedFigure, ...]:
        return tuple(result for result in self.results if result.verdict is verdict)

    def _times_compared(self, aspect: Aspect) -> int:
        return sum(aspect in (*result.compared, *result.differs) for result in self.results)


_COMPARED: Final = tuple(aspect for aspect in Aspect if aspect is not Aspect.NOT_FOUND)
NOT_COMPARED: Final = "Not compared: whether a figure belongs to its indicator, place and breakdown."


def _counted(number: int) -> str:
    return "1 figure" if number == 1 else f"{number} figures"
