// Builds static/map.js and static/deck.js. Each begins with the digest of the sources, so that a test can tell whether
// they are of these: tests/unit/test_map_bundle.py.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const sources = readdirSync(".").filter((name) => /\.(js|css|mjs|json)$/.test(name)).sort();
const digest = createHash("sha256");
for (const name of sources) digest.update(`${name}\n`).update(readFileSync(name));

const { metafile } = await build({
  entryPoints: { map: "main.js", deck: "deck_painter.js" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: `/* ${digest.digest("hex")} */` },
  metafile: true,
});

// The licences of what is bundled, each text once.
const texts = new Map();
const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
const bundled = inputs.map(([path, { bytesInOutput }]) => bytesInOutput && path.match(/^node_modules\/((@[^/]+\/)?[^/]+)/)?.[1]);
for (const name of [...new Set(bundled)].filter(Boolean).sort()) {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  const file = readdirSync(`node_modules/${name}`).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(`node_modules/${name}/${file}`, "utf8").trim() : "";
  texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
}
const notices = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
writeFileSync("../static/deck-LICENSES.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
