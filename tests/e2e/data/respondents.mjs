// Twenty-five people who answer "Your support at home". Their words are the awkward ones that spreadsheets,
// mail programs and browsers are known to spoil. Where the spreadsheet must differ from what was typed, `cell` says so.

/** The questions of the ready-made survey, as the app has them. */
export const QUESTIONS = [
  [
    "One choice",
    "Where do you live?",
    ["In my own home", "With my family", "In a shared house", "In a care home", "Somewhere else"],
  ],
  ["One choice", "Do you like where you live?", ["Yes", "No", "I am not sure"]],
  ["One choice", "Do staff listen to you?", ["Yes", "Sometimes", "No", "I am not sure"]],
  ["One choice", "Do you choose what you eat?", ["Yes", "Sometimes", "No", "I am not sure"]],
  ["One choice", "Do you choose when you go to bed?", ["Yes", "Sometimes", "No", "I am not sure"]],
  [
    "Several choices",
    "What do staff help you with?",
    ["Washing", "Cooking", "Cleaning", "Shopping", "Money", "Medicine", "None of these"],
  ],
  ["One choice", "Do you get enough help?", ["Yes", "No", "I am not sure"]],
  ["One choice", "Do you feel safe at home?", ["Yes", "Sometimes", "No", "I am not sure"]],
  [
    "Several choices",
    "Who do you talk to when you are worried?",
    ["My family", "A friend", "Staff", "My social worker", "My advocate", "No one"],
  ],
  ["One choice", "Can you see your friends when you want to?", ["Yes", "Sometimes", "No", "I am not sure"]],
  ["One choice", "Do you have a support plan?", ["Yes", "No", "I am not sure"]],
  ["One choice", "Did you help to make your support plan?", ["Yes", "No", "I am not sure"]],
  ["Long answer", "What is good about your support?", []],
  ["Long answer", "What would you change about your support?", []],
  ["Short answer", "What town or village do you live in?", []],
].map(([kind, text, choices]) => ({ kind, text, choices }));

/** What turns the words after it ends with the cell. */
const ended = (typed) => ({ typed, cell: `${typed}\u202c` });
const guarded = (typed) => ({ typed, cell: `'${typed}` });

/** What each person writes to the last three questions. `undefined` is skipped. */
const WRITTEN = [
  ["My chair is fast 👩🏽‍🦽💨", "More 🏳️‍🌈 days out", "Town 🌊"],
  ["أحب العيش هنا. الموظفون يستمعون إلي.", "لا شيء", "القاهرة"],
  ["אני אוהב את הבית שלי", "יותר זמן, בבקשה", "חיפה"],
  ['She said "no", then “yes”', "It's 'fine'", 'The "Old" Town'],
  ["Cooking, cleaning; and, also, money", ",", "Upper, Lower"],
  ["First line\nsecond line\n\nfourth line", "\n\nLine breaks first", "A place"].map((typed, place) =>
    place === 1 ? guarded(typed) : typed,
  ),
  [guarded("=cmd()"), guarded("=cmd|' /C calc'!A0"), guarded('=HYPERLINK("http://example.com")')],
  ["+44", "+44 20 7946 0000", guarded("+1+1")],
  ["-5", "-5.25", "-0"],
  [guarded("-5+3"), guarded("-"), guarded("-5-")],
  [guarded("@x"), guarded("@SUM(1+1)*cmd"), guarded("@")],
  [guarded("\tafter a tab"), guarded("   =1+1"), "a\tb"],
  ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</td><b>bold"],
  ["Very long. ".repeat(450) + "The end.", "x".repeat(5000), "y".repeat(300)],
  [guarded("＝1+1"), guarded("＠x"), guarded("－5")],
  ["007", "1e5", "0"],
  ["TRUE", "NULL", "2026-11-23"],
  ["a;b|c\td", "C:\\temp\\new", "\\"],
  ['"', '""', '","'],
  ["'quoted already", "'=1", "''"],
  ["Łódź, Zürich, Ørsted, İstanbul", "Ａ wide letter", "Llanfair PG"],
  ["e\u0301 and é", "a\u00a0b", ended("\u202eright to left mark")],
  ["100 %", "#REF!", "£5 & more"],
  ["  spaces around  ", undefined, "Somewhere"],
  [undefined, undefined, undefined],
];

const typedOf = (words) => words?.typed ?? words;
const cellOf = (words) => words?.cell ?? words ?? "";

/** Everybody: what they answer, and the cells that the spreadsheet must have for them. */
export const RESPONDENTS = WRITTEN.map((written, person) => {
  const picked = QUESTIONS.slice(0, 12).map((question, place) => pick(question, person, place));
  return {
    answers: [...picked, ...written.map(typedOf)],
    cells: [...picked.flatMap((given, place) => cellsOf(QUESTIONS[place], given)), ...written.map(cellOf)],
  };
});

/** Spread over the choices, with a skipped question here and there. */
function pick({ kind, choices }, person, place) {
  const at = (number) => choices[number % choices.length];
  if ((person + place) % 7 === 6) return undefined;
  if (kind === "One choice") return at(person + place);
  const alone = [at(person), at(person + 2)].find((choice) => /^No/.test(choice));
  return alone ? [alone] : [...new Set([at(person), at(person + 2)])];
}

function cellsOf({ kind, choices }, given) {
  if (kind === "One choice") return [given ?? ""];
  return choices.map((choice) => (given?.includes(choice) ? choice : ""));
}
