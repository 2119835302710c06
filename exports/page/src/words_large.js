// The words of very large graphs.

import { two } from "./plural.js";

export const LARGE = {
  en: {
    views: "How contacts are drawn: singly, parallel ones in bundles, or nodes in groups", "view.auto": "Auto ({view})", "view.single": "singly", "view.bundles": "in bundles", "view.groups": "in groups",
    groupsSaid: "Taken together by {by}: {groups} groups, {n} bundles, {inside} contacts inside groups (↻); open a group to see its people.", bundlesSaid: two("{n} bundle of parallel contacts; its number says how many.", "{n} bundles of parallel contacts; their numbers say how many."),
    openGroup: "Open {who}", closeGroup: "Close {who} again", closeAll: "Close all groups", bundleN: two("{n} contact in this bundle", "{n} contacts in this bundle"),
  },
  de: {
    views: "Wie Kontakte gezeichnet werden: einzeln, parallele gebündelt oder Knoten in Gruppen", "view.auto": "Auto ({view})", "view.single": "einzeln", "view.bundles": "gebündelt", "view.groups": "in Gruppen",
    groupsSaid: "Nach {by} zusammengefasst: {groups} Gruppen, {n} Bündel, {inside} Kontakte innerhalb von Gruppen (↻); eine Gruppe lässt sich öffnen und zeigt dann ihre Personen.", bundlesSaid: two("{n} Bündel paralleler Kontakte; seine Zahl sagt, wie viele es sind.", "{n} Bündel paralleler Kontakte; ihre Zahlen sagen, wie viele es sind."),
    openGroup: "{who} öffnen", closeGroup: "{who} wieder schließen", closeAll: "Alle Gruppen schließen", bundleN: two("{n} Kontakt in diesem Bündel", "{n} Kontakte in diesem Bündel"),
  },
  ru: {
    views: "Как изображаются контакты: отдельно, параллельные пучками или узлы группами", "view.auto": "Авто ({view})", "view.single": "отдельно", "view.bundles": "пучками", "view.groups": "группами",
    groupsSaid: "Объединено {by}. Групп: {groups}, пучков: {n}, контактов внутри групп (↻): {inside}. Откройте группу, чтобы увидеть людей.", bundlesSaid: "Пучков параллельных контактов: {n}; число говорит, сколько в каждом.",
    openGroup: "Открыть: {who}", closeGroup: "Снова закрыть: {who}", closeAll: "Закрыть все группы", bundleN: "Контактов в этом пучке: {n}",
  },
};
