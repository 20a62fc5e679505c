// Builds what the browser gets into build/static/vicinia, from npm packages and assets/ alone:
// site.css, site.rtl.css, admin.css, site.js, admin.js, icons.svg, fonts/, images/. Prints the gzipped sizes and
// fails when a budget is exceeded or a template asks for an icon that does not exist.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import rtlcss from "rtlcss";
import * as sass from "sass";
import { PurgeCSS } from "purgecss";
import { iconSprite } from "./icons.mjs";
import { skylineAtDusk, skylineByDay } from "./skyline.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const OUT = path.join(ROOT, "build/static/vicinia");
const BUDGETS_KB = { "site.css": 30, "site.rtl.css": 30, "site.js": 10 };
const FONT_WEIGHTS = [400, 600, 700];
const FONT_SUBSETS = ["latin", "latin-ext"];
// Latin, Greek and Cyrillic, Arabic, Chinese, emoji: what people write their names in.
const PDF_FONTS = {
  "titillium-web": ["400Regular", "600SemiBold", "700Bold"],
  "noto-sans": ["400Regular", "700Bold"],
  "noto-sans-arabic": ["400Regular"],
  "noto-sans-sc": ["400Regular"],
  "noto-emoji": ["400Regular"],
};

// What no template spells out: states (`is-`, `has-`), modifiers put together in a template ("v-badge--" +
// level), the elements and attributes of Django's own widgets, what rich text writes.
const SAFELIST = { standard: [/^is-/, /^has-/, /^v-[\w-]+--/, /^rich-text/, "errorlist"] };
const WRITTEN_BY_DJANGO =
  "input select textarea option optgroup fieldset legend label progress type checkbox radio hidden file date time " +
  "iframe number datetime-local range submit button reset search multiple disabled readonly aria-invalid aria-disabled true";

function files(folder, extensions) {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/migrations/"));
}

const templates = files("templates", [".html"]);
const python = ["site", "calls", "campaigns", "partners"].flatMap((folder) => files(folder, [".py", ".html"]));

function compile(name) {
  return sass.compile(path.join(ROOT, "assets/scss", name), {
    loadPaths: [path.join(ROOT, "node_modules"), path.join(ROOT, "node_modules/bootstrap-italia/src/scss")],
    // The kit still uses @import; nothing to mend on our side until its next major version.
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
    style: "expanded",
  }).css;
}

async function purge(css) {
  const [result] = await new PurgeCSS().purge({
    content: [WRITTEN_BY_DJANGO, ...[...templates, ...python].map((file) => readFileSync(file, "utf8"))].map(
      (raw) => ({ raw, extension: "html" }),
    ),
    css: [{ raw: css }],
    safelist: SAFELIST,
    variables: true,
    keyframes: true,
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  return result.css;
}

function minify(css) {
  return esbuild.transformSync(css, { loader: "css", minify: true, target: "es2020", legalComments: "none" }).code;
}

function write(name, content) {
  writeFileSync(path.join(OUT, name), content);
}

function copyFonts() {
  const source = path.join(ROOT, "node_modules/@fontsource/titillium-web");
  mkdirSync(path.join(OUT, "fonts"), { recursive: true });
  for (const subset of FONT_SUBSETS)
    for (const weight of FONT_WEIGHTS) {
      const name = `titillium-web-${subset}-${weight}-normal.woff2`;
      cpSync(path.join(source, "files", name), path.join(OUT, "fonts", name));
    }
  cpSync(path.join(source, "LICENSE"), path.join(OUT, "fonts/LICENSE"));
}

// The fonts of our PDFs, into build/fonts: the program that makes them reads TrueType files only.
function copyPdfFonts() {
  const folder = path.join(ROOT, "build/fonts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, cuts] of Object.entries(PDF_FONTS)) {
    const source = path.join(ROOT, "node_modules/@expo-google-fonts", name);
    for (const cut of cuts)
      for (const file of readdirSync(path.join(source, cut)).filter((each) => each.endsWith(".ttf")))
        cpSync(path.join(source, cut, file), path.join(folder, file));
    cpSync(path.join(source, "LICENSE_FONT"), path.join(folder, `LICENSE-${name}`));
  }
}

function report() {
  let exceeded = false;
  for (const name of ["site.css", "site.rtl.css", "admin.css", "site.js", "admin.js", "icons.svg"]) {
    const kb = gzipSync(readFileSync(path.join(OUT, name)), { level: 9 }).length / 1024;
    const budget = BUDGETS_KB[name];
    const verdict = budget === undefined ? "" : kb > budget ? `  EXCEEDS ${budget} kB` : `  of ${budget} kB`;
    exceeded ||= budget !== undefined && kb > budget;
    console.log(`${name.padEnd(14)} ${kb.toFixed(1).padStart(6)} kB gzipped${verdict}`);
  }
  return exceeded;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const css = await purge(compile("site.scss"));
write("site.css", minify(css));
write("site.rtl.css", minify(rtlcss.process(css)));
write("admin.css", minify(compile("admin.scss")));
for (const name of ["site.js", "admin.js"])
  esbuild.buildSync({
    entryPoints: [path.join(ROOT, "assets/js", name)],
    outfile: path.join(OUT, name),
    bundle: true,
    minify: true,
    target: "es2020",
  });
write("icons.svg", iconSprite(ROOT, templates, python));
copyFonts();
copyPdfFonts();
cpSync(path.join(ROOT, "assets/images"), path.join(OUT, "images"), { recursive: true });
write("images/skyline.svg", skylineByDay());
write("images/dusk.svg", skylineAtDusk());
if (report()) process.exit(1);
