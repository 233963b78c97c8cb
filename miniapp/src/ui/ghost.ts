/** The photo from before, laid over what the camera sees now. */
export type GhostCameraProps = {
  readonly ghost: string
  /** 整改前照片 */
  readonly label: string
  /** The reference of the photo, kept on this phone. */
  readonly onShot: (ref: string) => void
  readonly onClose: () => void
  /** No camera, or it may not be used: the sentence to show. */
  readonly onFail: (zh: string) => void
}

export const GHOST_STRENGTHS = [
  { id: '0.2', zh: '淡' },
  { id: '0.45', zh: '中' },
  { id: '0.7', zh: '浓' },
] as const
export const GHOST_FIRST = '0.45'
export const NO_CAMERA_ZH = '没有打开相机。请在设置里允许使用相机，或改用“拍照”'
