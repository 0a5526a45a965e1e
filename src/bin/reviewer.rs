//! The reviewer's program. Everything it does is in `ask_together::reviewer`.
fn main() {
    #[cfg(target_arch = "wasm32")]
    ask_together::reviewer::start();
}
