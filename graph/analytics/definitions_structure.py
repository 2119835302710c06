"""What the measures on the structure of a network, and on answers, mean in words."""

from __future__ import annotations

from backchannel.graph.analytics.definition import Definition

__all__ = ["STRUCTURE"]

STRUCTURE = (
    Definition(
        name="eigenvector",
        title="Eigenvector centrality",
        meaning="Who is in touch with those who are much in touch themselves.",
        formula="x(v) = 1/L · sum over u of w(u,v) x(u), L the greatest eigenvalue of the matrix of "
        "weights; the squares of all x add up to 1",
        reading="Compare within one network only. It speaks of the part with the greatest L; whoever "
        "stands in another part has 0, however well linked there.",
        edge_cases="Where several parts share the greatest L, x is the limit of power iteration from equal "
        "values; without any link all have 1/sqrt(n).",
        reference="P. Bonacich, American Journal of Sociology 92 (1987) 1170-1182.",
    ),
    Definition(
        name="effective_size",
        title="Effective size (Burt)",
        meaning="How many counterparts one has, less those that are reached through one another anyway.",
        formula="e(u) = sum over v of (1 - sum over q of p(u,q) m(v,q)), p(u,q) = w(u,q) / sum over x of "
        "w(u,x), m(v,q) = w(v,q) / max over x of w(v,x); n - 2t/n with equal weights, t links "
        "among n counterparts",
        reading="Near the number of counterparts: they don't speak with one another; near 1: they all do.",
        edge_cases="None without a link (of some weight); 1 with a single counterpart.",
        reference="R. S. Burt, Structural Holes (1992) ch. 2; S. P. Borgatti, Connections 20 (1997) 35-38.",
    ),
    Definition(
        name="core",
        title="k-core",
        meaning="Who belongs to a group each of whose members keeps up links with at least k others of it.",
        formula="core(v) = max{k : v remains when all with fewer than k links are taken out, again and "
        "again}",
        reading="The highest number marks the innermost group; a hub of people who know nobody else has 1.",
        edge_cases="0 without a link.",
        reference="S. B. Seidman, Social Networks 5 (1983) 269-287; V. Batagelj and M. Zaversnik, Advances "
        "in Data Analysis and Classification 5 (2011) 129-145.",
    ),
    Definition(
        name="cut_points",
        title="Articulation points",
        meaning="Whose loss would leave others without any way to each other.",
        formula="c(v) = parts of the network without v - parts of the network with it",
        reading="0: all others still reach whom they reached; 1 and more: so many further parts.",
        edge_cases="0 without a link, although its own part is gone with it.",
        reference="J. Hopcroft and R. Tarjan, Communications of the ACM 16 (1973) 372-378.",
    ),
    Definition(
        name="cut_links",
        title="Bridges (of graph theory)",
        meaning="Which two are the only way between all on one side and all on the other.",
        formula="a · b, where the link's loss parts a nodes from b; links whose loss parts nobody are "
        "left out",
        reading="The number of pairs that could no longer pass word to each other if these two fell silent.",
        edge_cases="Two that spoke often are as indispensable as two that spoke once: weights don't count.",
        reference="R. E. Tarjan, Information Processing Letters 2 (1974) 160-161.",
    ),
    Definition(
        name="brokerage",
        title="Brokerage roles between states (Gould and Fernandez)",
        meaning="How often one stands between two who have no direct link, by the states of the three: "
        "coordinator (all of one state), consultant (the two of one state, oneself of another), "
        "gatekeeper (lets in to one's own state), representative (carries out of it), liaison "
        "(three states).",
        formula="#{(a,c) : a sought v, v sought c, a did not seek c, a ≠ c, the states of a, v, c of the "
        "role's pattern}",
        reading="Raw counts of pairs, not shared among several brokers of the same pair.",
        edge_cases="A contact of which nobody says who sought it runs both ways. Who stands for no state is "
        "left out. Where nodes are states only liaison is possible.",
        reference="R. V. Gould and R. M. Fernandez, Sociological Methodology 19 (1989) 89-126.",
    ),
    Definition(
        name="reciprocity",
        title="Reciprocity",
        meaning="Whether those whom one sought sought one as well.",
        formula="r(v) = 2m / (in + out): v sought out others, in others sought v, m both; of the network:"
        " links whose reverse is there / links",
        reading="1: always both ways; 0: always the same side seeks.",
        edge_cases="None without a contact of which somebody says who sought it; no other contacts count.",
        reference="S. Wasserman and K. Faust, Social Network Analysis (1994) section 13.3.",
    ),
    Definition(
        name="response",
        title="Answers",
        meaning="Who gets through, and who answers.",
        formula="held / (held + refused + ignored), over the contacts one sought with others (own "
        "attempts answered), or others with one (attempts it answered)",
        reading="The outcomes asked for don't matter here: all are compared. Few attempts make a coarse "
        "share.",
        edge_cases="None where no such contact is on record. Attempts whose end nobody tells, and cancelled "
        "ones, stay out, as do contacts of which nobody says who sought them.",
        reference="A plain proportion of counts, by the outcomes of docs/case-format.md.",
    ),
)
