// Parts of vis-network that the page never uses, left out of the bundle: its package has no entry finer than the whole.
// Each stand-in has what the rest of vis-network calls of it while the part is switched off. A build fails where a part
// isn't found as it was, so that a new version is looked at; the tests of the page run what is left.

import { readFile } from "node:fs/promises";

const EMPTY = "{}";
const LANGUAGES = ["de", "es", "it", "nl", "pt", "ru", "cn", "uk", "fr", "cs"];
const SOLVERS = ["BarnesHutSolver", "CentralGravitySolver", "ForceAtlas2BasedCentralGravitySolver", "ForceAtlas2BasedRepulsionSolver", "HierarchicalRepulsionSolver", "HierarchicalSpringSolver", "RepulsionSolver", "SpringSolver"];
const SHAPES = ["Icon", "CircularImage", "Box", "Circle", "Database", "Star", "Text", "Triangle", "TriangleDown", "CubicBezierEdge"];
const HIERARCHY = ["DirectionInterface", "VerticalStrategy", "HorizontalStrategy", "HierarchicalStatus"];

const classes = (names) => Object.fromEntries(names.map((name) => [`class ${name}`, EMPTY]));
const consts = (names) => Object.fromEntries(names.map((name) => [`const ${name}`, EMPTY]));

const PARTS = {
  "vis-network.mjs": {
    // physics: positions come from the layout
    ...classes(SOLVERS),
    ...classes(["KamadaKawai"]),
    ...classes(HIERARCHY),
    "class LayoutEngine": "{ setOptions(layout, all) { return all; } positionInitially() {} }",
    // shapes and curves that no node or line has
    ...classes(SHAPES),
    "let Image$1 = class Image": "{};",
    // editing, clusters of its own, buttons and keys
    "class ManipulationSystem": "{ setOptions() {} }",
    "class ClusterEngine": "{ _isClusteredNode() { return false; } _isClusteredEdge() { return false; } _updateState() {} }",
    "class NavigationHandler": "{ setOptions() {} }",
    // words in other languages, other formats of data, what options there are
    ...consts(LANGUAGES),
    "function DOTToGraph": "() { throw new Error('vis-network is bundled without its DOT parser'); }",
    "function parseGephi": "() { throw new Error('vis-network is bundled without its Gephi parser'); }",
    "const allOptions": EMPTY,
    "const configureOptions": EMPTY,
  },
  "vis-util.mjs": {
    "let Configurator$1 = class Configurator": "{};",
    "let Validator$1 = class Validator": "{ static validate() { return false; } };",
  },
};

/** The text with a top-level declaration's body replaced; it ends at the first line that begins with a bracket. */
function without(text, declared, body, file) {
  const begin = text.search(new RegExp(`^${declared.replace(/[$.]/g, "\\$&")}(?!\\w)`, "m"));
  const end = begin < 0 ? -1 : text.slice(begin).search(/^[}\])]/m);
  if (end < 0) throw new Error(`${file}: expected ${declared}, found none; look at parts.mjs`);
  const rest = text.slice(begin + end).replace(/^[^\n]*/, "");
  return `${text.slice(0, begin)}${declared}${declared.startsWith("const") ? " =" : ""} ${body}${declared.startsWith("const") ? ";" : ""}${rest}`;
}

export const parts = {
  name: "parts",
  setup(build) {
    build.onLoad({ filter: /vis-(network|util)\/esnext\/esm\/vis-[a-z]+\.m?js$/ }, async ({ path }) => {
      const file = path.slice(path.lastIndexOf("/") + 1);
      let contents = await readFile(path, "utf8");
      for (const [declared, body] of Object.entries(PARTS[file] || {})) contents = without(contents, declared, body, file);
      return { contents, loader: "js" };
    });
  },
};
