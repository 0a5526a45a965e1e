// SurveyJS with the questions of our ready-made survey "Your support at home", one on each page.
// Absent: themes, translations and everything else that is not needed to answer. Its usual style also fetches a
// typeface from another host; the one without is in the peer's favour, and keeps measuring on this computer.
import { Model, renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.css";
import survey from "./survey.json";

renderSurvey(new Model(survey), document.getElementById("survey"));
