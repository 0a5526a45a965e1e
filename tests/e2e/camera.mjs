// A camera for a browser that has none. It stands where the browser would ask for a real one, so all behind that is real.

/** For a profile's `prepare`: a camera that sees what is held in front of it. It notes when it is off. */
export function camera() {
  // A window has no camera before it shows a page of ours.
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 640];
    const context = canvas.getContext("2d");
    const image = new Image();
    image.src = window.heldInFront;
    await image.decode();
    const stream = canvas.captureStream();
    const [track] = stream.getTracks();
    const draw = () => {
      context.fillStyle = "#888";
      context.fillRect(0, 0, 640, 640);
      context.drawImage(image, 80, 80, 480, 480);
      if (track.readyState === "ended") window.cameraIsOff = true;
      else requestAnimationFrame(draw);
    };
    draw();
    return stream;
  };
}

/** The same for a camera that a person does not allow. */
export function refuse() {
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
}

/** Holds a picture, as PNG, in front of the camera of a page. */
export const hold = (page, png) =>
  page.evaluate((picture) => (window.heldInFront = picture), `data:image/png;base64,${png.toString("base64")}`);
