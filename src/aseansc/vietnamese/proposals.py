"""What the label of a row of a table lets one propose for its indicator: its kind and the direction of improvement.

>>> kind_of_label("Diện tích rừng trồng mới", None) is None
True
>>> better_of("Tỷ lệ hộ nghèo")
Direction.DOWN
>>> key_of("Tổng số hộ nghèo") == key_of("hộ nghèo")
True
"""

from __future__ import annotations

from aseansc.vietnamese._kinds import better_of, kind_of_label, may_be_part
from aseansc.vietnamese._name_forms import key_of

__all__ = ["better_of", "key_of", "kind_of_label", "may_be_part"]
