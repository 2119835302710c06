// The languages of the interface, each by its own name, and which of them a reader wants who hasn't chosen.

export const LANGUAGES = { en: "English", de: "Deutsch", ru: "Русский" };

/** The first of the reader's languages that there is, whatever its region; else English. */
export function preferred(wanted = navigator.languages) {
  const found = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return found || "en";
}
