// Shortest paths by the number of contacts; on request only those whose contacts can follow one another in time.

import { certainlyBefore, possiblyBefore } from "./semantics.js";

// So many steps of the search are taken at most; a page must answer, and says where it stopped looking.
const WORK = 60_000;

const later = (a, b) => (a > b ? a : b);
const earlier = (a, b) => (a < b ? a : b);

/**
 * What it takes to follow one another. What came before is a row with the bound that still counts of it, as is
 * what has yet to come; `on` adds a contact to the one, `back` to the other. Dates are all possible together
 * where each begins before every later one ends, so of what came before the latest beginning counts.
 */
const ORDERS = {
  any: { once: false, first: {}, last: {}, before: () => true, on: (past) => past, back: (one, rest) => rest, sooner: () => false },
  possible: {
    once: true,
    first: { earliest: "" },
    last: { latest: "~" },
    before: possiblyBefore,
    on: (past, one) => ({ earliest: later(past.earliest, one.earliest) }),
    back: (one, rest) => ({ latest: earlier(one.latest, rest.latest) }),
    sooner: (a, b) => later(a.earliest, b.earliest) !== a.earliest,
  },
  certain: {
    once: true,
    first: { latest: "" },
    last: { earliest: "~" },
    before: certainlyBefore,
    on: (past, one) => ({ latest: one.latest }),
    back: (one) => ({ earliest: one.earliest }),
    sooner: (a, b) => later(a.latest, b.latest) !== a.latest,
  },
};

// Of two rests the one that leaves more room comes later.
const roomier = (a, b) => (a.latest || a.earliest || "") > (b.latest || b.earliest || "");

/**
 * The paths from one node to another, in groups: { truth, length, paths, more, stopped }, each path { nodes,
 * steps } where a step lists the keys of the contacts that can serve there.
 *
 * `links` are { a, b, key, earliest, latest }. Without `timed` there is one group, of truth "any". With it the
 * first is of those whose contacts certainly follow one another, the second of the others that only possibly
 * do; each holds the shortest of its kind, at most `most` of them. No contact follows itself in time.
 */
export function findPaths(links, from, to, { timed = false, most = 10 } = {}) {
  const next = adjacency(links);
  if (from === to || !next.has(from) || !next.has(to)) return [];
  if (!timed) return group(next, from, to, "any", most);
  const sure = (nodes) => choices(next, nodes, ORDERS.certain).length > 0;
  return [...group(next, from, to, "certain", most), ...group(next, from, to, "possible", most, (nodes) => !sure(nodes))];
}

function group(next, from, to, truth, most, wanted = (nodes) => nodes.length > 0) {
  const found = shortest(next, from, to, ORDERS[truth], most, wanted);
  return found.paths.length || found.stopped ? [{ truth, ...found }] : [];
}

