// The words of the page's frame: legend, help, groups, pins, themes, the tour, print.

export const LOOK = {
  en: {
    legend: "Legend", "lg.dead": "dead line", "lg.maybeDead": "possibly dead", "lg.contested": "contradicted", "lg.faint": "only possibly in the range", "lg.rest": "other states, or none",
    "lg.person": "person", "lg.office": "office", "lg.state": "state", "lg.organisation": "organisation", "lg.party": "unnamed or a group",
    panelWidth: "Width of the panel", panelWidthHint: "Drag, or use the left and right arrow keys; a double click sets the usual width",
    listHide: "Hide list", listShow: "Show list",
    helpLines: "Lines", helpTime: "Time", helpKeys: "Keyboard", helpMove: "A name can be dragged to another place and stays there; its panel moves it by the arrow keys.",
    groupBy: "Group by", "by.state": "state", "by.organisation": "organisation", "by.rank": "rank", noOrganisation: "No organisation", noRank: "No rank known", "s.group": "Grouped by: {group}", "s.moved": "moved by hand: {n}",
    movePlace: "Move in the picture", moveHint: "Arrow keys work here as well, with shift further", "move.ArrowLeft": "Move left", "move.ArrowRight": "Move right", "move.ArrowUp": "Move up", "move.ArrowDown": "Move down", unpin: "Put back", unpinAll: "Put back all that was moved ({n})",
    tourAgain: "Take the tour",
  },
  de: {
    legend: "Legende", "lg.dead": "tote Leitung", "lg.maybeDead": "möglicherweise tot", "lg.contested": "umstritten", "lg.faint": "nur möglicherweise im Zeitraum", "lg.rest": "andere Staaten oder keiner",
    "lg.person": "Person", "lg.office": "Amt", "lg.state": "Staat", "lg.organisation": "Organisation", "lg.party": "ungenannt oder Gruppe",
    panelWidth: "Breite des Feldes", panelWidthHint: "Ziehen oder mit den Pfeiltasten nach links und rechts; ein Doppelklick stellt die übliche Breite her",
    listHide: "Liste ausblenden", listShow: "Liste zeigen",
    helpLines: "Linien", helpTime: "Zeit", helpKeys: "Tastatur", helpMove: "Ein Knoten lässt sich an eine andere Stelle ziehen und bleibt dort; in seinem Feld geht das auch mit den Pfeiltasten.",
    groupBy: "Gruppiert nach", "by.state": "Staat", "by.organisation": "Organisation", "by.rank": "Rang", noOrganisation: "Ohne Organisation", noRank: "Rang unbekannt", "s.group": "Gruppiert nach: {group}", "s.moved": "von Hand verschoben: {n}",
    movePlace: "Im Bild verschieben", moveHint: "Auch die Pfeiltasten verschieben, mit Umschalt weiter", "move.ArrowLeft": "Nach links", "move.ArrowRight": "Nach rechts", "move.ArrowUp": "Nach oben", "move.ArrowDown": "Nach unten", unpin: "Zurücksetzen", unpinAll: "Verschobenes zurücksetzen ({n})",
    tourAgain: "Rundgang beginnen",
  },
  ru: {
    legend: "Обозначения", "lg.dead": "линия не работает", "lg.maybeDead": "возможно, не работает", "lg.contested": "спорно", "lg.faint": "лишь возможно в промежутке", "lg.rest": "другие государства или без государства",
    "lg.person": "лицо", "lg.office": "должность", "lg.state": "государство", "lg.organisation": "организация", "lg.party": "не названы или группа",
    panelWidth: "Ширина панели", panelWidthHint: "Перетащите или нажимайте стрелки влево и вправо; двойной щелчок возвращает обычную ширину",
    listHide: "Скрыть список", listShow: "Показать список",
    helpLines: "Линии", helpTime: "Время", helpKeys: "Клавиатура", helpMove: "Узел можно перетащить на другое место, там он и останется; в его панели это делают стрелки.",
    groupBy: "Группы", "by.state": "по государствам", "by.organisation": "по организациям", "by.rank": "по рангу", noOrganisation: "Без организации", noRank: "Ранг неизвестен", "s.group": "Группы: {group}", "s.moved": "перемещено вручную: {n}",
    movePlace: "Переместить на рисунке", moveHint: "Можно и стрелками на клавиатуре, с Shift дальше", "move.ArrowLeft": "Влево", "move.ArrowRight": "Вправо", "move.ArrowUp": "Вверх", "move.ArrowDown": "Вниз", unpin: "Вернуть на место", unpinAll: "Вернуть всё перемещённое ({n})",
    tourAgain: "Начать обзор",
  },
};
