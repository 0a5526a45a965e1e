//! The organiser's program. Everything it does is in `ask_together::organiser`.
fn main() {
    #[cfg(target_arch = "wasm32")]
    ask_together::organiser::start();
}
