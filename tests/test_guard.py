"""The guard before the query worker: what it refuses, what it lets pass, and that nothing gets round it."""

from __future__ import annotations

import os

import pyoxigraph
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backchannel.graph.errors import QueryRefused
from backchannel.graph.sparql_guard import MAX_DEPTH, MAX_LENGTH, MAX_PARTS, check

LARGE = bool(os.environ.get("BACKCHANNEL_LARGE"))

# Port 1 is refused by the engine's own client before anything is sent: an error instead of a request.
SERVER = "<http://127.0.0.1:1/>"
ASKED = "not allowed for HTTP"

REFUSED = {
    f"SELECT * WHERE {{ SERVICE {SERVER} {{ ?s ?p ?o }} }}": "SERVICE",
    f"SELECT * WHERE {{ sErViCe{SERVER}{{ ?s ?p ?o }} }}": "SERVICE",
    f"SELECT * WHERE {{ SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}": "SERVICE",
    f"SELECT * WHERE {{ SERVICE # {{\n {SERVER} {{ ?s ?p ?o }} }}": "SERVICE",
    f"SELECT * WHERE {{ #x\rSERVICE {SERVER} {{ ?s ?p ?o }} }}": "SERVICE",
    f"SELECT * WHERE {{ ?s ?p 1SERVICE{SERVER}{{}} }}": "SERVICE",
    "SELECT * WHERE { VALUES ?x { <http://example.org/> } SERVICE ?x { ?s ?p ?o } }": "SERVICE",
    "PREFIX ex: <http://127.0.0.1:1/> SELECT * { SERVICEex:y { ?s ?p ?o } }": "may be read as SERVICE",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:y { ?s ?p ?o } }": "may be read as SERVICE",
    f"PREFIX p: <http://h:> SELECT * {{ ?s ?p p:SERVICE{SERVER}{{ ?a ?b ?c }} }}": "may be read as SERVICE",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { FILTER(1<2)SERVICE:y#>\n{} }": "may be read as SERVICE",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { FILTER(1<2)SERVICE#>\n:y{} }": "may be read as SERVICE",
    f"SELECT * WHERE {{ SERV\\u0049CE {SERVER} {{ ?s ?p ?o }} }}": "backslash",
    f'SELECT * WHERE {{ ?s ?p "a\\u0022 . SERVICE {SERVER} {{ ?s ?p " }} }}': "escape",
    f"SELECT * WHERE {{ # \\u000A SERVICE {SERVER} {{ }} \n }}": "escape",
    "SELECT * FROM <http://example.org/data> WHERE { ?s ?p ?o }": "FROM",
    "SELECT * fRoM<file:///etc/passwd> WHERE { ?s ?p ?o }": "FROM",
    "SELECT * FROM NAMED <http://example.org/data> WHERE { ?s ?p ?o }": "FROM",
    "SELECT *FROMNAMED<http://example.org/data>WHERE { ?s ?p ?o }": "FROM",
    "LOAD <http://example.org/data>": "LOAD",
    "insert data { <http://a> <http://b> 1 }": "INSERT",
    "DELETE WHERE { ?s ?p ?o }": "DELETE",
    "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }": "WITH",
    "CLEAR ALL": "CLEAR",
    "DROP GRAPH <http://g>": "DROP",
    "CREATE GRAPH <http://g>": "CREATE",
    "COPY DEFAULT TO <http://g>": "COPY",
    "MOVE DEFAULT TO <http://g>": "MOVE",
    "ADD DEFAULT TO <http://g>": "ADD",
    "SELECT * WHERE { ?s ?p 'open }": "quotation mark without its end",
    'SELECT * WHERE { ?s ?p "open\n" }': "quotation mark without its end",
    "SELECT * WHERE { ?s ?p '\ud800' }": "U+D800",
    "SELECT * WHERE { ?s ?p '\x00' }": "U+0000",
}

ALLOWED = (
    "SELECT ?service WHERE { ?service ?load $from } # SERVICE <http://a> { } LOAD",
    'SELECT * WHERE { ?s ?p \'SERVICE\', "LOAD", \'\'\'FROM\'\'\', """IN "SERT" """ }',
    "SELECT * WHERE { ?s ?p '\\'SERVICE \\\\' }",
    "SELECT * WHERE { ?s <http://example.org/SERVICE> <http://example.org/#LOAD> }",
    "PREFIX service: <http://a/> PREFIX from: <http://b/> SELECT * { ?s service:load from:drop . }",
    "PREFIX ex: <http://a/> SELECT * WHERE { ?s ex:insert ex:a\\#SERVICE . _:service ex:p 'a'@de-Load }",
    "SELECT (COUNT(*) AS ?adds) WHERE { ?s ?p ?o } GROUP BY ?copy HAVING (COUNT(*) > 1)",
    "ASK { ?s ?p 'caf\\u00e9' FILTER(1 < 2 && 3 > 2 || !false) }",
    "ASK { ?s a/^<http://a>*|<http://b>+ ?o FILTER(?o < 3 && ?s > 2) }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <http://example.org/a(b)service>",
)


