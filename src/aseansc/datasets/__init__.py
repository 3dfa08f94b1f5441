"""Datasets: real reviews, encoded figure by figure. The `load` function of each module returns a checked `Review`."""
