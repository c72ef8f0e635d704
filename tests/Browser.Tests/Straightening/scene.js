// Draws a printed sheet as a phone's camera sees it: leaning, turned, on a table, in uneven light; then asks straighten.js what it makes of it.
// scene = { lean, turn, roll (degrees), shadow (0 to 1), blur (pixels), qr (rows of 0 and 1) }

const A4 = { width: 1400, height: 1980 };
const photograph = { width: 2000, height: 1500 };
const focal = 1950;

export async function look(straighten, jsQR, scene) {
  const corners = seenCorners(scene);
  const picture = await photographed(sheet(scene.qr), corners, scene);
  const found = straighten.findCorners(picture);
  const page = straighten.straighten(picture);
  const read = page && jsQR(page.picture.data, page.picture.width, page.picture.height);
  return {
    off: found && Math.max(...found.map((corner, i) => Math.hypot(corner.x - corners[i].x, corner.y - corners[i].y))) / Math.hypot(photograph.width, photograph.height),
    aspect: page?.aspect ?? 0,
    size: page ? [page.picture.width, page.picture.height] : [],
    qr: read?.data ?? null,
    legibility: page?.legibility ?? null,
    before: scene.isShown ? url(picture) : null,
    after: scene.isShown && page ? url(page.picture) : null,
  };
}

/** A PDF of so many pages, in base64. */
export async function pdf(straighten, count) {
  const { canvas } = surface(300, 424, "#fdfdfb");
  const jpeg = new Uint8Array(await (await new Promise(done => canvas.toBlob(done, "image/jpeg"))).arrayBuffer());
  return btoa(String.fromCharCode(...straighten.pdfOf(Array(count).fill({ jpeg, width: 300, height: 424 }))));
}

/** The sheet's corners in the photograph: a camera straight above its middle, the sheet leaning away from it. */
function seenCorners({ lean, turn, roll }) {
  const [a, b, c] = [lean, turn, roll].map(degrees => degrees * Math.PI / 180);
  return [[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]].map(([u, v]) => {
    let [x, y, z] = [u * 210, v * 297, 0];
    [x, y] = [x * Math.cos(c) - y * Math.sin(c), x * Math.sin(c) + y * Math.cos(c)];
    [y, z] = [y * Math.cos(a), y * Math.sin(a)];
    [x, z] = [x * Math.cos(b) - z * Math.sin(b), x * Math.sin(b) + z * Math.cos(b)];
    return { x: photograph.width / 2 + focal * x / (z + 480), y: photograph.height / 2 + focal * y / (z + 480) };
  });
}

function sheet(qr) {
  const { canvas, draw } = surface(A4.width, A4.height, "#fdfdfb");
  draw.scale(A4.width / 1050, A4.height / 1485);
  draw.fillStyle = "#1a2a33";
  draw.font = "600 46px sans-serif";
  draw.fillText("Ficha de informações clínicas", 80, 130);
  draw.font = "24px sans-serif";
  for (let line = 0; line < 22; line++) {
    draw.fillText(["Dentes a repor e implantes previstos", "Espessura da mucosa em mm", "Abertura da boca em mm"][line % 3], 80, 420 + 44 * line);
    draw.strokeRect(620, 396 + 44 * line, 340, 34);
    if (line % 3 === 0) draw.fillText("12,5", 640, 420 + 44 * line);
  }
  const module = 200 / qr.length;
  qr.forEach((row, y) => [...row].forEach((dark, x) => dark === "1" && draw.fillRect(780 + x * module, 60 + y * module, module + 0.2, module + 0.2)));
  return draw.getImageData(0, 0, canvas.width, canvas.height);
}

/** Each pixel of the photograph, twice over, from the sheet or the table, in the light that falls there. */
async function photographed(from, corners, { shadow, blur }) {
  const { width, height } = photograph;
  const { canvas, draw } = surface(width, height, "#000");
  const picture = draw.getImageData(0, 0, width, height);
  const back = toUnit(corners);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (const [dx, dy] of [[0.25, 0.25], [0.75, 0.75]]) {
        const w = back[6] * (x + dx) + back[7] * (y + dy) + 1;
        const u = (back[0] * (x + dx) + back[1] * (y + dy) + back[2]) / w, v = (back[3] * (x + dx) + back[4] * (y + dy) + back[5]) / w;
        const grain = 8 * Math.sin(x * 0.021 + 3 * Math.sin(y * 0.006)) + 5 * Math.sin(y * 0.9);
        const at = u >= 0 && v >= 0 && u < 1 && v < 1 ? 4 * (Math.floor(v * from.height) * from.width + Math.floor(u * from.width)) : -1;
        for (let colour = 0; colour < 3; colour++) sum[colour] += at < 0 ? [128, 92, 62][colour] + grain : from.data[at + colour];
      }
      // From the upper left it is lighter, and somebody's arm shades a corner.
      const light = (1.02 - 0.5 * shadow * (x / width + y / height)) * (1 - 0.45 * shadow / (1 + Math.exp((1125 - x + 0.6 * y) / 50)));
      const noise = 3 * Math.sin(x * 12.9898 + y * 78.233);
      for (let colour = 0; colour < 3; colour++) picture.data[4 * (y * width + x) + colour] = sum[colour] / 2 * light + noise;
    }
  draw.putImageData(picture, 0, 0);
  const blurred = surface(width, height, "#000");
  // Under it the sharp picture, or the frame would be lined with the ground's black.
  blurred.draw.drawImage(canvas, 0, 0);
  blurred.draw.filter = `blur(${blur}px)`;
  blurred.draw.drawImage(canvas, 0, 0);
  return blurred.draw.getImageData(0, 0, width, height);
}

/** From the photograph to the unit square (P. Heckbert, Fundamentals of texture mapping, 1989, 2.2.3). */
function toUnit([p0, p1, p2, p3]) {
  const sx = p0.x - p1.x + p2.x - p3.x, sy = p0.y - p1.y + p2.y - p3.y;
  const dx1 = p1.x - p2.x, dx2 = p3.x - p2.x, dy1 = p1.y - p2.y, dy2 = p3.y - p2.y, d = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / d, h = (dx1 * sy - sx * dy1) / d;
  const [a, b, c, e, f, i] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x, p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y];
  const inverse = [f - i * h, c * h - b, b * i - c * f, i * g - e, a - c * g, c * e - a * i, e * h - f * g, b * g - a * h, a * f - b * e];
  return inverse.map(number => number / inverse[8]);
}

function surface(width, height, ground) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const draw = canvas.getContext("2d", { willReadFrequently: true });
  draw.fillStyle = ground;
  draw.fillRect(0, 0, width, height);
  return { canvas, draw };
}

function url(picture) {
  const { canvas, draw } = surface(picture.width, picture.height, "#000");
  draw.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  return canvas.toDataURL("image/jpeg", 0.8);
}