/** Each node with its neighbours in the order of their keys, and the contacts with each in the order of theirs. */
function adjacency(links) {
  const next = new Map();
  const put = (a, b, one) => {
    if (!next.has(a)) next.set(a, new Map());
    if (!next.get(a).has(b)) next.get(a).set(b, new Map());
    next.get(a).get(b).set(one.key, one);
  };
  for (const one of [...links].sort((x, y) => order(x.key, y.key))) {
    if (one.a === one.b) continue;
    put(one.a, one.b, one);
    put(one.b, one.a, one);
  }
  const sorted = (map) => new Map([...map].sort(([x], [y]) => order(x, y)));
  return new Map([...sorted(next)].map(([node, others]) => [node, sorted(others)]));
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function shortest(next, from, to, rule, most, wanted) {
  const least = leastLength(next, from, to, rule);
  const work = { left: WORK };
  for (let length = least; length && length < next.size && work.left > 0; length += 1) {
    const found = ofLength(next, from, to, rule, length, { most, wanted, work });
    if (found.any) return { length, paths: found.paths.slice(0, most), more: found.paths.length > most, stopped: work.left <= 0 };
  }
  return { length: 0, paths: [], more: false, stopped: work.left <= 0 };
}

/** How many contacts it takes at least, by the soonest way to each node; 0 where none leads there. */
function leastLength(next, from, to, rule) {
  let reached = new Map([[from, rule.first]]);
  const best = new Map(reached);
  for (let length = 1; length < next.size && reached.size; length += 1) {
    const gained = new Map();
    for (const [node, past] of reached) for (const [other, contacts] of next.get(node)) improve(best, gained, other, past, contacts, rule);
    if (gained.has(to)) return length;
    reached = gained;
  }
  return 0;
}

function improve(best, gained, node, past, contacts, rule) {
  for (const one of contacts.values()) {
    if (!rule.before(past, one)) continue;
    const came = rule.on(past, one);
    if (best.has(node) && !rule.sooner(came, best.get(node))) continue;
    best.set(node, came);
    gained.set(node, came);
  }
}

/** All paths of a length, in the order of their nodes' keys, as far as they are asked for. */
function ofLength(next, from, to, rule, length, { most, wanted, work }) {
  const rests = restsOf(next, to, rule, length);
  const paths = [];
  let any = false;
  const walk = (nodes, past) => {
    const node = nodes[nodes.length - 1];
    const left = length - nodes.length + 1;
    if (left === 0) {
      const steps = choices(next, nodes, rule);
      any ||= steps.length > 0;
      if (steps.length && wanted(nodes)) paths.push({ nodes, steps });
      return;
    }
    for (const [other, contacts] of next.get(node)) {
      if (paths.length > most || (work.left -= 1) <= 0) return;
      const rest = rests[left - 1].get(other);
      if (!rest || nodes.includes(other)) continue;
      const came = soonest(contacts.values(), past, rest, rule);
      if (came) walk([...nodes, other], came);
    }
  };
  walk([from], rule.first);
  return { paths, any };
}

/** The soonest one can have come through one of several contacts and still get on; null where through none. */
function soonest(contacts, past, rest, rule) {
  let best = null;
  for (const one of contacts) {
    if (!rule.before(past, one)) continue;
    const came = rule.on(past, one);
    if (rule.before(came, rest) && (!best || rule.sooner(came, best))) best = came;
  }
  return best;
}

/** For each number of steps left, the roomiest rest of the way from each node. */
function restsOf(next, to, rule, length) {
  const rests = [new Map([[to, rule.last]])];
  for (let left = 1; left <= length; left += 1) {
    const found = new Map();
    for (const [node, rest] of rests[left - 1]) {
      for (const [other, contacts] of next.get(node)) widen(found, other, contacts.values(), rest, rule);
    }
    rests.push(found);
  }
  return rests;
}

function widen(found, node, contacts, rest, rule) {
  for (const one of contacts) {
    if (!rule.before(one, rest)) continue;
    const whole = rule.back(one, rest);
    if (!found.has(node) || roomier(whole, found.get(node))) found.set(node, whole);
  }
}

/** For each step of a way the keys of the contacts that can serve there, all others being chosen to suit; or []. */
function choices(next, nodes, rule) {
  const all = nodes.slice(1).map((node, at) => [...next.get(nodes[at]).get(node).values()]);
  if (!rule.once) return all.map((contacts) => contacts.map((one) => one.key));
  const only = (at, one) => all.map((contacts, step) => (step === at ? [one] : contacts));
  const steps = all.map((contacts, at) => contacts.filter((one) => suits(only(at, one), rule)).map((one) => one.key));
  return steps.every((keys) => keys.length) ? steps : [];
}

/** Whether one contact can be taken from each list, one after another, none twice. */
function suits(lists, rule) {
  const rests = [rule.last];
  for (const contacts of [...lists].reverse()) {
    const found = new Map();
    widen(found, "", contacts, rests[0], rule);
    if (!found.size) return false;
    rests.unshift(found.get(""));
  }
  const take = (at, past, taken) => {
    if (at === lists.length) return true;
    return lists[at].some((one) => {
      if (taken.includes(one.key) || !rule.before(past, one)) return false;
      const came = rule.on(past, one);
      return rule.before(came, rests[at + 1]) && take(at + 1, came, [...taken, one.key]);
    });
  };
  return take(0, rule.first, []);
}
