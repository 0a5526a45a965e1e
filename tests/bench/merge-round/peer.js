// The same round of review as `examples/survey_link/round.rs`, in Yjs: a document with 200 questions, and 30 copies of it
// in each of which one person has noted what they think. Absent: sealing, names of notes, and any page.
import * as Y from "yjs";

const QUESTIONS = 200;
const PEOPLE = 30;

const draft = new Y.Doc();
draft.transact(() => {
  const questions = draft.getArray("questions");
  for (let number = 1; number <= QUESTIONS; number++) {
    questions.push([new Y.Map([["text", `Is this thing number ${number} good for you?`], ["kind", "yes-no"]])]);
  }
});
const sent = Y.encodeStateAsUpdate(draft);

function said(number, person) {
  const all = [{ question: number, ease: (number + person) % 3 === 0 ? "hard" : "easy" }];
  if ((number + person) % 5 === 0) all.push({ question: number, word: "thing" });
  if ((number + person) % 10 === 0) all.push({ question: number, wording: `Do you like number ${number}? Person ${person} asks.` });
  return all;
}

// What one person sends back: only what is new.
function returned(person) {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, sent);
  const before = Y.encodeStateVector(copy);
  const notes = copy.getMap("notes");
  let count = 0;
  for (let number = 1; number <= QUESTIONS; number++) {
    // Each note is a step of its own, as it is for who writes it.
    for (const note of said(number, person)) notes.set(`${person}/${++count}`, note);
  }
  return Y.encodeStateAsUpdate(copy, before);
}

const returns = Array.from({ length: PEOPLE }, (_, index) => returned(index + 1));

// Merges them all, counts what was said of each question, and makes what would be kept. Says how long it took, in
// milliseconds, and how many notes there are.
window.merge = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, sent);
  const start = performance.now();
  for (const update of returns) Y.applyUpdate(doc, update);
  const tally = new Map();
  for (const note of doc.getMap("notes").values()) tally.set(note.question, (tally.get(note.question) ?? 0) + 1);
  const kept = Y.encodeStateAsUpdate(doc);
  return { took: performance.now() - start, notes: doc.getMap("notes").size, questions: tally.size, bytes: kept.length };
};
