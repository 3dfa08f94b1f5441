"""Repairs: what may have been meant instead of figures that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, final, overload

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.audit._codes import ReadingKind
from aseansc.audit._results import Check
from aseansc.codelists import Absent, CodeList
from aseansc.labels import Lang
from aseansc.values import Attainment, Change, RelativeChange, Value

if TYPE_CHECKING:
    from aseansc.audit._names import Names


@final
class RepairKind(CodeList):
    """The kind of slip that a `Correction` undoes.

    - ``reading``: the words mean something else, such as percentage points where percent is printed.
    - ``sign``: a decrease where an increase is printed, or the reverse.
    - ``unit``: another unit, such as quintals where tonnes are printed.
    - ``scale``: a scale word (*nghìn*, *triệu*) is missing or wrong, or the decimal mark is at the wrong place.
    - ``restated``: the number is printed differently at another place, and that is the right one.
    - ``swapped_digits``: two neighbouring digits are swapped.
    - ``one_digit``: one digit is wrong.
    """

    READING = "reading"
    SIGN = "sign"
    UNIT = "unit"
    SCALE = "scale"
    RESTATED = "restated"
    SWAPPED_DIGITS = "swapped_digits"
    ONE_DIGIT = "one_digit"


@final
@frozen(kw_only=True, repr=False, eq=False)
class Correction(Record):
    """A figure that may be a slip, and what may have been meant.

    Args:
        figure: id of the figure.
        printed: the figure as printed; empty if the review has no citation for it.
        kind: the kind of slip.
        reading: for the kind ``reading``, which one.
        values: the statements with which the figures agree, the nearest to the printed one first. It is empty for the
            reading ``distinct_subjects``, which changes what is counted.
    """

    figure: str = field(validator=instance_of(str))
    printed: str = field(default="", validator=instance_of(str))
    kind: RepairKind = field(validator=instance_of(RepairKind))
    reading: ReadingKind | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(ReadingKind, Absent))
    values: tuple[Value | Change | RelativeChange | Attainment, ...] = field(
        converter=as_tuple, validator=tuple_of(Value, Change, RelativeChange, Attainment)
    )


@final
@frozen(kw_only=True, repr=False, eq=False)
class Repair(Record):
    """The smallest change with which contradicted figures agree: a question for the authors, never applied.

    Args:
        rank: 1 for the most likely repairs of a contradiction. Repairs with the same rank are equally likely.
        corrections: one correction, or two if no single one is enough.
        checks: the contradicted checks that are no longer contradicted with the corrections.
    """

    rank: int = field(validator=instance_of(int))
    corrections: tuple[Correction, ...] = field(converter=as_tuple, validator=tuple_of(Correction))
    checks: tuple[Check, ...] = field(converter=as_tuple, validator=tuple_of(Check))
    _names: Names | None = field(default=None, eq=False, repr=False, alias="names")

    def question(self, lang: Lang = "en") -> str:
        """Return the question to ask the authors, in English or Vietnamese, with the name of each figure.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``.
        """
        from aseansc.audit._repair_questions import question

        return question(self, lang, self._names)


@final
@frozen(kw_only=True, repr=False, eq=False)
class Repairs(Record, Sequence[Repair]):
    """A sequence of repairs, and the figures for which the search ended early.

    Args:
        found: the repairs, by contradiction and rank.
        not_searched: ids of the figures for which not every correction was tried, because the work is limited.
    """

    found: tuple[Repair, ...] = field(converter=as_tuple, validator=tuple_of(Repair))
    not_searched: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, index: int) -> Repair: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Repair, ...]: ...

    def __getitem__(self, index: int | slice) -> Repair | tuple[Repair, ...]:
        return self.found[index]
