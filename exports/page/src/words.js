// The words of the interface in its languages (Russian in a module of its own); what the data says is never translated.

import { channels, entities, page } from "./data.js";
import { isTag } from "./dom.js";
import { plural, two, written } from "./plural.js";
import { RU } from "./russian.js";
import { now } from "./state.js";
import { LARGE } from "./words_large.js";
import { LOOK } from "./words_look.js";
import { MORE } from "./words_more.js";
import { TIME_WORDS } from "./words_time.js";

const EN = {
  skip: "Skip to the table of contacts", drawnAs: "Drawn as", filters: "Filters", graph: "The graph of contacts",
  time: "Time", lists: "Lists", evidence: "Evidence", build: "Build",
  person: "Persons", office: "Offices", state: "States",
  search: "Find a person, office, state, channel", searchHint: "any spelling, any script", none: "nothing found",
  nameOf: "name", also: "also", misprint: "misprint", matched: "found by",
  dark: "Dark", light: "Light", language: "Language of this page", help: "Help", noneHere: "None in this range, as far as was known.",
  "f.outcome": "What came of it", "f.mode": "Means", "f.state": "State", "f.channel": "Channel", "f.status": "Support", "f.public": "Publicity",
  reset: "Clear all filters", only: "Only contacts of {who}", everybody: "Show everybody", onlyThese: "Only these",
  held: "held", attempted: "attempted", refused: "refused", ignored: "left unanswered", cancelled: "called off", proposed: "only proposed",
  "x.held": "took place", "x.attempted": "sought; what came of it isn't said", "x.refused": "sought and turned down",
  "x.ignored": "sought, no answer", "x.cancelled": "agreed, then called off", "x.proposed": "spoken of, not said to have happened",
  agreed: "several voices", "single-sourced": "one voice", contested: "contested",
  public: "public", "non-public": "non-public", "": "not stated",
  call: "call", meeting: "meeting", visit: "visit", letter: "letter", message: "message", "note verbale": "note verbale", contact: "contact (means not stated)",
  from: "From", to: "To", knownBy: "Known by", everything: "Only what had been published, and not withdrawn, by the end of this day; empty: everything", earlier: "Earlier publication", later: "Later publication",
  wholeTime: "Whole time", possible: "Also contacts only possibly in the range",
  undated: "{n} without a date",
  certainN: "{n} certain", possibleN: "{n} possible",
  status: two("{shown} of {all} contact", "{shown} of {all} contacts", "all"), lines: two("{n} line", "{n} lines"), "n.person": "{n} not drawn between persons: fewer than two parties known (see the table)", "n.office": "{n} not drawn between offices: fewer than two known (see the table)", "n.state": "{n} not drawn between states: fewer than two known (see the table)", larger: "Larger list", smaller: "Smaller list", unsure: "{n} only possibly in the range",
  contacts: "Contacts", silences: "Silences", channels: "Channels",
  when: "When", who: "Who", with: "With", outcome: "Outcome", mode: "Means", channel: "Channel", claims: "Claims",
  tableOf: "The contacts shown; press a date to see the evidence.", more: "Show {n} more", maybe: "possibly", off: "not drawn", between: "between", sought: "sought", unknownDate: "no date",
  emptyTitle: "No contact in this view", emptyRange: two("{n} contact matches the filters, but lies outside the range.", "{n} contacts match the filters, but lie outside the range."), emptyFilters: "The filters together leave none.", emptyAll: "This build holds no contact at this moment.", widen: "Show the whole time", later2: "Show everything published",
  zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all",
  keys: "Arrow keys go from node to node, full stop and comma through the contacts of a node, Enter opens the evidence, plus and minus zoom, 0 shows all, Escape lets go. The table below lists the same contacts.",
  close: "Close", copy: "Copy", copied: "Copied", copyIri: "Copy the IRI",
  introTitle: "How to read this", intro1: "Each line is one contact; parallel lines are different contacts. An arrow leads from the side that sought it; a line without one means nobody says who began.",
  intro2: "≠ marks a contact on which the sources contradict one another. A faint line only possibly falls into the chosen range.",
  intro3: "Choose a line or a name to see every statement behind it: who said it, through whom, where it stands, how sure the date is.",
  intro4: "There are two clocks: From and To speak of when something happened; Known by, of what had been published by then.",
  shapes: "Nodes", "k.person": "person", "k.office": "office", "k.state": "state", "k.party": "described, unnamed or collective", "k.organisation": "organisation",
  asserts: "says", announces: "announces", denies: "denies", alleges: "alleges", proposes: "proposes",
  utters: "said", quotes: "quoted in", reports: "reported in", reprints: "reprinted in", translates: "translated in", "machine-translates": "machine-translated in",
  utterance: "the original statement", points: "code points {places}", saidOn: "said {said}", unnamed: "voice not named", reliability: "reliability {r}",
  inferred: "date inferred by the coder: {why}", inferredShort: "inferred", dateDisputed: "the dates given exclude one another", knownFrom: "known from {day}", neverKnown: "day of publication unknown", withdrawnOn: "withdrawn from {day}",
  hedge: "hedged: “{text}”", identified: "identified: {text}", note: "note: {text}", paraphrase: "in the coder's words", quotation: "quotation",
  hidden1: "{n} more became known only later.", hidden2: "{n} had been withdrawn by then.", noClaims: "No statement was known by then.",
  statements: "Statements", offices: "Offices held", spellings: "Spellings", statedBy: "Said by them", theirContacts: "Contacts shown", theirSilences: "Silences", belongs: "belongs to {state}", holder: "Held by",
  times: two("at least once", "at least {n} times"), topics: "topics", location: "where", parties: "parties", contents: "what was said", side: "readout of", scope: "kept silent", exceptions: "except for", ended: "ended by", condition: "state of the channel", operator: "answered for by", rank: "for", ends: "between", generic: "a kind of channel, not a single one",
  "r.initiator": "sought it", "r.addressee": "was sought", "r.participant": "took part", "r.intermediary": "carried it", "r.refuser": "turned it down",
  "c.topic": "topic", "c.message": "message", "c.warning": "warning", "c.demand": "demand", "c.agreement": "agreement", "c.assurance": "assurance", "c.confidential": "confidential",
  established: "established", "in place": "in place", "in use": "in use", unanswered: "unanswered", suspended: "suspended", restored: "restored", closed: "closed",
  "any contact": "any contact", "official exchange": "official exchange", "public contact": "public contact", calls: "calls", negotiations: "negotiations", "information exchange": "information exchange",
  leader: "leaders", minister: "ministers", adviser: "advisers", "chief of staff": "chiefs of staff", ambassador: "ambassadors", working: "working level",
  capacity: "{capacity}", substantive: "", acting: "acting", designate: "designate", noState: "No state", notShown: "not drawn at this level", remark: "remark", account: "readout", retraction: "retraction", nothing: "none", stateUnsaid: "nothing said of its state", claimed: "A silence is what somebody claims; that nothing is recorded is no silence.", goTo: "Show as {level}",
  supersedes: "replaces an earlier statement", retracts: "takes back a statement", selected: two("{what}. {n} contact shown.", "{what}. {n} contacts shown."),
  "f.rank": "Rank of the parties", "f.stance": "How it is said", "f.reliability": "Reliability (Admiralty code)", "f.source": "Source", "f.language": "Language of the source",
  chosen: "Chosen", chosenN: "{n} chosen", takeAway: "take away", onlySure: "Only what certainly lies in the range", findValue: "Find a value: {facet}", findValueShort: "find", fewer: "Show fewer",
  "g.A": "completely reliable", "g.B": "usually reliable", "g.C": "fairly reliable", "g.D": "not usually reliable", "g.E": "unreliable", "g.F": "reliability can't be judged",
  "g.1": "confirmed", "g.2": "probably true", "g.3": "possibly true", "g.4": "doubtful", "g.5": "improbable", "g.6": "truth can't be judged",
  "kind.hotline": "hotline", "kind.leader line": "line between leaders", "kind.embassy": "embassy", "kind.letters": "letters", "kind.notes": "exchange of notes", "kind.telephone": "telephone", "kind.back channel": "back channel", "kind.intermediary": "intermediary", "kind.non-public": "non-public channel", "kind.other": "other channel",
};

