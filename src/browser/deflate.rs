//! Raw DEFLATE (RFC 1951) by the browser's own compression streams, which cost no download.

use super::Failed;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

// web-sys still counts these as unstable, though every browser has had them since 2023.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

const RAW: &str = "deflate-raw";

/// Why bytes could not be inflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotInflate {
    /// They are not deflated bytes.
    Damaged,
    /// They swell past the cap.
    TooLarge,
}

/// Deflated bytes.
pub async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Failed> {
    let stream = CompressionStream::new(RAW)?;
    match read_through(bytes, stream.unchecked_ref(), usize::MAX).await {
        Ok(Some(deflated)) => Ok(deflated),
        Ok(None) => unreachable!("there is no cap"),
        Err(error) => Err(error.into()),
    }
}

/// The bytes that were deflated, at most `most` of them. A small hostile input that swells
/// without end is stopped at the cap, not read to its end.
pub async fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>, CannotInflate> {
    let stream = DecompressionStream::new(RAW).map_err(|_| CannotInflate::Damaged)?;
    match read_through(bytes, stream.unchecked_ref(), most).await {
        Ok(Some(inflated)) => Ok(inflated),
        Ok(None) => Err(CannotInflate::TooLarge),
        Err(_) => Err(CannotInflate::Damaged),
    }
}

/// What comes out of a stream, or `None` once it is more than `most` bytes.
async fn read_through(
    bytes: &[u8],
    through: &ReadableWritablePair,
    most: usize,
) -> Result<Option<Vec<u8>>, JsValue> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts)?;
    let stream: ReadableStream = source.stream().pipe_through(through);
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await?;
        if Reflect::get(&part, &"done".into())?.is_truthy() {
            return Ok(Some(out));
        }
        let chunk: Uint8Array = Reflect::get(&part, &"value".into())?.unchecked_into();
        if out.len() + chunk.length() as usize > most {
            // Nobody waits for the answer: the stream is let go either way.
            let _ = reader.cancel();
            return Ok(None);
        }
        out.extend(chunk.to_vec());
    }
}
