// People's own photos: from a camera's file with its place in it to a small square without, in the preview, over a
// reload, in the file of the survey, on the phone that opens it, and in a copy of everything. And a picture of ours
// that fits the words. And a sound, which travels in the same ways.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { clearSite } from "./records.mjs";
import { APP, LAPTOP, PHONE, download, eventually, hasFocus, once, soon, story } from "./support.mjs";

const { button, field, press, preview } = people;
const { pictureDialog, pictureOf } = building;

const QUESTION = { kind: "One choice", text: "Does your cat make you happy?", choices: ["Mum", "Dad"] };
const SAYS = "Our cat on the sofa";

const assertNoFindings = async (page) => assert.deepEqual(await findings(page), []);

/**
 * What a camera makes: a wide JPEG with a note of the place, and one that it was held on its side. The sensor saw red
 * on the left and blue on the right; turned as the note says, red is at the top.
 */
const cameraFile = once(async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  const plain = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1200 });
    const context = canvas.getContext("2d");
    const paint = (colour, left) => Object.assign(context, { fillStyle: colour }).fillRect(left, 0, 800, 1200);
    paint("#d00000", 0);
    paint("#0000d0", 800);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const short = (number) => [number >> 8, number & 255];
  const long = (number) => [...short(number >> 16), ...short(number & 65535)];
  const tag = (name, kind, count, value) => [...short(name), ...short(kind), ...long(count), ...value];
  // Big-endian TIFF: 2 entries (orientation 6: turn right; and where the GPS part is), then that part.
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, ...long(8)],
    ...[...short(2), ...tag(0x0112, 3, 1, [...short(6), 0, 0]), ...tag(0x8825, 4, 1, long(38)), ...long(0)],
    ...[...short(1), ...tag(0x0001, 2, 2, [0x4e, 0, 0, 0]), ...long(0)],
    ...Buffer.from("GPS 51.5007 N"),
  ];
  const exif = [...Buffer.from("Exif\0\0"), ...tiff];
  const bytes = Buffer.from([...plain.slice(0, 2), 0xff, 0xe1, ...short(exif.length + 2), ...exif, ...plain.slice(2)]);
  return { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: bytes };
});

async function choose(dialog, file, name = "Choose a photo") {
  await dialog.getByLabel(name).setInputFiles(file);
}

/** The colour near the top and near the foot of an image, as the larger of red and blue. */
function colours(image) {
  return image.evaluate(async (element) => {
    await element.decode?.();
    const canvas = Object.assign(document.createElement("canvas"), { width: 10, height: 10 });
    const context = canvas.getContext("2d");
    context.drawImage(element, 0, 0, 10, 10);
    const at = (x, y) => {
      const [red, , blue] = context.getImageData(x, y, 1, 1).data;
      return red > blue ? "red" : "blue";
    };
    return { top: at(5, 0), foot: at(5, 9), left: at(0, 5), right: at(9, 5) };
  });
}

/** Every photo that a program keeps, as bytes. */
function stored(page, store) {
  return page.evaluate(async (store) => {
    const promise = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    // Opening it would make an empty one.
    if (!(await indexedDB.databases()).some(({ name }) => name === store)) return [];
    const database = await promise(indexedDB.open(store));
    const table = database.transaction("photos").objectStore("photos");
    const [names, photos] = [await promise(table.getAllKeys()), await promise(table.getAll())];
    database.close();
    return names.map((name, place) => ({ name, bytes: [...photos[place]] }));
  }, store);
}

/** A survey whose question has a photo, open in the editor. */
async function withPhoto(stage) {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Cats & co", organisation: "Team A", questions: [QUESTION] });
  const card = people.cardOf(page, 1);
  await pictureOf(card, "the question").click();
  await choose(pictureDialog(page), await cameraFile(stage));
  await press(page, "Use this photo");
  await card.getByRole("button", { name: "Picture of the question: your photo" }).waitFor();
  return { page, card };
}

