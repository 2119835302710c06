"""What the measures on contacts in the order of time mean in words."""

from __future__ import annotations

from backchannel.graph.analytics.definition import Definition

__all__ = ["IN_TIME"]

_BOTH = (
    "Certain: by contacts that were held for sure, each certainly after the one before; possible: by "
    "contacts that may have been held, contested ones among them, in an order that their dates allow."
)

IN_TIME = (
    Definition(
        name="temporal_closeness",
        title="Temporal closeness",
        meaning=f"How soon word from one would be with all others, passed on by one after another. {_BOTH}",
        formula="C(v) = 1/(n-1) · sum over u ≠ v of 1/d(v,u), d: the days begun from the start to the "
        "earliest arrival (within the first: 1), 1/d = 0 where word doesn't arrive by the end of the window",
        reading="Compare within one window only: word sets out at its beginning, or without one with the "
        "first contact on record. Certain is the least and possible the greatest value in all courses of "
        "events that the dates allow.",
        edge_cases="0 for who reaches nobody. A contact of unknown date adds nothing to the certain value. "
        "Only held contacts carry word, whatever outcomes are asked for.",
        reference="J. Tang, M. Musolesi, C. Mascolo and V. Latora, WOSN (2009) 31-36; R. K. Pan and "
        "J. Saramäki, Physical Review E 84 (2011) 016105.",
    ),
    Definition(
        name="temporal_betweenness",
        title="Temporal betweenness",
        meaning="How often the chain of fewest contacts, in the order of time, by which word gets from one "
        f"to another leads through one. {_BOTH}",
        formula="b(v) = 1/((n-1)(n-2)) · sum over ordered pairs (s,t) of σ(s,t|v) / σ(s,t), σ(s,t): the "
        "chains of fewest contacts from s to t, σ(s,t|v): those through v",
        reading="0: nobody needs one to pass word on. Certain and possible are of two sets of chains, and "
        "no interval.",
        edge_cases="0 with fewer than three nodes; pairs without a chain add nothing. Only held contacts "
        "carry word, whatever outcomes are asked for.",
        reference="S. Buß, H. Molter, R. Niedermeier and M. Rymar, KDD (2020) 2084-2092; J. Tang et al., "
        "SNS (2010).",
    ),
)