@pytest.mark.parametrize("query", REFUSED, ids=range(len(REFUSED)))
def test_refuses(query: str) -> None:
    """What asks for more than this graph is refused, with the word that was found."""
    with pytest.raises(QueryRefused) as caught:
        check(query)
    assert REFUSED[query] in str(caught.value)
    assert "expected" in str(caught.value)


@pytest.mark.parametrize("query", ALLOWED, ids=range(len(ALLOWED)))
def test_allows(query: str) -> None:
    """A keyword in a string, an IRI, a comment, a variable or a prefixed name is none; and the engine
    reads each of these queries."""
    check(query)
    pyoxigraph.Store().query(query)


def test_how_many_cases_ran() -> None:
    assert (len(REFUSED), len(ALLOWED)) == (33, 11)


def test_says_where() -> None:
    """The message names the line and the column."""
    with pytest.raises(QueryRefused, match="line 2, column 3: SERVICE"):
        check("ASK {\n  SERVICE <http://a> { } }")


NESTED = {
    "braces": lambda n: "SELECT * WHERE " + "{" * n + "}" * n,
    "parentheses": lambda n: "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "blank nodes": lambda n: "ASK { ?s ?p " + "[ <a:a> " * n + "1" + "]" * n + " }",
    "sub-selects": lambda n: "SELECT * WHERE " + "{ SELECT * WHERE " * n + "{}" + "}" * n,
    "FILTER EXISTS": lambda n: "ASK { " + "FILTER EXISTS {" * n + "}" * n + " }",
    "IF": lambda n: "ASK { FILTER(" + "IF(true," * n + "1" + ",1)" * n + ") }",
}
LONG = {
    "UNION": lambda n: "ASK { " + " UNION ".join(["{}"] * n) + " }",
    "OPTIONAL": lambda n: "ASK { " + "OPTIONAL {} " * n + "}",
    "MINUS": lambda n: "ASK { " + "MINUS {} " * n + "}",
    "FILTER": lambda n: "ASK { " + "FILTER(true) " * n + "}",
    "BIND": lambda n: "ASK { " + "".join(f"BIND(1 AS ?v{i}) " for i in range(n)) + "}",
    "!": lambda n: "ASK { FILTER(" + "!" * n + "true) }",
    "+": lambda n: "ASK { FILTER(1" + "+1" * n + ") }",
    "*": lambda n: "ASK { FILTER(1" + "*1" * n + ") }",
    "||": lambda n: "ASK { FILTER(true" + "||true" * n + ") }",
    "&&": lambda n: "ASK { FILTER(true" + "&&true" * n + ") }",
    "paths": lambda n: "ASK { ?s <a:a>" + "/<a:a>" * n + " ?o }",
    "alternatives": lambda n: "ASK { ?s <a:a>" + "|<a:a>" * n + " ?o }",
    "projections": lambda n: "SELECT " + " ".join(f"(1 AS ?v{i})" for i in range(n)) + " {}",
    "HAVING": lambda n: "SELECT * {} HAVING " + "(1) " * n,
}


