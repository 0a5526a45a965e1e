// SurveyJS Creator with our example of 200 questions, each with its condition, open in the designer.
// Absent: saving, themes, translations, and its usual style, which also fetches a typeface from another host. The one without
// is in the peer's favour, and keeps measuring on this computer.
import { SurveyCreator } from "survey-creator-js";
import "survey-core/survey-core.fontless.css";
import "survey-creator-core/survey-creator-core.fontless.css";

// The same shape as `examples/survey_link/long.rs`: each second question depends on the one before it, and on the
// first. All are on one page, as ours are in one list.
const question = (number) => ({
  type: "radiogroup",
  name: `q${number}`,
  title: `Is this thing number ${number} good for you?`,
  choices: ["Yes", "No", "I am not sure"],
  ...(number % 2 === 0 && { visibleIf: `{q${number - 1}} = 'Yes' and {q1} <> 'No'` }),
});
const elements = Array.from({ length: 200 }, (_, index) => question(index + 1));

const creator = new SurveyCreator({ autoSaveEnabled: false });
creator.JSON = { title: "A long survey", pages: [{ elements }] };
creator.render(document.getElementById("creator"));
