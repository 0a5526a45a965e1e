//! A photo from a camera or a folder: opening it the right way up, drawing a square of it, and making
//! that small. What the browser writes anew holds the image alone: no place, no camera, no time.

use super::file::{Given, Unread};
use super::wait::within;
use super::{Failed, window};
use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageBitmap, PointerEvent,
};

#[wasm_bindgen]
extern "C" {
    // With the options, which web-sys only knows in part.
    #[wasm_bindgen(catch, js_name = createImageBitmap)]
    fn create_image_bitmap(blob: &Blob, options: &Object) -> Result<Promise, JsValue>;
}

/// Milliseconds for one step with a photo: opening it, or making it small. A large one takes some seconds.
const PATIENCE: i32 = 30_000;

/// Most bytes of a file that is opened: more than phones' cameras make.
const LARGEST_FILE: f64 = 50.0 * 1024.0 * 1024.0;

/// Pixels of a photo's side, and how much of its detail is kept, from the best to what is always
/// small enough.
const SIDES: [f64; 4] = [480.0, 400.0, 320.0, 240.0];
const QUALITIES: [f64; 4] = [0.85, 0.7, 0.55, 0.4];

/// A photo in full size, held by the browser until this is dropped.
#[derive(Debug)]
pub struct Opened(ImageBitmap);

/// A part of a photo: quarter turns to the right, then left side, top and side of a square in pixels.
pub type Part = (u8, f64, f64, f64);

impl Drop for Opened {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens a photo, turned the way that its camera was held.
pub async fn open(file: &Given) -> Result<Opened, Unread> {
    open_blob(&file.0).await
}

/// The same for one that is no file of its own.
pub(super) async fn open_blob(file: &Blob) -> Result<Opened, Unread> {
    if file.size() > LARGEST_FILE {
        return Err(Unread::TooLarge);
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"imageOrientation".into(), &"from-image".into());
    let image = create_image_bitmap(file, &options).map_err(|_| Unread::Failed)?;
    let image = within(PATIENCE, &image).await.map_err(|_| Unread::Failed)?;
    Ok(Opened(image.unchecked_into()))
}

impl Opened {
    /// Its width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        (self.0.width().into(), self.0.height().into())
    }

    /// Draws a part of it on the canvas with this id. Does nothing when that is not in the page.
    pub fn draw(&self, id: &str, part: Part) {
        let canvas = window().document().and_then(|document| document.get_element_by_id(id));
        if let Some(canvas) = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) {
            let _ = self.draw_on(&canvas, SIDES[0], part);
        }
    }

    /// A part of it as a file of at most `largest` bytes: WebP, or JPEG where the browser writes none.
    pub async fn shrink(&self, part: Part, largest: usize) -> Result<Vec<u8>, Failed> {
        let document = window().document().ok_or_else(|| Failed("no document".into()))?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let mut format = "image/webp";
        for side in SIDES {
            // Never larger than it is.
            self.draw_on(&canvas, side.min(part.3).max(1.0), part)?;
            for quality in QUALITIES {
                let mut blob = written(&canvas, format, quality).await?;
                if blob.type_() != format {
                    format = "image/jpeg";
                    blob = written(&canvas, format, quality).await?;
                }
                if blob.size() <= largest as f64 {
                    let bytes = within(PATIENCE, &blob.array_buffer()).await?;
                    return Ok(Uint8Array::new(&bytes).to_vec());
                }
            }
        }
        Err(Failed("too large".into()))
    }

    /// Draws all of it, as wide and as high as that.
    pub(super) fn draw_all(
        &self,
        context: &CanvasRenderingContext2d,
        width: f64,
        height: f64,
    ) -> Result<(), JsValue> {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&self.0, 0.0, 0.0, width, height)
    }

    fn draw_on(
        &self,
        canvas: &HtmlCanvasElement,
        pixels: f64,
        (turns, left, top, side): Part,
    ) -> Result<(), JsValue> {
        canvas.set_width(pixels as u32);
        canvas.set_height(pixels as u32);
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
        let context: CanvasRenderingContext2d = context.unchecked_into();
        let _ = Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into());
        // What a drawing leaves clear would be black as a photo.
        let _ = Reflect::set(&context, &"fillStyle".into(), &"#fff".into());
        context.fill_rect(0.0, 0.0, pixels, pixels);
        let (width, height) = self.size();
        let (wide, high) = if turns % 2 == 0 { (width, height) } else { (height, width) };
        context.scale(pixels / side, pixels / side)?;
        context.translate(wide / 2.0 - left, high / 2.0 - top)?;
        context.rotate(f64::from(turns) * core::f64::consts::FRAC_PI_2)?;
        context.draw_image_with_image_bitmap(&self.0, -width / 2.0, -height / 2.0)
    }
}

/// Where a mouse or finger is, as a share of the element that hears the event, while it is pressed.
/// From the first press on, that element hears all of them.
pub fn pressed_at(event: &impl AsRef<JsValue>) -> Option<(f64, f64)> {
    let event = event.as_ref().dyn_ref::<PointerEvent>()?;
    let element: Element = event.current_target()?.dyn_into().ok()?;
    if event.buttons() & 1 == 0 {
        return None;
    }
    let _ = element.set_pointer_capture(event.pointer_id());
    let (wide, high) = (element.client_width(), element.client_height());
    let share = |at: i32, of: i32| f64::from(at) / f64::from(of.max(1));
    Some((share(event.offset_x(), wide), share(event.offset_y(), high)))
}

pub(super) async fn written(
    canvas: &HtmlCanvasElement,
    format: &str,
    quality: f64,
) -> Result<Blob, JsValue> {
    let mut failed = None;
    let done = Promise::new(&mut |resolve, _| {
        failed =
            canvas.to_blob_with_type_and_encoder_options(&resolve, format, &quality.into()).err();
    });
    match failed {
        Some(error) => Err(error),
        None => within(PATIENCE, &done).await?.dyn_into(),
    }
}
