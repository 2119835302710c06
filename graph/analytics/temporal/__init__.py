"""Measures on contacts in the order of time: word can only pass on what it has already reached.

A flattened network says that A may reach C because A spoke with B and B with C; if B spoke with C first, word
didn't. Here a path is a chain of contacts each of which comes after the one before (Kempe, Kleinberg and
Kumar, Connectivity and Inference Problems for Temporal Networks, JCSS 64 (2002) 820-842; Holme and Saramäki,
Temporal networks, Physics Reports 519 (2012) 97-125). Dates are uncertain, therefore each question has a
certain and a possible answer: :mod:`.contacts` says what these are, and why they are exact.
"""

from backchannel.graph.analytics.temporal.arrivals import Arrival, arrivals, departures
from backchannel.graph.analytics.temporal.betweenness import Betweenness, temporal_betweenness
from backchannel.graph.analytics.temporal.chains import Step, fewest
from backchannel.graph.analytics.temporal.closeness import Closeness, temporal_closeness
from backchannel.graph.analytics.temporal.contacts import Contact, TemporalNetwork, held
from backchannel.graph.analytics.temporal.fastest import Passage, fastest

__all__ = [
    "Arrival",
    "Betweenness",
    "Closeness",
    "Contact",
    "Passage",
    "Step",
    "TemporalNetwork",
    "arrivals",
    "departures",
    "fastest",
    "fewest",
    "held",
    "temporal_betweenness",
    "temporal_closeness",
]
