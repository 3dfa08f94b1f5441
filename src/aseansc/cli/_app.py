"""The commands; each reads its words, asks the model, and prints."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Literal

from cyclopts import App, Parameter
from rich.console import Console

from aseansc import datasets
from aseansc.cli._show import show_review
from aseansc.errors import unknown_name
from aseansc.reviews import Review

WIDTH = 80
"""Columns of what is printed, also where it is piped."""

app = App(
    name="aseansc",
    help="Figures of development reviews: typed, unit-aware, cited.",
    version=lambda: import_module("importlib.metadata").version("aseansc"),
)


@app.command
def show(
    dataset: str, *, lang: Annotated[Literal["en", "vi"], Parameter(help="language of names and numbers")] = "en"
) -> None:
    """Print a review: its indicators by section, each with what is stated of it.

    Parameters
    ----------
    dataset
        name of the review, such as lai-chau
    """
    console = Console(width=WIDTH, highlight=False, markup=False, emoji=False)
    with console.capture() as printed:
        show_review(_load(dataset), console, lang)
    for line in printed.get().splitlines():
        print(line.rstrip())


def _load(name: str) -> Review:
    names = {module.name.replace("_", "-"): module.name for module in iter_modules(datasets.__path__)}
    if name not in names:
        raise unknown_name("dataset", name, names, where="aseansc show")
    review = import_module(f"aseansc.datasets.{names[name]}").load()
    assert isinstance(review, Review)
    return review
