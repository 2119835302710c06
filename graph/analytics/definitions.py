"""What each measure means, in words for the reader of a report, with its formula and reference."""

from __future__ import annotations

from collections.abc import Mapping

from backchannel.graph.analytics.definition import Definition
from backchannel.graph.analytics.definitions_structure import STRUCTURE
from backchannel.graph.analytics.definitions_time import IN_TIME

__all__ = ["DEFINITIONS", "PROJECTION", "Definition"]

PROJECTION = (
    "The measures are taken on a simple graph made from the contacts: all held contacts of the same two"
    " become one link, whatever their means, channel or date, and its weight is how many there were (a series"
    " told as one contact counts once). Attempts, refusals, unanswered calls, cancelled and proposed contacts"
    " link nobody and are counted apart. Contacts on whose outcome the sources disagree are left out and"
    " listed as contested. A meeting of several is one contact, and links each side with the other"
    " (all with all, where nobody is said to have sought it). Those without a link stay in the graph."
)

_CENTRALITY = (
    Definition(
        name="degree",
        title="Degree and strength, in and out",
        meaning="With how many distinct others (counterparts), and in how many contacts, one was in touch; "
        "out: contacts one sought, in: contacts others sought with one.",
        formula="degree(v) = #{u : C(u,v) not empty}; strength(v) = size of the union of C(u,v) over u, "
        "where C(u,v) are the contacts of one outcome between u and v",
        reading="A contact of which nobody says who sought it counts as in and as out, so that the two may "
        "add up to more than the contacts.",
        reference="L. C. Freeman, Social Networks 1 (1978/79) 215-239; A. Barrat et al., PNAS 101 (2004) "
        "3747-3752.",
        edge_cases="A node without contacts has 0. Contacts with oneself do not count. A meeting of "
        "several is one contact of each.",
    ),
    Definition(
        name="betweenness",
        title="Betweenness",
        meaning="How often the shortest way between two others leads through one.",
        formula="b(v) = 2 / ((n-1)(n-2)) · sum over pairs {s,t} of σ(s,t|v) / σ(s,t), where σ(s,t) counts the"
        " shortest paths and σ(s,t|v) those through v",
        reading="0: nobody needs one; 1: all others are linked only through one.",
        reference="L. C. Freeman, Sociometry 40 (1977) 35-41; U. Brandes, Journal of Mathematical"
        " Sociology 25 (2001) 163-177.",
        edge_cases="0 with fewer than three nodes. Two that do not reach each other add nothing.",
    ),
    Definition(
        name="harmonic",
        title="Harmonic closeness",
        meaning="How near one is to all others, counted in links; defined also where some can't be reached.",
        formula="h(v) = 1/(n-1) · sum over u ≠ v of 1/d(u,v), with 1/d = 0 where there is no way",
        reading="1: in direct contact with everybody; 1/2: everybody is one go-between away; 0: reaches "
        "nobody.",
        reference="M. Marchiori and V. Latora, Physica A 285 (2000) 539-546; Y. Rochat, ASNA (2009); "
        "P. Boldi and S. Vigna, Internet Mathematics 10 (2014) 222-262.",
        edge_cases="0 without a link, and in a network of one node.",
    ),
    Definition(
        name="pagerank",
        title="PageRank",
        meaning="Who is sought by those who are sought: the share of time a random walker spends at one, who "
        "follows contacts from the seeker to the sought (both ways where nobody says who sought).",
        formula="p(v) = (1-d)/n + d · (sum over u of p(u) w(u,v)/w(u) + D/n), d = 0.85; w(u,v): contacts u "
        "sought with v; D: the total of p over those who sought none",
        reading="The shares add up to 1 over the whole network; 1/n is the average.",
        reference="L. Page, S. Brin, R. Motwani and T. Winograd, Stanford InfoLab 1999-66 (1999).",
        edge_cases="Without any link all have 1/n. A link that weighs nothing is none.",
    ),
    Definition(
        name="constraint",
        title="Constraint (Burt)",
        meaning="How far one's contacts lead back to the same counterpart: the opposite of brokerage.",
        formula="c(u) = sum over v of (p(u,v) + sum over q of p(u,q) p(q,v))², p(u,v) = w(u,v) / sum over x "
        "of w(u,x)",
        reading="Low: one's counterparts don't speak with one another, and need one; 1: one has a single "
        "counterpart (it can pass 1 in a triangle); none: no link.",
        reference="R. S. Burt, Structural Holes (1992) ch. 2; American Journal of Sociology 110 (2004)"
        " 349-399.",
        edge_cases="None without a link (of some weight).",
    ),
)

_OF_STATES = (
    Definition(
        name="bridges",
        title="Bridges between two states",
        meaning="Who carries what passes between two capitals: contacts held across by each official, its "
        "part of all such contacts, and how often the shortest way between officials of the two sides"
        " leads through one.",
        formula="part(v) = held contacts across with v / all held contacts across; way(v) = mean over "
        "connected pairs (s,t) of one side and the other of σ(s,t|v) / σ(s,t), 0 where v is s or t",
        reading="Parts may add up to more than 1: each contact has an end on both sides.",
        reference="U. Brandes, Social Networks 30 (2008) 136-145; R. V. Gould and R. M. Fernandez,"
        " Sociological Methodology 19 (1989) 89-126.",
    ),
    Definition(
        name="gap",
        title="Silence between two",
        meaning="The days from the last held contact before a contact to that contact, from date to date.",
        formula="the least and the greatest of day(x) - max{day(y) : y ≠ x, day(y) ≤ day(x)} over all days "
        "the contacts may have had",
        reading="'Claimed' only where a source says there was no contact; 'unrecorded' means only that none "
        "is on record here. Contacts without a bounded date could lie anywhere and are counted beside"
        " it.",
        reference="Possible worlds of incomplete data: T. Imieliński and W. Lipski, Journal of the ACM 31 "
        "(1984) 761-791.",
    ),
)

_ALL = (*_CENTRALITY, *STRUCTURE, *IN_TIME, *_OF_STATES)
DEFINITIONS: Mapping[str, Definition] = {one.name: one for one in _ALL}
