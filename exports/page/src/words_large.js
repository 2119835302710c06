// The words of very large graphs.

import { two } from "./plural.js";

export const LARGE = {
  en: {
    views: "How contacts are drawn", "view.auto": "Automatic ({view})", "view.single": "Each contact singly", "view.bundles": "Parallel contacts in bundles", "view.groups": "By state, in groups",
    groupsSaid: "Taken together by state: {groups} groups, {n} bundles, {inside} contacts inside groups (↻); open a group to see its people.", bundlesSaid: two("{n} bundle of parallel contacts; its number says how many.", "{n} bundles of parallel contacts; their numbers say how many."),
    openGroup: "Open {who}", closeGroup: "Close {who} again", closeAll: "Close all groups", bundleN: two("{n} contact in this bundle", "{n} contacts in this bundle"),
    printLeft: two("{n} further contact is not printed; the table can be exported as a whole.", "{n} further contacts are not printed; the table can be exported as a whole."),
  },
  de: {
    views: "Wie Kontakte gezeichnet werden", "view.auto": "Automatisch ({view})", "view.single": "Jeder Kontakt einzeln", "view.bundles": "Parallele Kontakte gebündelt", "view.groups": "Nach Staat, in Gruppen",
    groupsSaid: "Nach Staat zusammengefasst: {groups} Gruppen, {n} Bündel, {inside} Kontakte innerhalb von Gruppen (↻); eine Gruppe lässt sich öffnen und zeigt dann ihre Personen.", bundlesSaid: two("{n} Bündel paralleler Kontakte; seine Zahl sagt, wie viele es sind.", "{n} Bündel paralleler Kontakte; ihre Zahlen sagen, wie viele es sind."),
    openGroup: "{who} öffnen", closeGroup: "{who} wieder schließen", closeAll: "Alle Gruppen schließen", bundleN: two("{n} Kontakt in diesem Bündel", "{n} Kontakte in diesem Bündel"),
    printLeft: two("{n} weiterer Kontakt ist nicht gedruckt; die Tabelle lässt sich im Ganzen ausgeben.", "{n} weitere Kontakte sind nicht gedruckt; die Tabelle lässt sich im Ganzen ausgeben."),
  },
  ru: {
    views: "Как изображаются контакты", "view.auto": "Автоматически ({view})", "view.single": "Каждый контакт отдельно", "view.bundles": "Параллельные контакты пучками", "view.groups": "По государствам, группами",
    groupsSaid: "Объединено по государствам. Групп: {groups}, пучков: {n}, контактов внутри групп (↻): {inside}. Откройте группу, чтобы увидеть людей.", bundlesSaid: "Пучков параллельных контактов: {n}; число говорит, сколько в каждом.",
    openGroup: "Открыть: {who}", closeGroup: "Снова закрыть: {who}", closeAll: "Закрыть все группы", bundleN: "Контактов в этом пучке: {n}",
    printLeft: "Не напечатано контактов: {n}; таблицу целиком можно экспортировать.",
  },
};