story("a photo is turned, cropped, made small, and tells nothing of where it was taken", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Cats", organisation: "Team A", questions: [QUESTION] });
  const card = people.cardOf(page, 1);
  const file = await cameraFile(stage);
  await pictureOf(card, "the question").click();
  await assertNoFindings(page);

  const text = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no photo") };
  await choose(pictureDialog(page), text);
  await page.getByText("We cannot open this file. Choose a photo: a JPEG, PNG or WebP file.").waitFor();
  await choose(pictureDialog(page), { ...text, name: "IMG.HEIC", mimeType: "image/heic" });
  await page.getByText("This browser cannot open HEIC photos.").waitFor();

  await choose(pictureDialog(page), file);
  const dialog = page.getByRole("dialog", { name: "Which part should people see?" });
  const canvas = dialog.getByRole("img", { name: "Your photo as people will see it" });
  await hasFocus(dialog.getByRole("heading"));
  const shows = (expected) =>
    eventually(async () => {
      const { top, foot, left, right } = await colours(canvas);
      assert.deepEqual([top, foot, left, right], expected);
    });
  await eventually(async () => assert.deepEqual((({ top, foot }) => [top, foot])(await colours(canvas)), ["red", "blue"]));
  await assertNoFindings(page);
  const turn = (name) => dialog.getByRole("button", { name }).press("Enter");
  await turn("Turn left");
  await eventually(async () => assert.deepEqual((({ left, right }) => [left, right])(await colours(canvas)), ["red", "blue"]));
  await turn("Turn right");
  // By keys alone: close to the lower part, where all is blue.
  const slider = (name) => dialog.getByRole("slider", { name });
  await slider("Closer").press("End");
  await slider("Up or down").press("End");
  await shows(["blue", "blue", "blue", "blue"]);
  await slider("Up or down").press("Home");
  await shows(["red", "red", "red", "red"]);
  // And by dragging it up, far enough.
  const box = await canvas.boundingBox();
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  for (let times = 0; times < 8; times += 1) {
    await page.mouse.move(middle[0], middle[1] + 100);
    await page.mouse.down();
    await page.mouse.move(middle[0], middle[1] - 100, { steps: 4 });
    await page.mouse.up();
  }
  await shows(["blue", "blue", "blue", "blue"]);
  await slider("Closer").press("Home");
  await dialog.getByRole("button", { name: "Use this photo" }).press("Enter");
  await hasFocus(card.getByRole("radio", { name: "Say what it shows" }));
  const says = card.getByRole("group", { name: "Picture description" });
  await says.getByText("Who or what is in your photo?").waitFor();
  await soon.equal(() => says.getByRole("radio", { checked: true }).count(), 0, "nobody said yet");
  await assertNoFindings(page);
  await says.getByRole("radio", { name: "Say what it shows" }).check();
  await hasFocus(field(says, "What does the picture show?"));
  await page.keyboard.type(SAYS);
  const shown = preview(page).getByRole("img", { name: SAYS });
  await shown.waitFor();

  const [photo, ...more] = await stored(page, "ask-together-photos");
  assert.deepEqual(more, []);
  const bytes = Buffer.from(photo.bytes);
  assert.match(photo.name, /^photo-[0-9a-f]{32}$/);
  assert.equal(`${bytes.subarray(0, 4)}${bytes.subarray(8, 12)}`, "RIFFWEBP");
  assert.ok(bytes.length <= 40_000, `${bytes.length} bytes`);
  for (const note of ["EXIF", "Exif", "GPS", "XMP"]) assert.ok(!bytes.includes(note), note);

  await page.reload();
  await people.cardOf(page, 1).getByRole("button").first().click();
  await shown.waitFor();
  await eventually(async () => assert.ok(await shown.evaluate((image) => image.naturalWidth > 0 && image.naturalWidth <= 480)));

  // The same photo again, for a choice; and it can be only for show.
  await pictureOf(card, "choice 1").click();
  await press(pictureDialog(page), "Your photo 1");
  await card.getByRole("button", { name: "Picture of choice 1: your photo" }).waitFor();
  await says.getByRole("radio", { name: "Just for decoration" }).check();
  await eventually(async () => assert.equal(await preview(page).locator("img").first().getAttribute("alt"), ""));
  await people.undo(page).click();
  await shown.waitFor();
});

