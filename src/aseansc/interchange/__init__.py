"""The formats that people already use: each a module, with the same verbs, and nothing lost in silence.

`aseansc.interchange.json` is the canonical document of a review.
"""

from aseansc.interchange._losses import Loss

__all__ = ["Loss"]
