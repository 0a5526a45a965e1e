// Opens our golden sealed response with an independent reader (`@hpke/core`), by what
// `src/model/seal.rs` and `src/model/wire.rs` say in words. If our own code left the standard,
// sealing and opening would still agree with each other; this would not.
//
// Needs no browser: `node --test tests/e2e/hpke-reader.test.mjs`.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Chacha20Poly1305 } from "@hpke/chacha20poly1305";
import { CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

const golden = (name) => readFile(new URL(`../data/v1/${name}`, import.meta.url));
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Chacha20Poly1305(),
});

/** The body of a version 1 packet, once its check is right. */
function body(name, packet) {
  const end = packet.length - 4;
  const hash = createHash("sha256").update(name).update(packet.subarray(0, end)).digest();
  assert.deepEqual(packet.subarray(end), hash.subarray(0, 4));
  assert.equal(packet[0], 1);
  return packet.subarray(1, end);
}

/** A number as postcard writes it: 7 bits a byte, the lowest first. */
function number(reader) {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = BigInt(reader.bytes[reader.at++]);
    value |= (byte & 127n) << shift;
    if (byte < 128n) return value;
  }
}

/** Survey id, version, edition, passing key and sealed text of a sealed response. */
function parts(packet) {
  const reader = { bytes: body("sealed", packet), at: 0 };
  const [survey, version] = [number(reader), number(reader)];
  const edition = reader.bytes.subarray(reader.at, (reader.at += 16));
  const length = number(reader);
  const sealed = reader.bytes.subarray(reader.at);
  assert.equal(BigInt(sealed.length), length);
  return { survey, version, edition, enc: sealed.subarray(0, 32), text: sealed.subarray(32) };
}

/** What the text is bound to: 8 bytes of survey id and 4 of version, most significant first, then the edition. */
function boundTo({ survey, version, edition }) {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(survey, 0);
  bytes.writeUInt32BE(Number(version), 8);
  return Buffer.concat([bytes, edition]);
}

/** Web Crypto takes whole buffers, and Node's small ones share theirs. */
const alone = (bytes) => new Uint8Array(bytes).buffer;

async function open(sealed, info) {
  const secret = body("secret key", await golden("secret-key.bin"));
  const recipientKey = await suite.kem.deserializePrivateKey(alone(secret));
  const params = { recipientKey, enc: alone(sealed.enc), info: alone(Buffer.from(info)) };
  return Buffer.from(await suite.open(params, alone(sealed.text), alone(boundTo(sealed))));
}

test("another reader opens the golden response", async () => {
  const sealed = parts(await golden("sealed.bin"));
  assert.equal(sealed.survey, 0x0123456789abcdefn);
  assert.equal(sealed.version, 2n);
  const plain = await open(sealed, "ask-together response 1");
  assert.deepEqual(plain, await golden("response.bin"));
});

test("it does not open for another survey, version or use", async () => {
  const sealed = parts(await golden("sealed.bin"));
  const info = "ask-together response 1";
  await assert.rejects(open({ ...sealed, survey: sealed.survey + 1n }, info));
  await assert.rejects(open({ ...sealed, version: 3n }, info));
  await assert.rejects(open(sealed, "ask-together response 2"));
});
