//! A connection to a browser beside this one (WebRTC). It carries messages of bytes.
//!
//! **Invariant:** no server is asked, not even for this device's own address: there are no
//! `iceServers`. So only devices on the same network find each other.
//!
//! Absent: how the two descriptions get from one device to the other. People carry them.

use super::wait::within;
use super::{Failed, window};
use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    MessageEvent, RtcDataChannel, RtcDataChannelInit, RtcDataChannelType, RtcIceGatheringState,
    RtcPeerConnection, RtcPeerConnectionState, RtcSdpType, RtcSessionDescriptionInit,
};

/// Milliseconds for one step of finding each other.
const PATIENCE: i32 = 10_000;

/// What came from the connection.
pub enum Heard {
    /// It is there, or there again.
    Open,
    /// A message.
    Bytes(Vec<u8>),
    /// Nothing comes through. It may come back by itself.
    Silent,
    /// It is over.
    Over,
}

/// Who hears of it.
type Ear = Rc<RefCell<dyn FnMut(Heard)>>;

/// One end of a connection. It is over when this is dropped.
pub struct Peer {
    connection: RtcPeerConnection,
    channel: RtcDataChannel,
    /// What the browser calls. Held for as long as it may.
    _calls: [Closure<dyn FnMut(JsValue)>; 4],
}

/// True where the browser can connect to others at all. Some are told not to.
pub fn is_there() -> bool {
    Reflect::get(&window(), &"RTCPeerConnection".into()).is_ok_and(|made| made.is_function())
}

impl Peer {
    /// One end, which is connected to nothing yet.
    pub fn new(hear: impl FnMut(Heard) + 'static) -> Result<Self, Failed> {
        let connection = RtcPeerConnection::new()?;
        // Both ends name the same channel, so neither has to wait to be told of it.
        let plan = RtcDataChannelInit::new();
        plan.set_negotiated(true);
        plan.set_id(0);
        let channel = connection.create_data_channel_with_data_channel_dict("", &plan);
        channel.set_binary_type(RtcDataChannelType::Arraybuffer);
        let ear: Ear = Rc::new(RefCell::new(hear));
        let tell = |ear: &Ear, heard| (ear.borrow_mut())(heard);
        let open = {
            let ear = ear.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |_| tell(&ear, Heard::Open))
        };
        let message = {
            let ear = ear.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
                let data = event.unchecked_into::<MessageEvent>().data();
                // Text is none of ours: an empty message is no message, and tells the caller so.
                let bytes = data.dyn_into::<ArrayBuffer>().map(|data| Uint8Array::new(&data));
                tell(&ear, Heard::Bytes(bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()));
            })
        };
        let close = {
            let ear = ear.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |_| tell(&ear, Heard::Over))
        };
        let state = {
            let (connection, channel) = (connection.clone(), channel.clone());
            Closure::<dyn FnMut(JsValue)>::new(move |_| match connection.connection_state() {
                RtcPeerConnectionState::Disconnected => tell(&ear, Heard::Silent),
                RtcPeerConnectionState::Failed => tell(&ear, Heard::Over),
                // The first time, the channel says so itself.
                RtcPeerConnectionState::Connected if is_open(&channel) => tell(&ear, Heard::Open),
                _ => {}
            })
        };
        channel.set_onopen(Some(open.as_ref().unchecked_ref()));
        channel.set_onmessage(Some(message.as_ref().unchecked_ref()));
        channel.set_onclose(Some(close.as_ref().unchecked_ref()));
        connection.set_onconnectionstatechange(Some(state.as_ref().unchecked_ref()));
        Ok(Self { connection, channel, _calls: [open, message, close, state] })
    }

    /// The handle on the same connection for a task of its own.
    pub fn line(&self) -> Line {
        Line(self.connection.clone())
    }

    /// Sends a message. False when it can't be.
    pub fn send(&self, bytes: &[u8]) -> bool {
        is_open(&self.channel) && self.channel.send_with_u8_array(bytes).is_ok()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // Nobody is told of an end that they made themselves.
        self.channel.set_onopen(None);
        self.channel.set_onmessage(None);
        self.channel.set_onclose(None);
        self.connection.set_onconnectionstatechange(None);
        self.connection.close();
    }
}

/// What two ends do to find each other.
pub struct Line(RtcPeerConnection);

impl Line {
    /// Offers a connection. Comes back with this end's description.
    pub async fn offer(&self) -> Result<String, Failed> {
        let offer = within(PATIENCE, &self.0.create_offer()).await?;
        self.describe(&offer).await
    }

    /// Takes in an offer. Comes back with this end's description.
    pub async fn answer(&self, offer: &str) -> Result<String, Failed> {
        self.hear(RtcSdpType::Offer, offer).await?;
        let answer = within(PATIENCE, &self.0.create_answer()).await?;
        self.describe(&answer).await
    }

    /// Takes in the answer to an offer.
    pub async fn accept(&self, answer: &str) -> Result<(), Failed> {
        self.hear(RtcSdpType::Answer, answer).await
    }

    async fn hear(&self, kind: RtcSdpType, description: &str) -> Result<(), Failed> {
        let heard = RtcSessionDescriptionInit::new(kind);
        heard.set_sdp(description);
        within(PATIENCE, &self.0.set_remote_description(&heard)).await?;
        Ok(())
    }

    /// Sets this end's description, and waits until it says every way to reach this device.
    async fn describe(&self, description: &JsValue) -> Result<String, Failed> {
        within(PATIENCE, &self.0.set_local_description(description.unchecked_ref())).await?;
        let connection = self.0.clone();
        let gathered = Promise::new(&mut |done, _| {
            let waiting = connection.clone();
            let call = move || {
                if waiting.ice_gathering_state() == RtcIceGatheringState::Complete {
                    let _ = done.call0(&JsValue::NULL);
                }
            };
            call();
            // Small, and made once for each code.
            let call = Closure::<dyn FnMut()>::new(call).into_js_value();
            connection.set_onicegatheringstatechange(Some(call.unchecked_ref()));
        });
        // What was found by then may be enough.
        let _ = within(PATIENCE, &gathered).await;
        let description = self.0.local_description();
        description.map(|made| made.sdp()).ok_or_else(|| Failed("no description".into()))
    }
}

fn is_open(channel: &RtcDataChannel) -> bool {
    channel.ready_state() == web_sys::RtcDataChannelState::Open
}
