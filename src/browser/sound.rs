//! A short sound, for somebody who looks elsewhere. A browser that makes none stays silent.

use wasm_bindgen::JsValue;
use web_sys::AudioContext;

/// How high it is, in hertz.
const PITCH: f32 = 880.0;
/// How loud, where 1 is as loud as it gets.
const LOUDNESS: f32 = 0.2;
/// How long, in seconds.
const LENGTH: f64 = 0.12;

/// The sound that says that something was read.
pub fn beep() {
    let _ = play();
}

fn play() -> Result<(), JsValue> {
    let context = AudioContext::new()?;
    let (tone, loudness) = (context.create_oscillator()?, context.create_gain()?);
    tone.frequency().set_value(PITCH);
    loudness.gain().set_value(LOUDNESS);
    tone.connect_with_audio_node(&loudness)?;
    loudness.connect_with_audio_node(&context.destination())?;
    tone.start()?;
    tone.stop_with_when(context.current_time() + LENGTH)
}
