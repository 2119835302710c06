// The words of very large graphs.

import { two } from "./plural.js";

export const LARGE = {
  en: {
    printLeft: two("{n} further contact is not printed; the table can be exported as a whole.", "{n} further contacts are not printed; the table can be exported as a whole."),
  },
  de: {
    printLeft: two("{n} weiterer Kontakt ist nicht gedruckt; die Tabelle lässt sich im Ganzen ausgeben.", "{n} weitere Kontakte sind nicht gedruckt; die Tabelle lässt sich im Ganzen ausgeben."),
  },
  ru: {
    printLeft: "Не напечатано контактов: {n}; таблицу целиком можно экспортировать.",
  },
};