story("a photo comes back when the browser deletes what it kept under the open page", async (stage) => {
  const { page } = await withPhoto(stage);
  await page.getByText("Saved on this computer").waitFor();
  await clearSite(page);
  await people.goTo(page, "Paths");
  await page.getByRole("alert").filter({ hasText: "We have put your work back." }).waitFor();
  await eventually(async () => assert.equal((await stored(page, "ask-together-photos")).length, 1));
});

story("a link says that it can not carry photos, and the file carries them to a phone", async (stage) => {
  const { page, card } = await withPhoto(stage);
  await card.getByRole("radio", { name: "Say what it shows" }).check();
  await field(card, "What does the picture show?").fill(SAYS);
  const link = await people.publish(page);
  await page.getByText("This survey has 1 photo of your own.").waitFor();
  await page.getByText("A link or a QR code cannot carry it.").waitFor();
  await assertNoFindings(page);
  const file = await download(page, () => press(page, "Save the survey as a file"));
  assert.equal(file.name, "cats-co.ask-survey");

  const byLink = await stage.open(PHONE, link);
  await press(byLink, "Start");
  await people.atQuestion(byLink, 1, 2);
  await soon.equal(() => byLink.locator("main img").count(), 0, "no broken image");

  const address = await field(page, "Address of the page").inputValue();
  const phone = await stage.open(PHONE, address);
  await phone.getByRole("heading", { name: "Open your survey", level: 1 }).waitFor();
  const give = (name, buffer) =>
    phone.getByLabel("Open a survey file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  const changed = Buffer.from(file.bytes);
  changed[changed.length >> 1] ^= 1;
  for (const bad of [Buffer.from("no survey"), changed, file.bytes.subarray(0, -9)]) {
    await give("bad.ask-survey", bad);
    await phone.getByText("There is no whole survey in this file.").waitFor();
    await hasFocus(phone.getByRole("heading", { name: "This survey did not open" }));
  }
  await assertNoFindings(phone);
  await soon.deepEqual(() => stored(phone, "ask-together-answering"), [], "nothing is kept of them");
  await give(file.name, file.bytes);
  await press(phone, "Start");
  const shown = phone.getByRole("img", { name: SAYS });
  await shown.waitFor();
  await phone.getByRole("radio", { name: "Mum" }).check();
  await phone.reload();
  await phone.getByText("Welcome back.").waitFor();
  await eventually(async () => assert.ok(await shown.evaluate((image) => image.naturalWidth > 0)));
  await soon.ok(() => phone.getByRole("radio", { name: "Mum" }).isChecked());
  assert.equal(phone.url(), link, "from here on it is like a link");
});

story("a copy of everything brings photos to another browser, and the last survey takes them away", async (stage) => {
  const { page } = await withPhoto(stage);
  const toHome = (at) => at.getByRole("link", { name: "Ask Together", exact: true }).click();
  await toHome(page);
  const copy = await download(page, () => press(page, "Save a backup"));
  const [photo] = await stored(page, "ask-together-photos");

  const other = await stage.open(LAPTOP, APP);
  await other.getByLabel("Choose a backup").setInputFiles({ name: copy.name, mimeType: "application/json", buffer: copy.bytes });
  await other.getByText("The backup is open. It held 1 survey.").waitFor();
  await soon.deepEqual(() => stored(other, "ask-together-photos"), [photo]);
  await people.withSurvey(other, "Make a copy: Cats & co");
  await people.cardOf(other, 1).getByRole("button").first().click();
  await other.getByRole("button", { name: "Picture of the question: your photo" }).waitFor();
  for (const [left, name] of [[1, "Cats & co (copy)"], [0, "Cats & co"]]) {
    await toHome(other);
    await people.withSurvey(other, `Delete: ${name}`);
    await press(other, "Yes, delete it");
    await other.getByText(`“${name}” is deleted.`, { exact: true }).waitFor();
    await eventually(async () => assert.equal((await stored(other, "ask-together-photos")).length, left));
  }
});

story("a picture that fits the words is one tap away, and the dialog begins with those", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Cats", organisation: "Team A", questions: [QUESTION] });
  const card = people.cardOf(page, 1);
  await card.getByRole("button", { name: "Use this picture: cat" }).click();
  await hasFocus(button(card, "Picture of the question: cat"));
  await people.undo(page).click();
  await card.getByRole("button", { name: "Use this picture: cat" }).waitFor();
  await field(card, "Choice 1").fill("By bus");
  await pictureOf(card, "choice 1").click();
  const dialog = pictureDialog(page);
  await dialog.getByRole("heading", { name: "From your words" }).waitFor();
  await dialog.getByText("Pictures by OpenMoji, licence CC BY-SA 4.0.").waitFor();
  await dialog.locator(".picture-grid").first().getByRole("button", { name: "bus", exact: true }).click();
  await button(card, "Picture of choice 1: bus").waitFor();
});

