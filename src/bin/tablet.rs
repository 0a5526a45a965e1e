//! The program of a tablet that is handed on. Everything it does is in `ask_together::tablet`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    ask_together::tablet::start();
}
