// Fetches the second part of a program that the build cut in two, when the program asks for it.
// The build calls this with the second file, its integrity, and the names of what the two parts share: in the
// second, and in the first. Rust waits in `src/browser/later.rs`.

export function withSecondPart(init, file, integrity, shared) {
  return (options) => {
    const opening = init(options);
    let tries = 0;
    let made;
    // Set before the first part runs. When it fails or takes too long, the program says so, and may ask again.
    globalThis.fetchSecondPart = async () => {
      // A browser has a second fetch of one file wait for the first, to share what it stores. The first may hang.
      const cache = tries++ === 0 ? "default" : "no-store";
      const answer = await fetch(file, { integrity, cache }).catch(async (error) => {
        // What a host says in place of the file fails its integrity, and then a browser hides that it is missing.
        const head = await fetch(file, { method: "HEAD", cache: "no-store" });
        if (head.ok) throw error;
        return head;
      });
      // Rust knows this by its name, which is `Error`.
      if (!answer.ok) throw new Error(`The second part: ${answer.status}`);
      // Not as a stream: some hosts send wasm under a wrong type.
      const wasm = await answer.arrayBuffer();
      const first = await opening;
      const given = Object.entries(shared).map(([name, inFirst]) => [name, first[inFirst]]);
      made ??= WebAssembly.instantiate(wasm, { __wasm_split: Object.fromEntries(given) });
      await made.catch((error) => {
        made = undefined;
        throw error;
      });
    };
    return opening;
  };
}
