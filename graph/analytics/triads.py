"""Sums over third parties: what stands between two who are linked themselves."""

from __future__ import annotations

from typing import Literal

import numpy as np
from scipy import sparse

__all__ = ["at_links", "shares"]

# So many products of one row with another are held at a time (a few hundred MiB at most).
ROWS = 1024


def shares(weights: sparse.csr_array, of: Literal["sum", "max"] = "sum") -> sparse.csr_array:
    """Each link's weight as a share of all its node's, or of its heaviest; rows without links stay empty.

    >>> shares(sparse.csr_array([[0.0, 3.0, 1.0], [3.0, 0.0, 0.0], [1.0, 0.0, 0.0]])).toarray().tolist()
    [[0.0, 0.75, 0.25], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]]
    """
    if not weights.nnz:
        return weights.copy()
    whole = weights.sum(axis=1) if of == "sum" else weights.max(axis=1).toarray().ravel()
    rows = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    return sparse.csr_array(
        (weights.data / whole[rows], weights.indices, weights.indptr), shape=weights.shape
    )


def at_links(left: sparse.csr_array, right: sparse.csr_array, links: sparse.csr_array) -> sparse.csr_array:
    """The product of two matrices, only where there is a link, some rows at a time.

    >>> path = sparse.csr_array([[0, 1, 1], [1, 0, 1], [1, 1, 0]])
    >>> at_links(path, path, path).toarray().tolist()
    [[0, 1, 1], [1, 0, 1], [1, 1, 0]]
    """
    mask = (links != 0).astype(left.dtype)
    parts = [
        (left[start : start + ROWS] @ right).multiply(mask[start : start + ROWS])
        for start in range(0, left.shape[0], ROWS)
    ]
    return sparse.csr_array(sparse.vstack(parts)) if parts else left.copy()
