"""The formats that people already use: each a module, with the same verbs, and nothing lost in silence.

`aseansc.interchange.json` is the canonical document of a review.
"""
