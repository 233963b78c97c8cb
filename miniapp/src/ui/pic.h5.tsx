import type { PicProps } from './pic'

export const Pic = ({ src, label, className = '', fit = 'cover' }: PicProps) => (
  <img className={`pic pic-${fit} ${className}`} src={src} alt={label} loading="lazy" decoding="async" />
)