const DE = {
  skip: "Zur Tabelle der Kontakte", drawnAs: "Gezeichnet als", filters: "Filter", graph: "Der Graph der Kontakte",
  time: "Zeit", lists: "Listen", evidence: "Belege", build: "Stand",
  person: "Personen", office: "Ämter", state: "Staaten",
  search: "Person, Amt, Staat, Kanal suchen", searchHint: "jede Schreibweise, jede Schrift", none: "nichts gefunden",
  nameOf: "Name", also: "auch", misprint: "Druckfehler", matched: "gefunden über",
  dark: "Dunkel", light: "Hell", language: "Sprache der Seite", help: "Hilfe", noneHere: "Keine in diesem Zeitraum, soweit bekannt.",
  "f.outcome": "Was daraus wurde", "f.mode": "Mittel", "f.state": "Staat", "f.channel": "Kanal", "f.status": "Rückhalt", "f.public": "Öffentlichkeit",
  reset: "Filter löschen", only: "Nur Kontakte von {who}", everybody: "Alle zeigen", onlyThese: "Nur diese",
  held: "stattgefunden", attempted: "versucht", refused: "abgelehnt", ignored: "unbeantwortet", cancelled: "abgesagt", proposed: "nur vorgeschlagen",
  "x.held": "fand statt", "x.attempted": "Kontakt gesucht; was daraus wurde, ist nicht gesagt", "x.refused": "Kontakt gesucht und abgelehnt",
  "x.ignored": "Kontakt gesucht, keine Antwort", "x.cancelled": "vereinbart, dann abgesagt", "x.proposed": "vorgeschlagen, aber nicht als geschehen berichtet",
  agreed: "mehrere Stimmen", "single-sourced": "eine Stimme", contested: "umstritten",
  public: "öffentlich", "non-public": "nichtöffentlich", "": "nicht angegeben",
  call: "Telefonat", meeting: "Treffen", visit: "Besuch", letter: "Brief", message: "Nachricht", "note verbale": "Verbalnote", contact: "Kontakt (Mittel nicht genannt)",
  from: "Von", to: "Bis", knownBy: "Bekannt bis", everything: "Nur was bis zum Ende dieses Tages veröffentlicht und nicht zurückgenommen war; leer: alles", earlier: "Frühere Veröffentlichung", later: "Spätere Veröffentlichung",
  wholeTime: "Ganze Zeit", possible: "Auch nur möglicherweise im Zeitraum",
  undated: "{n} ohne Datum",
  certainN: "{n} sicher", possibleN: "{n} möglich",
  status: two("{shown} von {all} Kontakt", "{shown} von {all} Kontakten", "all"), lines: two("{n} Linie", "{n} Linien"), "n.person": "{n} zwischen Personen nicht gezeichnet: weniger als zwei Beteiligte bekannt (siehe Tabelle)", "n.office": "{n} zwischen Ämtern nicht gezeichnet: weniger als zwei bekannt (siehe Tabelle)", "n.state": "{n} zwischen Staaten nicht gezeichnet: weniger als zwei bekannt (siehe Tabelle)", larger: "Größere Liste", smaller: "Kleinere Liste", unsure: "{n} nur möglicherweise im Zeitraum",
  contacts: "Kontakte", silences: "Schweigen", channels: "Kanäle",
  when: "Wann", who: "Wer", with: "Mit wem", outcome: "Ergebnis", mode: "Mittel", channel: "Kanal", claims: "Aussagen",
  tableOf: "Die gezeigten Kontakte; das Datum führt zu den Belegen.", more: "{n} weitere zeigen", maybe: "möglicherweise", off: "nicht gezeichnet", between: "zwischen", sought: "suchte", unknownDate: "ohne Datum",
  emptyTitle: "Kein Kontakt in dieser Ansicht", emptyRange: two("{n} Kontakt passt zu den Filtern, liegt aber außerhalb des Zeitraums.", "{n} Kontakte passen zu den Filtern, liegen aber außerhalb des Zeitraums."), emptyFilters: "Die Filter zusammen lassen keinen übrig.", emptyAll: "Zu diesem Zeitpunkt ist kein Kontakt bekannt.", widen: "Die ganze Zeit zeigen", later2: "Alles Veröffentlichte zeigen",
  zoomIn: "Vergrößern", zoomOut: "Verkleinern", fit: "Alles zeigen",
  keys: "Pfeiltasten gehen von Knoten zu Knoten, Punkt und Komma durch die Kontakte eines Knotens, Eingabe öffnet die Belege, Plus und Minus ändern die Größe, 0 zeigt alles, Escape lässt los. Die Tabelle darunter führt dieselben Kontakte auf.",
  close: "Schließen", copy: "Kopieren", copied: "Kopiert", copyIri: "IRI kopieren",
  introTitle: "Lesehilfe", intro1: "Jede Linie ist ein Kontakt; parallele Linien sind verschiedene Kontakte. Ein Pfeil führt von der Seite weg, die den Kontakt suchte; ohne Pfeil sagt niemand, wer begann.",
  intro2: "≠ steht an einem Kontakt, über den die Quellen einander widersprechen. Eine blasse Linie fällt nur möglicherweise in den Zeitraum.",
  intro3: "Eine Linie oder ein Name führt zu jeder Aussage dahinter: wer sie machte, durch wen, wo sie steht, wie sicher das Datum ist.",
  intro4: "Es gibt zwei Uhren: Von und Bis sagen, wann etwas geschah; Bekannt bis, was da schon veröffentlicht war.",
  shapes: "Knoten", "k.person": "Person", "k.office": "Amt", "k.state": "Staat", "k.party": "beschrieben, ungenannt oder Gruppe", "k.organisation": "Organisation",
  asserts: "sagt", announces: "kündigt an", denies: "bestreitet", alleges: "behauptet", proposes: "schlägt vor",
  utters: "gesagt", quotes: "zitiert in", reports: "berichtet in", reprints: "nachgedruckt in", translates: "übersetzt in", "machine-translates": "maschinell übersetzt in",
  utterance: "die ursprüngliche Äußerung", points: "Zeichen {places}", saidOn: "gesagt {said}", unnamed: "Stimme nicht genannt", reliability: "Verlässlichkeit {r}",
  inferred: "Datum vom Bearbeiter erschlossen: {why}", inferredShort: "erschlossen", dateDisputed: "die Datumsangaben schließen einander aus", knownFrom: "bekannt seit {day}", neverKnown: "Tag der Veröffentlichung unbekannt", withdrawnOn: "zurückgenommen ab {day}",
  hedge: "abgeschwächt: „{text}“", identified: "zugeordnet: {text}", note: "Anmerkung: {text}", paraphrase: "in Worten des Bearbeiters", quotation: "Zitat",
  hidden1: two("{n} weitere wurde erst später bekannt.", "{n} weitere wurden erst später bekannt."), hidden2: two("{n} war da schon zurückgenommen.", "{n} waren da schon zurückgenommen."), noClaims: "Bis dahin war keine Aussage bekannt.",
  statements: "Aussagen", offices: "Ämter", spellings: "Schreibweisen", statedBy: "Eigene Aussagen", theirContacts: "Gezeigte Kontakte", theirSilences: "Schweigen", belongs: "gehört zu {state}", holder: "Inhaber",
  times: "mindestens {n}-mal", topics: "Themen", location: "Ort", parties: "Beteiligte", contents: "was gesagt wurde", side: "Darstellung von", scope: "worüber geschwiegen wurde", exceptions: "außer", ended: "beendet durch", condition: "Zustand des Kanals", operator: "verantwortlich", rank: "für", ends: "zwischen", generic: "eine Art von Kanal, kein einzelner",
  "r.initiator": "suchte ihn", "r.addressee": "wurde gesucht", "r.participant": "nahm teil", "r.intermediary": "vermittelte", "r.refuser": "lehnte ab",
  "c.topic": "Thema", "c.message": "Botschaft", "c.warning": "Warnung", "c.demand": "Forderung", "c.agreement": "Einigung", "c.assurance": "Zusicherung", "c.confidential": "vertraulich",
  established: "eingerichtet", "in place": "vorhanden", "in use": "in Gebrauch", unanswered: "unbeantwortet", suspended: "ausgesetzt", restored: "wiederhergestellt", closed: "geschlossen",
  "any contact": "jeder Kontakt", "official exchange": "offizieller Austausch", "public contact": "öffentliche Kontakte", calls: "Telefonate", negotiations: "Verhandlungen", "information exchange": "Informationsaustausch",
  leader: "Staatsspitzen", minister: "Minister", adviser: "Berater", "chief of staff": "Stabschefs", ambassador: "Botschafter", working: "Arbeitsebene",
  capacity: "{capacity}", substantive: "", acting: "geschäftsführend", designate: "designiert", noState: "Ohne Staat", notShown: "auf dieser Ebene nicht gezeichnet", remark: "Bemerkung", account: "Darstellung", retraction: "Rücknahme", nothing: "keine", stateUnsaid: "über seinen Zustand ist nichts gesagt", claimed: "Ein Schweigen ist, was jemand behauptet; dass nichts verzeichnet ist, ist kein Schweigen.", goTo: "Zeigen als {level}",
  supersedes: "ersetzt eine frühere Aussage", retracts: "nimmt eine Aussage zurück", selected: two("{what}. {n} Kontakt gezeigt.", "{what}. {n} Kontakte gezeigt."),
  "f.rank": "Rang der Beteiligten", "f.stance": "Wie es gesagt wird", "f.reliability": "Verlässlichkeit (Admiralty-Code)", "f.source": "Quelle", "f.language": "Sprache der Quelle",
  chosen: "Gewählt", chosenN: "{n} gewählt", takeAway: "wegnehmen", onlySure: "Nur was sicher im Zeitraum liegt", findValue: "Wert suchen: {facet}", findValueShort: "suchen", fewer: "Weniger zeigen",
  "g.A": "völlig verlässlich", "g.B": "meist verlässlich", "g.C": "ziemlich verlässlich", "g.D": "meist nicht verlässlich", "g.E": "nicht verlässlich", "g.F": "Verlässlichkeit nicht zu beurteilen",
  "g.1": "bestätigt", "g.2": "wahrscheinlich wahr", "g.3": "möglicherweise wahr", "g.4": "zweifelhaft", "g.5": "unwahrscheinlich", "g.6": "Wahrheit nicht zu beurteilen",
  "kind.hotline": "Hotline", "kind.leader line": "Leitung der Staatsspitzen", "kind.embassy": "Botschaft", "kind.letters": "Briefe", "kind.notes": "Notenwechsel", "kind.telephone": "Telefon", "kind.back channel": "inoffizieller Kanal", "kind.intermediary": "Vermittler", "kind.non-public": "nichtöffentlicher Kanal", "kind.other": "anderer Kanal",
};

