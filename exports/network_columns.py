"""The columns of a network's two tables; the page's GraphML has those of the same names."""

from __future__ import annotations

from backchannel.exports.report_model import Column

__all__ = ["EDGE_COLUMNS", "NODE_COLUMNS"]

NODE_COLUMNS = (
    Column("key", "Key", meaning="The node's key in the graph: its kind and its id."),
    Column("label", "Name", meaning="The name in the language of the case."),
    Column("kind", "Kind", meaning="person, office, organisation, state or party (described, not named)."),
    Column("state", "State", meaning="The key of the state that it belongs to."),
    Column("state_label", "Name of the state", meaning="The name of that state."),
    Column("office_label", "Office", meaning="Of a person: the office the claims mostly show them in."),
    Column("rank", "Rank", meaning="The rank of the office or party."),
    Column("described", "Described", "flag", meaning="Whether the sources describe it without a name."),
    Column("iri", "IRI", meaning="The node's IRI in the graph."),
    Column(
        "present",
        "Present",
        "list",
        meaning="When it may have been there, first day/last day, both within; nothing on a side that is open"
        " or unknown. Persons with an office on record: while in it, and at each dated contact; all others:"
        " from the first to the last contact. Empty: nothing bounds it.",
    ),
    Column(
        "surely_in_office",
        "Surely in office",
        "list",
        meaning="Of a person: the days on which an office on record was held for sure, first day/last day.",
    ),
)

EDGE_COLUMNS = (
    Column("id", "Id", meaning="The edge's own name: the contact and its two ends."),
    Column("source", "From", meaning="The key of the node that sought the contact, if that is told."),
    Column("target", "To", meaning="The key of the other node."),
    Column(
        "parallel",
        "Kind of edge",
        meaning="The outcome, and from the second such contact of the same two on a number: tells parallel"
        " edges apart where a format wants them of different kinds.",
    ),
    Column("contact", "Contact", meaning="The contact's key in the graph."),
    Column("iri", "IRI", meaning="The contact's IRI in the graph."),
    Column(
        "directed",
        "Directed",
        "flag",
        meaning="Whether a claim tells who sought whom; if not, the order of the two ends says nothing.",
    ),
    Column("outcome", "Outcome", meaning="held, refused, ignored, cancelled, attempted or proposed."),
    Column("outcomes", "Outcomes", "list", meaning="Every outcome that a voice puts forward as a fact."),
    Column("status", "Standing", meaning="agreed, single-sourced, contested or proposed."),
    Column("contested", "Contested", "flag", meaning="Whether voices contradict each other on the outcome."),
    Column("date", "Date as given", meaning="The date of the first claim that has one, in EDTF."),
    Column("inferred", "Why inferred", meaning="The coder's reason, where the date is not the source's own."),
    Column("earliest", "Earliest", meaning="The first possible instant (UTC); empty where it is unbounded."),
    Column("latest", "Latest", meaning="The instant before which it was (UTC); empty where it is unbounded."),
    Column("first_day", "First possible day", "days", meaning="Empty where it is unbounded."),
    Column("last_day", "Last possible day", "days", meaning="Empty where it is unbounded."),
    Column("sure_day", "Sure day", "days", meaning="The day of the contact, where only one is possible."),
    Column(
        "certain",
        "Certainly in the window",
        "flag",
        meaning="Whether it certainly lies in the days asked for; if not, it possibly does.",
    ),
    Column("means", "Means", meaning="call, meeting, letter, message, note verbale, visit or contact."),
    Column("channels", "Channels", "list", meaning="The keys of the channels it went or was to go through."),
    Column("stances", "Stances", "list", meaning="How the claims speak: asserts, announces, denies, ..."),
    Column("public", "Public", "flag", meaning="Whether it was public; empty where nobody says so."),
    Column("times", "Times", "count", meaning="At least so many contacts are told of as this one."),
    Column("claims", "Claims", "claims", meaning="The keys of the claims that the edge rests on."),
)
