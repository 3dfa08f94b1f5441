"""Datasets: real reviews, encoded figure by figure. Each module has a `load` that gives a checked `Review`."""
