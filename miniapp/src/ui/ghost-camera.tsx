import { Camera } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { keepPhoto } from '../device/keep-photo'
import { GHOST_FIRST, type GhostCameraProps, NO_CAMERA_ZH } from './ghost'
import { GhostFrame } from './ghost-frame'

/** WeChat draws its camera in the page's own layer, so that a picture can lie over it. */
export function GhostCamera({ ghost, label, onShot, onClose, onFail }: GhostCameraProps) {
  const [strength, setStrength] = useState<string>(GHOST_FIRST)
  const [busy, setBusy] = useState(false)
  const shoot = () => {
    setBusy(true)
    Taro.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => void keepPhoto(tempImagePath).then(onShot),
      fail: () => onFail(NO_CAMERA_ZH),
      complete: () => setBusy(false),
    })
  }
  return (
    <GhostFrame {...{ ghost, label, strength, busy, onClose }} onStrength={setStrength} onShoot={shoot}>
      <Camera className="ghost-camera" devicePosition="back" flash="off" onError={() => onFail(NO_CAMERA_ZH)} />
    </GhostFrame>
  )
}

/** Every phone that runs WeChat has one. */
export const hasGhostCamera = () => true
