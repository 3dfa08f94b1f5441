"""Datasets: real reviews, encoded figure by figure. The `load` function of each module returns a checked `Review`."""

__all__: list[str] = []  # import the modules by name
