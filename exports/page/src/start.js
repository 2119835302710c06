// The way in: a very large graph is drawn first of all, and once it can be seen everything else begins.

import "./begun.js";
import { prepare } from "./blocks.js";
import { whenSeen } from "./seen.js";
import { putTheme, themeShown } from "./theme.js";

const begin = () => import("./main.js");

async function prepared() {
  await prepare("names", "contacts", "claims");
  return begin();
}

const given = new URLSearchParams(location.hash.replace(/^#/, ""));

/** What the first picture is made of is read first, and by the browser's own means: that is faster than ours. */
async function open() {
  await prepare("start");
  const { drawFirst } = await import("./first.js");
  if (drawFirst(given)) whenSeen(prepared);
  else begin();
}

// Before anything has a colour, so that none changes before the eyes of the reader.
putTheme(themeShown(given.get("theme")));
open();
