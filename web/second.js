// Fetches the second part of a program that the build cut in two, when the program asks for it.
// The build calls this with the second file, its integrity, and the names of what the two parts share: in the
// second, and in the first. Rust waits in `src/browser/later.rs`.

export function withSecondPart(init, file, integrity, shared) {
  return (options) => {
    const opening = init(options);
    // Set before the first part runs. When it fails, the program says so, and may ask again.
    globalThis.fetchSecondPart = async () => {
      const answer = await fetch(file, { integrity });
      if (!answer.ok) throw new Error(`The second part: ${answer.status}`);
      // Not as a stream: some hosts send wasm under a wrong type.
      const wasm = await answer.arrayBuffer();
      const first = await opening;
      const given = Object.entries(shared).map(([name, inFirst]) => [name, first[inFirst]]);
      await WebAssembly.instantiate(wasm, { __wasm_split: Object.fromEntries(given) });
    };
    return opening;
  };
}
