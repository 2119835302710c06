// A phrase in the form that its number asks for: '1 line', '2 lines'; in Russian 'линия', 'линии', 'линий'.

const rules = new Map();

/** `forms`: a text for each category of the language's plural rules; `by`: the name of the number that decides. */
export function plural(language, forms, values) {
  if (!rules.has(language)) rules.set(language, new Intl.PluralRules(language));
  return forms[rules.get(language).select(Number(values[forms.by || "n"]))] ?? forms.other;
}

const formats = new Map();

/** A number as a language writes it: 30,000 in English, 30.000 in German. */
export function written(language, number) {
  if (!formats.has(language)) formats.set(language, new Intl.NumberFormat(language));
  return formats.get(language).format(number);
}

/** The forms of a language with two: `two("{n} line", "{n} lines")`. */
export const two = (one, other, by = "n") => ({ one, other, by });

/** The forms of a language with three; fractions, which never occur here, read like 'many'. */
export const three = (one, few, many, by = "n") => ({ one, few, many, other: many, by });
