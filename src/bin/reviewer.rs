//! The reviewer's program. Everything it does is in `ask_together::reviewer`.

ask_together::program!(
    ask_together::reviewer::start,
    ask_together::reviewer::DEFERRED,
    ask_together::reviewer::Deferred
);
