// The way in: a very large graph is drawn first of all, and once it can be seen everything else begins.

import "./begun.js";
import { prepare } from "./blocks.js";
import { drawFirst } from "./first.js";
import { whenSeen } from "./seen.js";
import { putTheme, themeShown } from "./theme.js";

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
