// Picks the icons in use out of Bootstrap Italia's sprite. A template names them in `{% icon "name" %}`,
// Python in `icon="name"` (names without `it-`). A wrong name in a template stops the build; in Python the
// same argument also names Wagtail's own icons, so names that the kit does not have are passed over.
import { readFileSync } from "node:fs";
import path from "node:path";

function namesIn(files, pattern) {
  return files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map((match) => match[1]));
}

export function iconSprite(root, templates, python) {
  const sprite = readFileSync(path.join(root, "node_modules/bootstrap-italia/dist/svg/sprites.svg"), "utf8");
  const symbols = new Map(
    [...sprite.matchAll(/<symbol id="it-([a-z0-9-]+)".*?<\/symbol>/gs)].map(([symbol, name]) => [
      name,
      symbol.replace(`id="it-${name}"`, `id="${name}"`),
    ]),
  );
  const inTemplates = namesIn(templates, /\{%\s*icon\s+"([a-z0-9-]+)"/g);
  const unknown = inTemplates.find((name) => !symbols.has(name));
  if (unknown) throw new Error(`There is no icon "${unknown}" in Bootstrap Italia's sprite.`);
  const used = new Set([...inTemplates, ...namesIn(python, /\bicon="([a-z0-9-]+)"/g)]);
  const kept = [...symbols].filter(([name]) => used.has(name)).map(([, symbol]) => symbol);
  return `<svg xmlns="http://www.w3.org/2000/svg">${kept.join("")}</svg>\n`;
}
