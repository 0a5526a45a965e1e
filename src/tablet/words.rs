//! What the tablet says to people who answer, in English and in Welsh. What it says to the organiser stands where it
//! is shown.
//!
//! Absent: the words of the pages that every participant sees. They are the model's.

use crate::model::survey::Language;

/// One thing to say, in the two languages.
pub type Said = (&'static str, &'static str);

/// The pictures between two people: a hand that waves, and two that shake.
pub const PICTURES: [&str; 2] = ["1F44B", "1F91D"];

pub const READY: Said = ("Are you ready?", "Ydych chi’n barod?");
pub const READY_TEXT: Said = (
    "Take as much time as you need. You can stop when you want.",
    "Cymerwch eich amser. Gallwch stopio pan fyddwch eisiau.",
);
pub const OPENED_AGAIN: Said = (
    "The page was opened again. Please start again.",
    "Cafodd y dudalen ei hagor eto. Dechreuwch eto, os gwelwch yn dda.",
);
pub const BEGIN: Said = ("I am ready", "Rwy’n barod");
pub const THANKS: Said = ("Thank you", "Diolch");
pub const SAFE: Said = (
    "Your answers are locked and kept safe. Nobody here can see them.",
    "Mae eich atebion wedi’u cloi ac yn ddiogel. Ni all neb yma eu gweld.",
);
pub const PASS_ON: Said = (
    "Please give the tablet to the next person.",
    "Rhowch y llechen i’r person nesaf, os gwelwch yn dda.",
);
pub const NEXT: Said = ("I am the next person", "Fi yw’r person nesaf");
pub const CLOSED: Said = ("This survey is closed", "Mae’r arolwg hwn wedi cau");
pub const GIVE_BACK: Said =
    ("Please give the tablet back.", "Rhowch y llechen yn ôl, os gwelwch yn dda.");
pub const SAID_NO: Said = (
    "You said no. That is fine. Nothing you said is kept.",
    "Fe ddywedoch chi na. Mae hynny’n iawn. Does dim byd yn cael ei gadw.",
);
pub const CHECK: Said = ("You can change any answer.", "Gallwch newid unrhyw ateb.");
pub const FINISH: Said = ("I have finished", "Rydw i wedi gorffen");
pub const FINISHED: Said = ("Have you finished?", "Ydych chi wedi gorffen?");
pub const FINISHED_TEXT: Said = (
    "Your answers will be locked. Then nobody here can see or change them.",
    "Bydd eich atebion yn cael eu cloi. Wedyn ni all neb yma eu gweld na’u newid.",
);
pub const FINISHED_YES: Said = ("Yes, I have finished", "Ydw, rydw i wedi gorffen");
pub const STOP: Said = ("Stop and delete my answers", "Stopio a dileu fy atebion");
pub const STOP_ASK: Said = ("Do you want to stop?", "Ydych chi eisiau stopio?");
pub const STOP_TEXT: Said = (
    "Your answers will be deleted. Nobody will see them.",
    "Bydd eich atebion yn cael eu dileu. Ni fydd neb yn eu gweld.",
);
pub const STOP_YES: Said = ("Yes, delete my answers", "Ie, dileu fy atebion");
pub const STOP_NO: Said = ("No, go back", "Na, mynd yn ôl");
pub const THERE: Said = ("Are you still there?", "Ydych chi yno o hyd?");
pub const THERE_TEXT: Said = (
    "If you do not press, this page closes. What you said so far is kept safe.",
    "Os na fyddwch yn pwyso, bydd y dudalen yn cau. Bydd eich atebion hyd yma yn ddiogel.",
);
pub const THERE_YES: Said = ("I am still here", "Rydw i yma o hyd");
pub const NOT_KEPT: Said = (
    "The tablet could not keep your answers. Please tell the person who gave it to you. Then try again.",
    "Ni allai’r llechen gadw eich atebion. Dywedwch wrth y person a’i rhoddodd i chi. Yna rhowch gynnig arall.",
);

/// The words for a person who reads this language. English where there are none.
pub fn say((english, welsh): Said, language: Language) -> &'static str {
    if is_welsh(language) { welsh } else { english }
}

/// The language that [`say`] finds words in.
pub fn spoken(language: Language) -> &'static str {
    if is_welsh(language) { "cy" } else { "en" }
}

/// True when what is said is in this language.
pub fn has(language: Language) -> bool {
    language == Language::ENGLISH || is_welsh(language)
}

fn is_welsh(language: Language) -> bool {
    language.tag() == "cy"
}
