// On paper: the picture with its scope and legend, then the table; always light, without anything to press.

import { countAbout } from "./data.js";
import { sides, names, when } from "./describe.js";
import { h, put } from "./dom.js";
import { drawingOf } from "./export_menu.js";
import { listed } from "./order.js";
import { svgElement } from "./svg.js";
import { now } from "./state.js";
import { putTheme, themeShown } from "./theme.js";
import { t } from "./words.js";

// A table of more rows is for a file, not for paper.
const MOST = 1000;
const HEADS = ["when", "who", "with", "outcome", "mode", "channel", "claims"];

const sheet = h("section", { id: "paper", "aria-hidden": "true" });

/** Make the paper anew before each printing; `shown` gives what is shown and the graph. */
export function printing(shown) {
  document.body.append(sheet);
  addEventListener("beforeprint", () => {
    const { view, graph } = shown();
    putTheme("light");
    graph.show(view, now());
    put(sheet, svgElement(drawingOf(view, graph), now().lang), ...table(view));
  });
  addEventListener("afterprint", () => {
    const { view, graph } = shown();
    put(sheet);
    putTheme(themeShown(now().theme));
    graph.show(view, now());
  });
}

function table(view) {
  const order = listed(view);
  const rest = order.length - MOST;
  return [
    h("table", null, h("thead", null, h("tr", null, HEADS.map((head) => h("th", { scope: "col" }, t(head))))), h("tbody", null, Array.from(order.subarray(0, MOST), (at) => line(view.row(at), view.known.clock)))),
    rest > 0 ? h("p", null, t("printRest", { n: rest })) : null,
  ];
}

function line(row, clock) {
  const { from, to, directed } = sides(row);
  const { version } = row;
  const marks = [version.inferred ? t("inferredShort") : "", row.certain ? "" : t("maybe"), row.lines.length ? "" : t("off")].filter(Boolean);
  const cells = [
    [when(version), ...marks].join(", "),
    names(from),
    `${directed ? "→ " : ""}${names(to)}`,
    `${t(version.outcome)}${version.status === "contested" ? ` ≠ ${t("contested")}` : ""}`,
    version.mode ? t(version.mode) : "",
    names(version.channels),
    countAbout(row.key, clock),
  ];
  return h("tr", null, cells.map((cell) => h("td", { dir: "auto" }, cell)));
}
