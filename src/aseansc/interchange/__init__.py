"""The formats that people already use: each a module, with the same verbs, and nothing lost in silence.

`aseansc.interchange.json` is the canonical document of a review. Each module has ``load`` and ``dump`` for paths and
files, and ``losses``, which says beforehand what it cannot carry; those whose format is one text have ``loads`` and
``dumps``, too.
"""

from aseansc.interchange._losses import Loss

__all__ = ["Loss"]
