// Picks the icons in use out of Bootstrap Italia's sprite. An icon is used by `{% icon "name" %}` in a
// template or by `icon="name"` in Python: the names are those of the kit, without `it-`.
import { readFileSync } from "node:fs";
import path from "node:path";

const USES = [/\{%\s*icon\s+"([a-z0-9-]+)"/g, /\bicon="([a-z0-9-]+)"/g];

function namesIn(files) {
  const names = new Set();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const pattern of USES) for (const match of text.matchAll(pattern)) names.add(match[1]);
  }
  return [...names].sort();
}

export function iconSprite(root, files) {
  const sprite = readFileSync(path.join(root, "node_modules/bootstrap-italia/dist/svg/sprites.svg"), "utf8");
  const symbols = namesIn(files).map((name) => {
    const symbol = sprite.match(new RegExp(`<symbol id="it-${name}".*?</symbol>`, "s"));
    if (!symbol) throw new Error(`There is no icon "${name}" in Bootstrap Italia's sprite.`);
    return symbol[0].replace(`id="it-${name}"`, `id="${name}"`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}
