// SurveyJS with our example of 200 questions, one on each page, and the same 100 conditions.
// Absent: themes, translations and everything else that is not needed to answer. Its usual style also fetches a
// typeface from another host; the one without is in the peer's favour, and keeps measuring on this computer.
import { Model, renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.css";

// The same shape as `examples/survey_link/long.rs`: each second question depends on the one before it, and on the
// first.
const question = (number) => ({
  type: "radiogroup",
  name: `q${number}`,
  title: `Is this thing number ${number} good for you?`,
  choices: ["Yes", "No", "I am not sure"],
  ...(number % 2 === 0 && { visibleIf: `{q${number - 1}} = 'Yes' and {q1} <> 'No'` }),
});
const pages = Array.from({ length: 200 }, (_, index) => ({ elements: [question(index + 1)] }));

renderSurvey(new Model({ pages, showProgressBar: true }), document.getElementById("survey"));
