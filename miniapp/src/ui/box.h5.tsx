import { createElement } from 'react'
import type { BoxProps } from './box'

const TAGS = {
  main: ['main', undefined],
  section: ['section', undefined],
  nav: ['nav', undefined],
  header: ['header', undefined],
  list: ['div', 'list'],
  tabs: ['div', 'tablist'],
  group: ['div', 'group'],
  item: ['div', 'listitem'],
  'page-title': ['h1', undefined],
  title: ['h2', undefined],
  status: ['div', 'status'],
  alert: ['div', 'alert'],
  image: ['div', 'img'],
} as const

export function Box({ as, className = '', style, id, label, quiet, children }: BoxProps) {
  const [tag, role] = as ? TAGS[as] : (['div', undefined] as const)
  const aria = { role, 'aria-label': label, 'aria-hidden': quiet || undefined }
  return createElement(tag, { className, style, id, ...aria }, children)
}
