"""What the columns of the report's tables mean, for those who meet them in a file without the report."""

from __future__ import annotations

from backchannel.exports.report_model import Column

__all__ = ["MEANINGS", "meaning_of"]

# By the column's name, or by table and name where a name has several meanings.
MEANINGS = {
    "about": "What the dispute is about, in words.",
    "about_key": "The key in the graph of what the dispute is about.",
    "betweenness": "Freeman's betweenness over held contacts, normalised; see the report's definitions.",
    "betweenness_rank": "Rank by betweenness; 1 is the highest, equal values share a rank.",
    "between": "The two sides, in words.",
    "certainty": "How sure the date is, in words.",
    "chain": "Through whom the claim came, and at which characters of which document it stands.",
    "channel": "The channel's name.",
    "channels": "The channels it went or was to go through.",
    "claim": "The claim's key in the graph.",
    "claims": "The keys of the claims that the row rests on.",
    "constraint": "Burt's constraint over held contacts; low means links to people who aren't linked.",
    "constraint_rank": "Rank by constraint; 1 is the lowest, equal values share a rank.",
    "contact": "The contact's key in the graph.",
    "contacts": "Held contacts.",
    "contacts_rank": "Rank by held contacts; 1 is the highest, equal values share a rank.",
    "contested": "Contacts on whose outcome voices contradict each other.",
    "counterparts": "With how many different others held contact is on record.",
    "counterparts_rank": "Rank by counterparts; 1 is the highest, equal values share a rank.",
    "date_given": "The date as the source or the coder has it: EDTF, the source's wording, if inferred.",
    "documents": "The titles of the documents in which it stands.",
    "ended_by": "The contact that ended the silence.",
    "except": "What the silence leaves out.",
    "failed": "Attempts through the channel that certainly failed, at least.",
    "failures": "Which attempts failed, in words.",
    "first_day": "The first day on which it may have been; empty where nothing bounds it.",
    "got_through": "The share of attempts that got through, in words.",
    "harmonic": "Harmonic closeness over held contacts, normalised; see the report's definitions.",
    "harmonic_rank": "Rank by harmonic closeness; 1 is the highest, equal values share a rank.",
    "hedge": "The wording by which the voice weakens the claim.",
    "held": "Held contacts.",
    "how": "By which means, and whether it was not public.",
    "inferred": "The coder's reason, where the date is not the source's own.",
    "iri": "The claim's IRI in the graph.",
    "kind": "Of which kind it is.",
    "known": "From when it counts as known (UTC): its first publication.",
    "last_day": "The last day on which it may have been; empty where nothing bounds it.",
    "last_said": "The state last said of an earlier day, where none is certain or possible on the day.",
    "last_use": "The last held contact through the channel, in words.",
    "last_use_first_day": "The first day on which the last proven use may have been.",
    "last_use_last_day": "The last day on which the last proven use may have been.",
    "least": "Days without a held contact, at least: by the dates on record.",
    "least_dated": "The same with the undated contacts left aside.",
    "level": "The rank of those whom the channel joins.",
    "location": "Where the channel stands.",
    "most": "Days without a held contact, at most; empty where nothing bounds it.",
    "most_dated": "The same with the undated contacts left aside.",
    "next": "The contact with which the gap ends, by its date.",
    "node": "The node's key in the graph.",
    "number": "The number that the report gives the claim: 1 is c1.",
    "office": "The office in which the claims mostly show the person.",
    "one": "The name of the one side.",
    "one_state": "The state to which the one belongs.",
    "only_said": "States that are said of the channel and not shown by its use.",
    "operator": "Who answers for the channel.",
    "other": "The name of the other side.",
    "other_state": "The state to which the other belongs.",
    "outcome": "What came of it; several with a slash between them are contested.",
    "pagerank": "PageRank over held contacts; see the report's definitions.",
    "pagerank_rank": "Rank by PageRank; 1 is the highest, equal values share a rank.",
    "paraphrase": "What the claim says, in the coder's words.",
    "part": "The part of all held contacts across that the node has part in, from 0 to 1.",
    "position": "One of the positions that exclude each other.",
    "possible_failed": "Attempts that possibly failed besides.",
    "possible_held": "Contacts possibly held besides.",
    "previous": "The last held contact before the gap, by its date.",
    "reliability": "How reliable the source and how credible the claim was judged (Admiralty code).",
    "scope": "Of what kind of contact the silence is claimed.",
    "silence": "The silence's key in the graph.",
    "silence_claims": "The keys of the claims that claim a silence within the gap.",
    "since_last:least": "Days since the last held contact up to the day of the report, at least.",
    "since_last:most": "Days since the last held contact up to the day of the report, at most.",
    "sought_by": "Who sought the contact, where that is told.",
    "stance": "How the voice speaks: asserts, announces, denies, alleges or proposes.",
    "state": "The state to which it belongs.",
    "status": "How the claims stand to each other, in words.",
    "sure": "Whether the contact that ends the gap is certain.",
    "tried": "Attempts across of which no end is told, and cancelled ones.",
    "unanswered": "Attempts across that were refused or ignored.",
    "undated": "Contacts without a date that may lie in the gap.",
    "unnamed": "Whether the source keeps back the voice's name.",
    "voice": "Who says so.",
    "voice_office": "In which office the voice speaks.",
    "voices": "Who claims the silence.",
    "way": "The mean part of the shortest ways between the two states that lead over the node, 0 to 1.",
    "when": "The date in words.",
    "who": "The name, or in a contact who had it with whom.",
    "bridges:counterparts": "The names of those on the other side.",
    "bridges:held": "Held contacts between the two states that the node has part in.",
    "bridges:last": "The last day on which the last of them may have been.",
    "channel_states:state": "The state in which the claim has the channel.",
    "channels:certain": "States that are certain on the day.",
    "channels:held": "Contacts through the channel that were certainly held, at least.",
    "channels:least": "The share of attempts that got through, at least, from 0 to 1.",
    "channels:most": "The share of attempts that got through, at most, from 0 to 1.",
    "channels:possible": "States that are possible on the day.",
    "channels:state": "The state of the channel on the day of the report, in words.",
    "contested:certain": "Whether the positions contradict each other for sure.",
}

# In the tables of pairs and of degrees: a column for each outcome, or for each outcome and way.
COUNTED = "Contacts whose outcome is '{}'."
WAYS = {
    "out": "Contacts of outcome '{}' that the node sought; undirected ones count both ways.",
    "in": "Contacts of outcome '{}' that others sought with the node; undirected ones count both ways.",
}
OUTCOMES = frozenset({"held", "attempted", "refused", "ignored", "cancelled", "proposed"})


def meaning_of(table: str, column: Column) -> str:
    """What a column means: as it says itself, as it stands here, else its title.

    >>> meaning_of("degrees", Column("held_out", "Held out", "count"))
    "Contacts of outcome 'held' that the node sought; undirected ones count both ways."
    >>> meaning_of("pairs", Column("one", "One")), meaning_of("pairs", Column("x", "Unheard of"))
    ('The name of the one side.', 'Unheard of')
    """
    known = column.meaning or MEANINGS.get(f"{table}:{column.name}") or MEANINGS.get(column.name)
    return known or _counted(column.name) or column.title


def _counted(name: str) -> str:
    outcome, _, way = name.partition("_")
    if outcome not in OUTCOMES:
        return ""
    return WAYS[way].format(outcome) if way in WAYS else COUNTED.format(outcome)
