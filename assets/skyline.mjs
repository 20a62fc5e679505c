// Draws the neighbourhood: one tile by day for the home page's head, one at dusk for the foot of every page.
// A seeded sequence makes the same drawing at every build. Sizes are in the tile's own units.
const WIDTH = 1440;

const DAY = {
  walls: ["#e9a98b", "#f3e3cc", "#d9785a", "#fffaf2", "#f0cfa6", "#a9c4e0", "#f6ebdc", "#c9dcef"],
  roofs: ["#9c4127", "#b4472a", "#7f3620", "#8a4a33"],
  back: "#eadcc8",
  window: "#37597a",
  shutter: "#5f8a6e",
  door: "#6e3422",
  trees: ["#7fa083", "#95b394", "#6b8f74"],
  trunk: "#7a5a44",
  people: ["#17324d", "#b4472a", "#0066cc", "#e0a33a"],
};

// mulberry32: small, and the same everywhere.
function sequence(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const rect = (x, y, w, h, fill, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${rx ? ` rx="${rx}"` : ""}/>`;
const polygon = (points, fill) => `<path d="M${points.map((p) => p.join(" ")).join("L")}Z" fill="${fill}"/>`;
const circle = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

function windows(x, top, width, base, random, paint) {
  const columns = Math.max(2, Math.floor((width - 12) / 22));
  const step = width / columns;
  let out = "";
  for (let y = top + 14; y < base - 40; y += 30)
    for (let column = 0; column < columns; column++) out += paint(Math.round(x + step * (column + 0.5)) - 5, y, random());
  return out;
}

function dayWindow(x, y, chance) {
  const shutters = chance > 0.45 ? rect(x - 5, y, 4, 15, DAY.shutter) + rect(x + 11, y, 4, 15, DAY.shutter) : "";
  return shutters + rect(x, y, 10, 15, DAY.window, 1) + rect(x, y + 7, 10, 1, "#dfe9f2");
}

function house(x, width, height, base, random, colours) {
  const top = base - height;
  const roofHeight = 14 + Math.round(random() * 14);
  const roof =
    random() > 0.35
      ? polygon([[x - 5, top + 1], [x + width / 2, top - roofHeight], [x + width + 5, top + 1]], colours.roof)
      : rect(x - 4, top - 7, width + 8, 8, colours.roof, 1);
  const chimney = random() > 0.6 ? rect(x + width * 0.7, top - roofHeight - 4, 8, roofHeight, colours.roof) : "";
  return chimney + rect(x, top, width, height, colours.wall) + roof;
}

function tower(x, base, wall, roof, opening) {
  return (
    rect(x, base - 148, 34, 148, wall) +
    polygon([[x - 4, base - 148], [x + 17, base - 184], [x + 38, base - 148]], roof) +
    rect(x + 11, base - 136, 12, 22, opening, 6) +
    circle(x + 17, base - 92, 9, opening === DAY.window ? "#fffaf2" : opening)
  );
}

const tree = (x, base, size, colour) =>
  rect(x - 2, base - size, 4, size, DAY.trunk) + circle(x, base - size - 6, size * 0.55, colour);

const person = (x, base, colour) =>
  circle(x, base - 25, 4.5, "#e7b897") + `<path d="M${x - 6} ${base}v-12a6 7 0 0 1 12 0v12z" fill="${colour}"/>`;

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

// Calls `draw(x, width, index)` for houses side by side; the last one ends at the tile's edge, so that
// tiles join without a hole.
function row(random, smallest, largest, gap, draw) {
  let x = 0;
  for (let index = 0; x < WIDTH; index++) {
    const wanted = smallest + Math.round(random() * (largest - smallest));
    const rest = WIDTH - x - wanted - gap;
    const width = rest < smallest ? wanted + rest : wanted;
    draw(x, width, index);
    x += width + gap;
  }
}

const svg = (height, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${body}</svg>\n`;

export function skylineByDay() {
  const random = sequence(11);
  const base = 214;
  let out = "";
  row(random, 60, 130, 4, (x, width) => {
    out += house(x, width, 110 + Math.round(random() * 45), base, random, { wall: DAY.back, roof: DAY.back });
  });
  let last = "";
  row(random, 62, 112, 4, (x, width, index) => {
    if (index === 4) {
      out += tower(x + 14, base, "#f3e3cc", DAY.roofs[1], DAY.window);
      return;
    }
    let wall = pick(DAY.walls, random);
    if (wall === last) wall = pick(DAY.walls, random);
    last = wall;
    const height = 62 + Math.round(random() * 66);
    out += house(x, width, height, base, random, { wall, roof: pick(DAY.roofs, random) });
    out += windows(x, base - height, width, base, random, dayWindow);
    const door = Math.round(x + width * (0.25 + random() * 0.4));
    out += rect(door, base - 28, 15, 28, DAY.door, 2);
  });
  for (const x of [150, 330, 352, 610, 868, 1040, 1062, 1290]) out += tree(x, base, 20 + random() * 14, pick(DAY.trees, random));
  for (const x of [236, 252, 470, 720, 736, 754, 960, 1180, 1196]) out += person(x, base, pick(DAY.people, random));
  return svg(base, out);
}

export function skylineAtDusk() {
  const random = sequence(29);
  const wall = "#17324d";
  const base = 150;
  const light = (x, y, chance) => (chance > 0.62 ? rect(x, y, 9, 13, chance > 0.8 ? "#ffd58a" : "#f5b971", 1) : "");
  // Houses share their walls (gap -1) and stand on a low wall, so that no line of light shows between them.
  let out = rect(0, base - 26, WIDTH, 26, wall);
  row(random, 60, 115, -1, (x, width, index) => {
    if (index === 9) {
      out += `<g transform="translate(0 40)">${tower(x + 10, base, wall, wall, "#ffd58a")}</g>`;
      return;
    }
    const height = 40 + Math.round(random() * 62);
    out += house(x, width, height, base, random, { wall, roof: wall });
    out += windows(x, base - height, width, base + 20, random, light);
  });
  return svg(base, out);
}
