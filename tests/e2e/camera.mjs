// A camera for a browser that has none. It stands where the browser would ask for a real one, so all behind that is real.

/** For a profile's `prepare`: a camera that sees what is held in front of it. It notes when it is off. */
export function camera() {
  // A window has no camera before it shows a page of ours.
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 640];
    const context = canvas.getContext("2d");
    const image = new Image();
    image.src = window.heldInFront;
    await image.decode();
    const stream = canvas.captureStream();
    const [track] = stream.getTracks();
    const draw = () => {
      context.fillStyle = "#888";
      context.fillRect(0, 0, 640, 640);
      context.drawImage(image, 80, 80, 480, 480);
      if (track.readyState === "ended") window.cameraIsOff = true;
      else requestAnimationFrame(draw);
    };
    draw();
    return stream;
  };
}

/** The same for a camera that a person does not allow. */
export function refuse() {
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
}

/** Holds a picture, as PNG, in front of the camera of a page. */
export const hold = (page, png) =>
  page.evaluate((picture) => (window.heldInFront = picture), `data:image/png;base64,${png.toString("base64")}`);

/**
 * A film of these pictures, as a hand with a cheap camera would take it: each stands for a quarter of a second, three of
 * ten are missed in each round, and what is seen is turned, blurred and noisy. Chromium's own fake camera shows it over
 * and over: Motion JPEG, 30 pictures a second. `page` draws it.
 */
export async function filmOf(page, pngs, { rounds = 3, missed = 0.3 } = {}) {
  const pictures = pngs.map((png) => `data:image/png;base64,${png.toString("base64")}`);
  const jpegs = await page.evaluate(drawFilm, { pictures, rounds, missed });
  return Buffer.concat(jpegs.map((jpeg) => Buffer.from(jpeg, "base64")));
}

/** Runs in the page. */
async function drawFilm({ pictures, rounds, missed }) {
  const PER_CODE = 7;
  const SIDE = 640;
  // The same in each run: a generator of Park and Miller.
  let seed = 20_261_129;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const images = await Promise.all(
    pictures.map(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return image;
    }),
  );
  const film = [];
  const shoot = async (image) => {
    Object.assign(context, { fillStyle: "#777", filter: "none" });
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillRect(0, 0, SIDE, SIDE);
    context.translate(SIDE / 2 + 30 * (random() - 0.5), SIDE / 2 + 30 * (random() - 0.5));
    context.rotate(((random() - 0.5) * 30 * Math.PI) / 180);
    context.filter = `blur(${(0.5 + random()).toFixed(2)}px) contrast(0.8)`;
    if (image) context.drawImage(image, -240, -240, 480, 480);
    const data = context.getImageData(0, 0, SIDE, SIDE);
    for (let at = 0; at < data.data.length; at += 4) {
      const noise = (random() - 0.5) * 50;
      for (const of of [0, 1, 2]) data.data[at + of] += noise;
    }
    context.putImageData(data, 0, 0);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  for (let round = 0; round < rounds; round += 1) {
    // From another place each time.
    const start = Math.floor(random() * images.length);
    for (const place of images.keys()) {
      const image = random() < missed ? null : images[(start + place) % images.length];
      const one = await shoot(image);
      for (let times = 0; times < PER_CODE; times += 1) film.push(one);
    }
  }
  return film;
}
