export type TxtSize =
  | 'display'
  | 'title-1'
  | 'title-2'
  | 'title-3'
  | 'body'
  | 'caption'
  | 'micro'
  | 'number-xl'
  | 'number-l'
export type TxtTone = 'main' | 'second' | 'third' | 'brand' | 'ok' | 'warn' | 'danger' | 'honor' | 'on-dark' | 'inherit'

export type TxtLook = {
  readonly size?: TxtSize
  readonly tone?: TxtTone
  readonly strong?: boolean
  /** A paragraph of its own instead of a piece of a line. */
  readonly block?: boolean
  /** One line, the rest cut off. */
  readonly cut?: boolean
  /** Figures of one width. */
  readonly num?: boolean
  readonly className?: string
}

export const txtClass = ({ size, tone, strong, block, cut, num, className }: TxtLook) =>
  [
    'txt',
    size ? `txt-${size}` : '',
    tone ? `tone-${tone}` : '',
    strong ? 'txt-strong' : '',
    block ? 'txt-block' : '',
    cut ? 'txt-cut' : '',
    num ? 'txt-num' : '',
    className ?? '',
  ]
    .filter(Boolean)
    .join(' ')
