import { Box } from './box'
import { Pic } from './pic'
import { Tap } from './tap'
import { Txt } from './txt'

export type PhotoProps = {
  readonly src: string
  /** What it shows; badge and caption are said before it. */
  readonly label: string
  /** 06-27 10:21 新建路, on the picture's dark foot. */
  readonly caption?: string
  readonly badge?: { readonly zh: string; readonly ok?: boolean }
  readonly className?: string
  readonly onTap?: () => void
}

export function Photo({ src, label, caption, badge, className = '', onTap }: PhotoProps) {
  const full = [badge?.zh, caption, label].filter(Boolean).join('，')
  const inside = (
    <>
      <Pic src={src} label={full} className="photo-pic" />
      {badge && (
        <Box quiet className={`photo-badge${badge.ok ? ' is-ok' : ''}`}>
          <Txt strong>{badge.zh}</Txt>
        </Box>
      )}
      {caption && (
        <Box quiet className="photo-caption">
          <Txt num>{caption}</Txt>
        </Box>
      )}
    </>
  )
  const look = `photo ${className}`
  return onTap ? (
    <Tap className={look} label={`${full}，查看大图`} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <Box className={look}>{inside}</Box>
  )
}
