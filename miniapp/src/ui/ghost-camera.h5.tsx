import { useEffect, useRef, useState } from 'react'
import { photoStore } from '../device/photo-store.h5'
import { GHOST_FIRST, type GhostCameraProps, NO_CAMERA_ZH } from './ghost'
import { GhostFrame } from './ghost-frame'

const LONG_SIDE = 2560
const WANTED = { video: { facingMode: 'environment', width: { ideal: LONG_SIDE } }, audio: false }

/** The camera runs only while the page shows it. */
export function GhostCamera({ ghost, label, onShot, onClose, onFail }: GhostCameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const fail = useRef(onFail)
  const [strength, setStrength] = useState<string>(GHOST_FIRST)
  const [busy, setBusy] = useState(true)
  useEffect(() => {
    const opening = navigator.mediaDevices.getUserMedia(WANTED)
    opening.then(
      (stream) => {
        if (video.current) video.current.srcObject = stream
      },
      () => fail.current(NO_CAMERA_ZH),
    )
    return () => void opening.then(stop, () => {})
  }, [])

  const shoot = async () => {
    setBusy(true)
    const blob = video.current && (await frameOf(video.current))
    if (blob) onShot(await photoStore.add(blob))
    else onFail(NO_CAMERA_ZH)
  }
  return (
    <GhostFrame {...{ ghost, label, strength, busy, onClose }} onStrength={setStrength} onShoot={() => void shoot()}>
      <video ref={video} className="ghost-camera" autoPlay muted playsInline onPlaying={() => setBusy(false)} />
    </GhostFrame>
  )
}

/** A page without https is given none. */
export const hasGhostCamera = () => typeof navigator.mediaDevices?.getUserMedia === 'function'

function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}

function frameOf(video: HTMLVideoElement) {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
}
