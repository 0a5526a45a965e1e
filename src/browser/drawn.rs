//! A drawing (SVG) as an address that an `img` shows, and as pixels.

use super::photo_file::written;
use super::wait::within;
use super::{Failed, window};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

#[wasm_bindgen]
extern "C" {
    /// An `img` that is in no page.
    type Image;
    #[wasm_bindgen(constructor)]
    fn new() -> Image;
    #[wasm_bindgen(method, setter)]
    fn set_src(this: &Image, address: &str);
    #[wasm_bindgen(method, catch)]
    fn decode(this: &Image) -> Result<Promise, JsValue>;

    /// What draws such an `img`.
    type Pen;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw_image(
        this: &Pen,
        image: &Image,
        x: f64,
        y: f64,
        wide: f64,
        high: f64,
    ) -> Result<(), JsValue>;
}

/// Milliseconds to draw one. A browser that takes longer has lost it.
const PATIENCE: i32 = 20_000;

/// An address for a drawing. It holds the drawing itself.
pub fn address(svg: &str) -> String {
    let svg = String::from(js_sys::encode_uri_component(svg));
    ["data:image/svg+xml,", &svg].concat()
}

/// What is at such an address, as a PNG of so many pixels on white.
///
/// # Errors
/// Where the browser can't draw it.
pub async fn png(address: &str, (wide, high): (u32, u32)) -> Result<Vec<u8>, Failed> {
    let image = Image::new();
    image.set_src(address);
    within(PATIENCE, &image.decode()?).await?;
    let document = window().document().ok_or_else(|| Failed("no document".into()))?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(wide);
    canvas.set_height(high);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let (wide, high) = (f64::from(wide), f64::from(high));
    let pen: &CanvasRenderingContext2d = context.unchecked_ref();
    let _ = js_sys::Reflect::set(&context, &"fillStyle".into(), &"#fff".into());
    pen.fill_rect(0.0, 0.0, wide, high);
    context.unchecked_ref::<Pen>().draw_image(&image, 0.0, 0.0, wide, high)?;
    let blob = written(&canvas, "image/png", 1.0).await?;
    let bytes = within(PATIENCE, &blob.array_buffer()).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
