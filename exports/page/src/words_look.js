// The words of the page's frame: legend, help, groups, pins, themes, the tour, print.

export const LOOK = {
  en: {
    legend: "Legend", "lg.dead": "dead line", "lg.maybeDead": "possibly dead", "lg.contested": "contradicted", "lg.faint": "only possibly in the range", "lg.rest": "other states, or none",
    "lg.person": "person", "lg.office": "office", "lg.state": "state", "lg.organisation": "organisation", "lg.party": "unnamed or a group",
    panelWidth: "Width of the panel", panelWidthHint: "Drag, or use the left and right arrow keys; a double click sets the usual width",
    listHide: "Hide list", listShow: "Show list",
    helpLines: "Lines", helpTime: "Time", helpKeys: "Keyboard", helpMove: "A name can be dragged to another place and stays there; its panel moves it by the arrow keys.",
    tourAgain: "Take the tour",
  },
  de: {
    legend: "Legende", "lg.dead": "tote Leitung", "lg.maybeDead": "möglicherweise tot", "lg.contested": "umstritten", "lg.faint": "nur möglicherweise im Zeitraum", "lg.rest": "andere Staaten oder keiner",
    "lg.person": "Person", "lg.office": "Amt", "lg.state": "Staat", "lg.organisation": "Organisation", "lg.party": "ungenannt oder Gruppe",
    panelWidth: "Breite des Feldes", panelWidthHint: "Ziehen oder mit den Pfeiltasten nach links und rechts; ein Doppelklick stellt die übliche Breite her",
    listHide: "Liste ausblenden", listShow: "Liste zeigen",
    helpLines: "Linien", helpTime: "Zeit", helpKeys: "Tastatur", helpMove: "Ein Knoten lässt sich an eine andere Stelle ziehen und bleibt dort; in seinem Feld geht das auch mit den Pfeiltasten.",
    tourAgain: "Rundgang beginnen",
  },
  ru: {
    legend: "Обозначения", "lg.dead": "линия не работает", "lg.maybeDead": "возможно, не работает", "lg.contested": "спорно", "lg.faint": "лишь возможно в промежутке", "lg.rest": "другие государства или без государства",
    "lg.person": "лицо", "lg.office": "должность", "lg.state": "государство", "lg.organisation": "организация", "lg.party": "не названы или группа",
    panelWidth: "Ширина панели", panelWidthHint: "Перетащите или нажимайте стрелки влево и вправо; двойной щелчок возвращает обычную ширину",
    listHide: "Скрыть список", listShow: "Показать список",
    helpLines: "Линии", helpTime: "Время", helpKeys: "Клавиатура", helpMove: "Узел можно перетащить на другое место, там он и останется; в его панели это делают стрелки.",
    tourAgain: "Начать обзор",
  },
};
