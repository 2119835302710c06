// The way in: a very large graph is drawn first of all, and once it can be seen everything else begins.

import "./begun.js";
import { prepare } from "./blocks.js";
import { drawFirst } from "./first.js";
import { putTheme, themeShown } from "./theme.js";

const LATEST = 400;

/** Do something once what was drawn can be seen; where nothing is painted, as in a hidden tab, soon all the same. */
function whenSeen(act) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LATEST);
}

const begin = () => import("./main.js");

async function prepared() {
  await prepare("names", "contacts", "claims");
  return begin();
}

const given = new URLSearchParams(location.hash.replace(/^#/, ""));

// Before anything has a colour, so that none changes before the eyes of the reader.
putTheme(themeShown(given.get("theme")));
if (drawFirst(given)) whenSeen(prepared);
else begin();