story("where the browser refuses to keep a photo, it says so and the dialog stays", async (stage) => {
  const prepare = { content: "Object.defineProperty(window, 'indexedDB', { get: () => null });" };
  const page = await stage.open(LAPTOP, APP, { prepare });
  await people.writeSurvey(page, { title: "Cats", organisation: "Team A", questions: [QUESTION] });
  await pictureOf(people.cardOf(page, 1), "the question").click();
  await choose(pictureDialog(page), await cameraFile(stage));
  await press(page, "Use this photo");
  await page.getByText("This browser did not let us keep the photo.").waitFor();
  await button(page, "Use this photo").waitFor();
});

/** Half a second of a tone, as a recorder saves it. */
function tone() {
  const samples = 4_000;
  const bytes = Buffer.alloc(44 + samples);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write("WAVEfmt ", 8);
  // One channel of bytes, 8,000 a second.
  [16, 0x0001_0001, 8_000, 8_000, 0x0008_0001].forEach((number, at) => bytes.writeUInt32LE(number, 16 + at * 4));
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at += 1) bytes[44 + at] = 128 + 60 * Math.sin(at / 3);
  return { name: "question.wav", mimeType: "audio/wav", buffer: bytes };
}

/** The player has the tone, shows its controls, and waits to be started. */
const waitsToPlay = (player) =>
  eventually(async () => {
    const found = await player.evaluate((audio) => [audio.controls, audio.paused, audio.duration, audio.error?.message]);
    assert.deepEqual(found, [true, true, 0.5, undefined]);
  });

