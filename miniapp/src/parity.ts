/** What has two bodies has one face: `tsc` fails where a browser's file drifts from WeChat's. A test keeps the list whole. */
type Same<A, B extends A> = B

export type Parity = [
  Same<typeof import('./api/sign-in'), typeof import('./api/sign-in.h5')>,
  Same<typeof import('./api/upload'), typeof import('./api/upload.h5')>,
  Same<typeof import('./api/wire'), typeof import('./api/wire.h5')>,
  Same<typeof import('./device/locate'), typeof import('./device/locate.h5')>,
  Same<typeof import('./device/photos'), typeof import('./device/photos.h5')>,
  Same<typeof import('./device/choose-place'), typeof import('./device/choose-place.h5')>,
  Same<typeof import('./device/preview'), typeof import('./device/preview.h5')>,
  Same<typeof import('./device/scan'), typeof import('./device/scan.h5')>,
  Same<typeof import('./device/speak'), typeof import('./device/speak.h5')>,
  Same<typeof import('./device/watch-network'), typeof import('./device/watch-network.h5')>,
  Same<typeof import('./ui/area'), typeof import('./ui/area.h5')>,
  Same<typeof import('./ui/box'), typeof import('./ui/box.h5')>,
  Same<typeof import('./ui/date-pick'), typeof import('./ui/date-pick.h5')>,
  Same<typeof import('./ui/input'), typeof import('./ui/input.h5')>,
  Same<typeof import('./ui/keys'), typeof import('./ui/keys.h5')>,
  Same<typeof import('./ui/map-view'), typeof import('./ui/map-view.h5')>,
  Same<typeof import('./ui/pic'), typeof import('./ui/pic.h5')>,
  Same<typeof import('./ui/select'), typeof import('./ui/select.h5')>,
  Same<typeof import('./ui/share-tap'), typeof import('./ui/share-tap.h5')>,
  Same<typeof import('./ui/sheet'), typeof import('./ui/sheet.h5')>,
  Same<typeof import('./ui/tap'), typeof import('./ui/tap.h5')>,
  Same<typeof import('./ui/txt'), typeof import('./ui/txt.h5')>,
  Same<typeof import('./ui/wide'), typeof import('./ui/wide.h5')>,
  Same<typeof import('./ui/window-frame'), typeof import('./ui/window-frame.h5')>,
]
