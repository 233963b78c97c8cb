import { Image } from '@tarojs/components'

export type PicProps = {
  readonly src: string
  /** Says what is on it: 整改前照片，6月27日 10:21，新建路. Empty for decoration. */
  readonly label: string
  readonly className?: string
  readonly fit?: 'cover' | 'contain'
}

export const Pic = ({ src, label, className = '', fit = 'cover' }: PicProps) => (
  <Image
    className={`pic ${className}`}
    src={src}
    mode={fit === 'cover' ? 'aspectFill' : 'aspectFit'}
    lazyLoad
    {...(label === '' ? { ariaHidden: true } : { ariaRole: 'img', ariaLabel: label })}
  />
)