@pytest.mark.parametrize("form", NESTED)
def test_depth(form: str) -> None:
    """Nesting is refused beyond its limit, and allowed well within it."""
    check(NESTED[form](MAX_DEPTH // 2))
    with pytest.raises(QueryRefused, match=f"nested {MAX_DEPTH + 1} deep; expected at most {MAX_DEPTH}"):
        check(NESTED[form](MAX_DEPTH + 1))


@pytest.mark.parametrize("form", LONG)
def test_parts(form: str) -> None:
    """So are the chains that the engine's parser and optimiser walk recursively."""
    check(LONG[form](MAX_PARTS // 4))
    with pytest.raises(QueryRefused, match=f"expected at most {MAX_PARTS:,}"):
        check(LONG[form](MAX_PARTS + 1))


def test_length() -> None:
    with pytest.raises(QueryRefused, match="100,001 characters; expected at most 100,000"):
        check("#" * (MAX_LENGTH + 1))


KEYWORDS = ("SERVICE", "LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "FROM")
keyword = st.sampled_from(KEYWORDS).flatmap(
    lambda word: st.tuples(*(st.sampled_from((c.upper(), c.lower())) for c in word)).map("".join)
)
around = st.text("abcxyz -.,;", max_size=8)
HIDING_PLACES = (
    "?{}",
    "${}",
    "'{}'",
    '"{}"',
    "'''{}'''",
    '"""{}"""',
    "<http://a/{}>",
    "ex:{}",
    "_:{}",
    "#{}\n ?o",
)


@settings(max_examples=2000 if LARGE else 100)
@given(keyword, around, st.sampled_from(HIDING_PLACES))
def test_a_keyword_in_its_hiding_place_is_none(word: str, text: str, place: str) -> None:
    """Strings, IRIs, comments, variables, names and labels may say what they like."""
    inner = f"{text}{word}{text}" if place[0] in "'\"#" else word
    check(f"PREFIX ex: <http://a/> SELECT * WHERE {{ ?s ?p {place.format(inner)} }}")


@settings(max_examples=2000 if LARGE else 100)
@given(keyword, st.sampled_from((" ", "\n", "\t", "\r", "#c\n", "{", "}", "1", ".", ">", "''")))
def test_a_bare_keyword_is_refused(word: str, before: str) -> None:
    """In any case, after whatever ends the token before it."""
    with pytest.raises(QueryRefused):
        check(f"SELECT * WHERE {{ ?s ?p ?o . {before}{word} <http://127.0.0.1:1/> {{ }} }}")


PIECES = (
    *(
        "SERVICE",
        "service",
        "SILENT",
        "UNION",
        "OPTIONAL",
        "GRAPH",
        "GRAPH ex:y",
        "SELECT * WHERE",
        "VALUES ?x {",
    ),
    *("{}", "{", "}", "{?s ?p ?o}", "(", ")", "[", "]", "<", ">", "1", "<2", "2>", "&&", "|", "/", "^", "-"),
    *(
        "FILTER(1<2)",
        "FILTER(1",
        "BIND(1 AS ?z)",
        "BASE <http://a/>",
        SERVER,
        ":y",
        "p:",
        "p:1",
        "ex:y",
        "q:x",
    ),
    *("?x", "?s ?p ", "true", "a", ".", ";", ",", "#", "#>", "\n", "\r", " ", "@en", "^^", "_:b", "'a'"),
    *("'", '"', "'''", '"""', "\\", "\\u0049", "\\u0022"),
)
PROLOGUES = (
    "PREFIX : <http://127.0.0.1:1/> PREFIX ex: <http://127.0.0.1:1/> PREFIX p: <http://127.0.0.1:> ",
    "PREFIX : <http://h:> PREFIX ex: <http://127.0.0.1:1/> BASE <http://127.0.0.1:1/> ",
)


@settings(max_examples=100_000 if LARGE else 1500)
@given(st.sampled_from(PROLOGUES), st.lists(st.sampled_from(PIECES), max_size=9), st.integers(0, 9))
@example(PROLOGUES[0], ["FILTER(1<2)", "SERVICE", ":y", "#>", "\n", "{}"], 0)
@example(PROLOGUES[0], ["SERVICE", "ex:y", "{}"], 0)
@example(PROLOGUES[1], ["{}", "SERVICE", SERVER, "{}"], 0)
@example(PROLOGUES[1], ["?s ?p ", ":", "SERVICE", SERVER, "{?s ?p ?o}"], 0)
def test_nothing_gets_round_the_guard(prologue: str, pieces: list[str], at: int) -> None:
    """Whatever is put together: if the guard lets it pass, the engine asks no server for it."""
    query = f"{prologue}SELECT * WHERE {{ {''.join([*pieces[:at], 'SERVICE', *pieces[at:]])} }}"
    try:
        check(query)
    except QueryRefused:
        return
    assert ASKED not in engine_says(query)


def engine_says(query: str) -> str:
    """The error that the engine gives to a query, evaluated to its end; '' if it gives none."""
    try:
        list(STORE.query(query))
    except (SyntaxError, OSError, RuntimeError, ValueError, TypeError) as error:
        return str(error)
    return ""


def store_with_matches() -> pyoxigraph.Store:
    """A store in which the patterns of the queries above match something: a SERVICE that is joined
    to nothing is never asked."""
    store = pyoxigraph.Store()
    names = ("http://h:", "http://127.0.0.1:1/", "http://127.0.0.1:1/y", "http://127.0.0.1:1")
    values = [*map(pyoxigraph.NamedNode, names), *map(pyoxigraph.Literal, (1, True, "a"))]
    store.extend(pyoxigraph.Quad(values[0], values[1], value) for value in values)
    return store


STORE = store_with_matches()


def test_the_fuzzing_can_find_something() -> None:
    """The engine does ask for the queries that the guard was taught by: the property isn't empty."""
    asking = {REFUSED[query] for query in REFUSED if ASKED in engine_says(query)}
    assert asking == {"SERVICE", "may be read as SERVICE"}
    assert sum(ASKED in engine_says(query) for query in REFUSED) == 10