story("a question is recorded, and is played on the phone that opens the file", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Cats & co", organisation: "Team A", questions: [QUESTION] });
  const card = people.cardOf(page, 1);
  await people.withCard(card, "Sound or video");
  const choose = card.getByLabel("Choose a sound or video");
  await hasFocus(choose);
  await choose.setInputFiles({ name: "notes.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("no sound") });
  await card.getByText("Not all phones can play this file.").waitFor();
  await choose.setInputFiles({ ...tone(), buffer: Buffer.alloc(5_000_001, "ID3") });
  await card.getByText("This file has more than 5 MB.").waitFor();
  await choose.setInputFiles(tone());
  const words = field(card, "What it says");
  await hasFocus(words);
  await waitsToPlay(card.locator("audio"));
  await assertNoFindings(page);
  await press(page, "Publish");
  await page.getByText("Write what the sound or video says.").first().waitFor();
  await words.fill("Does your cat make you happy? Tick one.");
  await waitsToPlay(preview(page).locator("audio"));

  const link = await people.publish(page);
  await page.getByText("This survey has 1 sound or video of your own.").waitFor();
  const file = await download(page, () => press(page, "Save the survey as a file"));
  const byLink = await stage.open(PHONE, link);
  await press(byLink, "Start");
  await byLink.getByText("Does your cat make you happy? Tick one.").waitFor();
  await soon.equal(() => byLink.locator("audio").count(), 0, "its words stand alone");

  const phone = await stage.open(PHONE, await field(page, "Address of the page").inputValue());
  const given = { name: file.name, mimeType: "application/octet-stream", buffer: file.bytes };
  await phone.getByLabel("Open a survey file").setInputFiles(given);
  await press(phone, "Start");
  await waitsToPlay(phone.locator("audio"));
  await phone.getByText("Read the words").click();
  await phone.getByText("Does your cat make you happy? Tick one.").waitFor();
  await assertNoFindings(phone);
  // Who only looked is at the start again.
  await phone.reload();
  await press(phone, "Start");
  await waitsToPlay(phone.locator("audio"));

  await page.getByRole("link", { name: "Ask Together", exact: true }).click();
  const copy = await download(page, () => press(page, "Save a backup"));
  const other = await stage.open(LAPTOP, APP);
  await other.getByLabel("Choose a backup").setInputFiles({ name: copy.name, mimeType: "application/json", buffer: copy.bytes });
  await other.getByText("The backup is open. It held 1 survey.").waitFor();
  await soon.deepEqual(() => stored(other, "ask-together-photos"), await stored(page, "ask-together-photos"));
});

story("a shared tablet shows the survey's own photos: by its file, or at once on the organiser's own device", async (stage) => {
  const { page } = await withPhoto(stage);
  await people.cardOf(page, 1).getByRole("radio", { name: "Say what it shows" }).check();
  await field(people.cardOf(page, 1), "What does the picture show?").fill(SAYS);
  const link = await people.publish(page);
  const file = await download(page, () => press(page, "Save the survey as a file"));
  const given = { name: file.name, mimeType: "application/octet-stream", buffer: file.bytes };
  const start = async (tablet) => {
    await field(tablet, "Choose a PIN of 4 digits").fill("2580");
    await field(tablet, "The PIN again").fill("2580");
    await press(tablet, "Start");
    await press(tablet, "I am ready");
    await press(tablet, "Start");
    await eventually(async () => {
      const wide = await tablet.getByRole("img", { name: SAYS }).evaluate((img) => img.naturalWidth);
      assert.ok(wide > 1, `${wide}`);
    });
  };
  const tablet = await stage.open(PHONE, link.replace("/answer/#", "/tablet/#"));
  await tablet.getByText("They are not on this tablet yet.").waitFor();
  await assertNoFindings(tablet);
  const opens = tablet.getByLabel("Open a survey file");
  await opens.setInputFiles({ ...given, buffer: given.buffer.subarray(0, 500) });
  await tablet.getByRole("alert").getByText("There is no whole survey in this file.").waitFor();
  await opens.setInputFiles(given);
  await tablet.getByText("The survey’s own photos, sounds and videos are on this tablet.").waitFor();
  await start(tablet);
  await assertNoFindings(tablet);

  // A survey that no link holds comes as its file alone.
  const bare = await stage.open(PHONE, `${APP}tablet/`);
  await bare.getByLabel("Open a survey file").setInputFiles(given);
  await bare.getByRole("heading", { name: "Start this tablet" }).waitFor();
  await bare.getByText("are on this tablet.").waitFor();
  await bare.reload();
  await start(bare);

  const [own] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Start on this device (opens a new tab)" }).click(),
  ]);
  await own.getByText("are on this tablet.").waitFor();
  await start(own);
});
