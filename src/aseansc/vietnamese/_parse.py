"""One figure that is the whole of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from aseansc.errors import FieldTypeError, ParseError
from aseansc.units import Unit
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._characters import passages
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._reader import Reader
from aseansc.vietnamese._tokens import Tokens, words_in

_BEFORE: Final = words_in(
    """
    tăng giảm thêm sụt hạ bớt đạt chiếm là còn có lên xuống chỉ ước tính dự kiến báo sơ bộ bằng gấp vượt cao thấp
    nhiều ít lớn nhỏ kém hơn bình quân trung mỗi hằng hàng năm tháng quý trong đến hết ngày đã được mức từ số tới so
    với kế hoạch chỉ tiêu mục khoảng cả tổng cộng gồm lúc vào lần xếp đứng hạng điện thoại đường dây nóng khóa khoá
    quyết định nghị thông tư giai đoạn tương đương ứng lượt ngưỡng chạm sau và trở
    """
)
"""Words that may stand before a figure without being part of it: they say what it is."""
_AFTER: Final = words_in("so với cùng kỳ kì năm trước ngoái tháng quý của mỗi một kế hoạch đề ra giao")
_ENDS: Final = frozenset(".;,:!?()“”\"'…*•")
_LONGEST: Final = 10_000


def parse(text: str, units: Iterable[Unit] = ()) -> PrintedFigure:
    """The one figure that a text is, read to its last character.

    Words that say what a figure is may stand before it and after it (*tăng*, *đạt*, *so với cùng kỳ*); anything else
    that is left over is an error. Alone, a word that may be an article (*một xã*) is a number.

    Args:
        text: such as ``trên 60.000 lượt hộ``.
        units: a review's own units, whose Vietnamese names are read, too.

    Raises:
        ParseError: for a text that is no figure, or more than one: what was read, and what was not.
        FieldTypeError: for anything but a text.
        DefinitionConflictError: for a unit that gives a code of the catalogue another meaning.

    >>> parse("trên 60.000 lượt hộ").value
    Value.parse('over 60000 household_turn')
    >>> parse("vượt kế hoạch 25,5%").value
    Attainment.parse('over_plan 25.5 percent')
    >>> parse("842,238 tỷ đồng").note
    'two readings, 842.238 and 842238; and nothing in the text that tells which'
    >>> parse("trên 60.000 hộ và nhiều hơn nữa")
    Traceback (most recent call last):
    ...
    aseansc.errors.ParseError: vietnamese.parse: something is left over; got 'trên 60.000 hộ và nhiều hơn nữa'; ...
    """
    if not isinstance(text, str):
        raise FieldTypeError("not a text", where="vietnamese.parse", got=text, expected="str")
    if len(text) > _LONGEST:
        raise _error("too long for one figure", text, f"at most {_LONGEST} characters", "Use find for running text.")
    pieces = list(passages(text))
    if len(pieces) != 1:
        raise _error("no figure" if not pieces else "several paragraphs", text, "one figure", _FIND)
    reader = Reader(units, [piece.text for piece in pieces], alone=True)
    tokens = Tokens(pieces[0])
    candidates = reader.candidates_alone(tokens)
    chosen = _chosen(candidates)
    if chosen is None:
        read = ", ".join(repr(candidate.figure(tokens).printed) for candidate in candidates)
        raise _error(
            "several figures" if candidates else "no figure", text, f"one figure; read {read or 'nothing'}", _FIND
        )
    left = _left_over(tokens, candidates, chosen)
    figure = chosen.figure(tokens)
    if left:
        raise _error("something is left over", text, f"one figure; read {figure.printed!r} and not {left!r}", _FIND)
    return figure


_FIND: Final = "Use find for running text."


def _chosen(candidates: list[Candidate]) -> Candidate | None:
    """The one figure; the date that it is compared with or stands at may be printed with it."""
    if len(candidates) == 1:
        return candidates[0]
    timed = [candidate for candidate in candidates if candidate.takes_time]
    return timed[0] if len(timed) == 1 and candidates[0] is timed[0] and len(candidates) == 2 else None


def _left_over(tokens: Tokens, candidates: list[Candidate], chosen: Candidate) -> str:
    """The first words that are neither read nor known to say what a figure is."""
    taken = {at for candidate in candidates for at in range(candidate.start, candidate.end)}
    unknown = [
        at
        for at in range(tokens.size)
        if at not in taken
        and tokens.words[at] not in _ENDS
        and tokens.words[at] not in (_BEFORE if at < chosen.start else _AFTER)
    ]
    if not unknown:
        return ""
    start = end = unknown[0]
    for at in unknown[1:]:
        if at != end + 1:
            break
        end = at
    return tokens.passage.text[tokens.starts[start] : tokens.ends[end]]


def _error(problem: str, text: str, expected: str, way_out: str) -> ParseError:
    return ParseError(problem, where="vietnamese.parse", got=text, expected=expected, way_out=way_out)
