// What the app keeps in a browser, for stories that look into it, damage it, or throw it away. The app itself is
// asked nothing: this is what a person would find on the disk.

/** The database and the table where phones keep answers and notes. */
export const ON_PHONES = ["ask-together-phone", "records"];

/** The same of the organiser's page. */
export const STORE = ["ask-together", "records"];

/** All records of a table by their names. Empty where there is no such database. */
export function records(page, database, table) {
  return page.evaluate(
    async ([database, table]) => {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === database)) return {};
      const answer = (asked) =>
        new Promise((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const open = await answer(indexedDB.open(database));
      try {
        const all = open.transaction(table).objectStore(table);
        const [names, values] = await Promise.all([answer(all.getAllKeys()), answer(all.getAll())]);
        return Object.fromEntries(names.map((name, place) => [name, values[place]]));
      } finally {
        open.close();
      }
    },
    [database, table],
  );
}

/** Puts a record in place of what is there under its name. `undefined` takes it away. */
export function putRecord(page, database, table, name, value) {
  return page.evaluate(
    ([database, table, name, value]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database, 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore(table);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const open = opening.result;
          const writing = open.transaction(table, "readwrite");
          const all = writing.objectStore(table);
          if (value === undefined) all.delete(name);
          else all.put(value, name);
          writing.oncomplete = () => {
            open.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    [database, table, name, value],
  );
}

/** Clears all that the site keeps, as a person does in the browser's settings: an open page is not asked. */
export function clearSite(page) {
  return page.evaluate(async () => {
    localStorage.clear();
    const gone = ({ name }) =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      });
    await Promise.all((await indexedDB.databases()).map(gone));
  });
}

/** What a browser profile keeps, for another one to begin with: `kept` of a stage's profiles. */
export const keptOf = (page) => page.context().storageState({ indexedDB: true });

/**
 * A disk that can be full, for both kinds of storage: a test can't fill a real one. Runs before the page does. What a
 * story notes in the tab's own storage as `diskIsFull` holds from the start of the next page.
 */
export function withDisk() {
  const isPage = location.protocol.startsWith("http");
  window.disk = { isFull: isPage && sessionStorage.getItem("diskIsFull") === "yes" };
  const refuse = (of, name) => {
    const real = of[name];
    of[name] = function (...given) {
      if (window.disk.isFull) throw new DOMException("The disk is full.", "QuotaExceededError");
      return real.apply(this, given);
    };
  };
  refuse(IDBObjectStore.prototype, "put");
  refuse(Storage.prototype, "setItem");
}

export const fillDisk = (page) => page.evaluate(() => (window.disk.isFull = true));

/** Does something while the page shows what is not the app: that would put back what it still has in memory. */
export async function withoutApp(page, work) {
  const address = page.url();
  await page.goto(new URL("NOTICES.txt", address).href);
  await work();
  await page.goto(address);
}

/** Damages the draft of a survey in both places where a browser keeps it. */
export function damage(page, id) {
  return withoutApp(page, async () => {
    const name = `draft/${id}`;
    const damaged = `${(await records(page, ...STORE))[name].slice(0, 40)}rubbish`;
    await putRecord(page, ...STORE, name, damaged);
    const text = [`ask-together/${name}`, damaged];
    await page.evaluate(([name, text]) => localStorage.setItem(name, JSON.stringify(text)), text);
  });
}
