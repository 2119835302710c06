// Bundles src/ and what it uses into ../assets/page.js and notes what went in: `npm ci && npm run build`.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { parts } from "./parts.mjs";

const ASSETS = new URL("../assets/", import.meta.url).pathname;
const HERE = new URL("./", import.meta.url).pathname;
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

const result = await build({
  absWorkingDir: HERE,
  entryPoints: ["src/start.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  plugins: [parts],
  outfile: `${ASSETS}page.js`,
});
await build({ absWorkingDir: HERE, entryPoints: ["src/page.css"], bundle: true, minify: true, charset: "utf8", outfile: `${ASSETS}page.css` });

const used = [...new Set(Object.keys(result.metafile.inputs).filter((path) => path.startsWith("node_modules/")).map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)[1]))].sort();
const described = used.map((name) => ({ name, ...JSON.parse(readFileSync(`${HERE}node_modules/${name}/package.json`, "utf8")) }));
const licences = described.map(({ name, version, license }) => `${"=".repeat(80)}\n${name} ${version} (${license})\n${"=".repeat(80)}\n\n${licenceOf(name)}`);
writeFileSync(`${ASSETS}LICENSES.txt`, `page.js holds these packages, under their licences:\n\n${licences.join("\n")}`);

/** The text of a package's licence; of several on offer the MIT one. */
function licenceOf(name) {
  const files = readdirSync(`${HERE}node_modules/${name}`).filter((file) => /^licen[cs]e/i.test(file)).sort();
  const file = files.find((one) => /mit/i.test(one)) || files[0];
  if (!file) throw new Error(`${name} has no licence file`);
  return readFileSync(`${HERE}node_modules/${name}/${file}`, "utf8").trim() + "\n";
}

const sources = readdirSync(`${HERE}src`).sort().map((file) => `src/${file}`);
const manifest = {
  packages: Object.fromEntries(described.map(({ name, version }) => [name, version])),
  assets: Object.fromEntries(["LICENSES.txt", "page.css", "page.js"].map((file) => [file, sha256(`${ASSETS}${file}`)])),
  sources: Object.fromEntries(["build.mjs", "package-lock.json", "parts.mjs", ...sources].map((file) => [file, sha256(`${HERE}${file}`)])),
};
writeFileSync(`${ASSETS}manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
console.log(Object.entries(manifest.packages).map(([name, version]) => `${name} ${version}`).join(", "));
