// The colours of the theme.

let last = { theme: "", look: null };

/** A look-up of colours by their names in the style sheet, each looked up once for a theme. */
export function painter() {
  const { dataset, style } = document.documentElement;
  const theme = `${dataset.theme} ${style.cssText}`;
  if (last.theme !== theme) last = { theme, look: lookUp() };
  return last.look;
}

function lookUp() {
  const style = getComputedStyle(document.documentElement);
  const seen = new Map();
  return (name) => {
    if (!seen.has(name)) seen.set(name, style.getPropertyValue(name).trim());
    return seen.get(name);
  };
}

const ruler = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const parts = new Map();

/** Red, green and blue of a colour; each is asked for at every step and so measured once. */
export function partsOf(colour) {
  if (!parts.has(colour)) parts.set(colour, measured(colour));
  return parts.get(colour);
}

function measured(colour) {
  ruler.fillStyle = colour;
  ruler.fillRect(0, 0, 1, 1);
  return [...ruler.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
}

/** A colour as a pixel without its cover. */
export function pixelOf(colour) {
  const [red, green, blue] = partsOf(colour);
  return (blue << 16) | (green << 8) | red;
}