/** Blocks of words as one; a word that stands in two of them would mean two things. */
function joined(...blocks) {
  const names = blocks.flatMap((block) => Object.keys(block));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length) throw new Error(`words in two blocks: ${twice.join(", ")}`);
  return Object.assign({}, ...blocks);
}

export const WORDS = {
  en: joined(EN, TIME_WORDS.en, MORE.en, LARGE.en, LOOK.en),
  de: joined(DE, TIME_WORDS.de, MORE.de, LARGE.de, LOOK.de),
  ru: joined(RU, TIME_WORDS.ru, MORE.ru, LARGE.ru, LOOK.ru),
};

/** A word of the interface in its language, with `{names}` filled in; an unknown word stands for itself. */
export function t(key, values = {}) {
  const { lang } = now();
  const word = Object.hasOwn(WORDS[lang], key) ? WORDS[lang][key] : String(key);
  const text = typeof word === "string" ? word : plural(lang, word, values);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? filled(values[name]) : whole));
}

const filled = (value) => (typeof value === "number" ? count(value) : value);

/** A number as the language of the interface writes it. */
export const count = (number) => written(now().lang, number);

/** The name of an entity or channel in the language of the interface, else in English, else the first. */
export function nameOf(key) {
  const one = entities.get(key) || channels.get(key);
  if (!one) return key;
  return one.names[now().lang] || one.names.en || one.forms[0][0];
}

/** The language that name is in, for the reader of the screen; null where it can't be one. */
export function languageOf(key) {
  const one = entities.get(key) || channels.get(key);
  if (!one) return null;
  const tag = [now().lang, "en"].find((language) => one.names[language]) || one.forms[0][1];
  return isTag(tag) ? tag : null;
}

/** Set every text of the page that the template holds. */
export function translate() {
  document.documentElement.lang = now().lang;
  /** @type {(of: string) => NodeListOf<HTMLElement>} */
  const all = (of) => document.querySelectorAll(of);
  for (const node of all("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of all("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  document.title = document.querySelector("h1").textContent || page.build;
}
