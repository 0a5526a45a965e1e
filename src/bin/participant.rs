//! The participant's program. Everything it does is in `ask_together::participant`.

ask_together::program!(
    ask_together::participant::start,
    ask_together::participant::DEFERRED,
    ask_together::participant::Deferred
);
