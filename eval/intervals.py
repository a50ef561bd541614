"""Intervals of 95 %: Wilson's for shares of cases, the bootstrap for everything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

Z = 1.959963984540054  # the normal distribution's 97.5 % point
RESAMPLES = 1000
SEED = 20240601
Interval = tuple[float, float]


def wilson(hits: int, total: int) -> Interval:
    """Wilson's score interval of a share (E. B. Wilson, JASA 1927); nothing counted tells nothing: 0 to 1."""
    if not total:
        return 0.0, 1.0
    share = hits / total
    spread = Z * (share * (1 - share) / total + Z * Z / (4 * total * total)) ** 0.5
    middle, scale = share + Z * Z / (2 * total), 1 + Z * Z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def bootstrap(values: Sequence[float], statistic: Callable[[np.ndarray], float]) -> Interval:
    """The percentile bootstrap of a statistic (Efron & Tibshirani 1993), always with the same draws."""
    sample = np.asarray(values, dtype=float)
    if not len(sample):
        return 0.0, 0.0
    draws = np.random.default_rng(SEED).integers(0, len(sample), (RESAMPLES, len(sample)))
    low, high = np.percentile([statistic(sample[draw]) for draw in draws], [2.5, 97.5])
    return float(low), float(high)
