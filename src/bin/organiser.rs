//! The organiser's program. Everything it does is in `ask_together::organiser`.

ask_together::program!(
    ask_together::organiser::start,
    ask_together::organiser::LATER,
    ask_together::organiser::Later
);
