//! The participant's program. Everything it does is in `ask_together::participant`.
fn main() {
    #[cfg(target_arch = "wasm32")]
    ask_together::participant::start();
}
