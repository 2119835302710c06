// Light, dark or high contrast: as chosen, else as the system wishes.

const dark = matchMedia("(prefers-color-scheme: dark)");
const more = matchMedia("(prefers-contrast: more)");
const forced = matchMedia("(forced-colors: active)");

// Where the system forces its colours, the drawing takes them too: a canvas isn't painted over by itself.
const FORCED = {
  Canvas: ["paper", "sheet", "well", "chosen", "on-accent"],
  CanvasText: ["ink", "quiet", "rule", "held", "attempted", "refused", "ignored", "cancelled", "proposed", ...[0, 1, 2, 3, 4, 5, 6, 7, "x"].map((at) => `hue-${at}`)],
  GrayText: ["faint"],
  LinkText: ["accent"],
};

/** The theme that is shown: light, dark, contrast or contrast-dark. */
export function themeShown(theme) {
  if (theme === "light" || theme === "dark") return theme;
  const contrast = theme === "contrast" || more.matches;
  if (!contrast) return dark.matches ? "dark" : "light";
  return dark.matches ? "contrast-dark" : "contrast";
}

/** Put a theme on the page. */
export function putTheme(shown) {
  const root = document.documentElement;
  root.dataset.theme = shown;
  for (const [colour, tokens] of Object.entries(FORCED)) {
    const value = forced.matches ? resolved(colour) : "";
    for (const token of tokens) value ? root.style.setProperty(`--${token}`, value) : root.style.removeProperty(`--${token}`);
  }
}

/** A colour of the system in numbers, which a canvas can mix. */
function resolved(colour) {
  const probe = document.createElement("i");
  probe.style.setProperty("forced-color-adjust", "none");
  probe.style.color = colour;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Call back when the system wishes otherwise. */
export function whenWishesChange(listener) {
  for (const wish of [dark, more, forced]) wish.addEventListener("change", listener);
}
