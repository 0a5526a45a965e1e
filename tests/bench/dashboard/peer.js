// SurveyJS Dashboard with the answers that its page finds in the browser's database, as one text.
import { VisualizationPanel } from "survey-analytics";
import "survey-analytics/survey.analytics.min.css";
import { Model } from "survey-core";

const answer = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));

const open = await answer(indexedDB.open("peer", 1));
const text = await answer(open.transaction("peer").objectStore("peer").get("answers"));
const { form, answers } = JSON.parse(text);
const questions = new Model(form).getAllQuestions();
const panel = new VisualizationPanel(questions, answers, { allowHideQuestions: false });
panel.showToolbar = false;
panel.render(document.getElementById("panel"));

window.filter = () => {
  const first = form.elements.find(({ type }) => type === "radiogroup");
  panel.setFilter(first.name, first.choices[0].value);
};
