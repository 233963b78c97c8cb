import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'

export type BoxProps = {
  /** What the box is to a reader: an element in a browser, an aria-role inside WeChat. */
  readonly as?:
    | 'main'
    | 'section'
    | 'nav'
    | 'header'
    | 'list'
    | 'tabs'
    | 'group'
    | 'item'
    | 'page-title'
    | 'title'
    | 'status'
    | 'alert'
    | 'image'
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
  readonly label?: string
  /** Decoration: readers pass over it. */
  readonly quiet?: boolean
  readonly children?: ReactNode
}

const ROLES = {
  main: 'main',
  section: 'region',
  nav: 'navigation',
  header: 'banner',
  list: 'list',
  tabs: 'tablist',
  group: 'group',
  item: 'listitem',
  'page-title': 'heading',
  title: 'heading',
  status: 'status',
  alert: 'alert',
  image: 'img',
} as const

export const Box = ({ as, className = '', style, id, label, quiet, children }: BoxProps) => (
  <View
    className={className}
    {...(style ? { style } : {})}
    {...(id ? { id } : {})}
    {...(as && (as !== 'section' || label) ? { ariaRole: ROLES[as] } : {})}
    {...(label ? { ariaLabel: label } : {})}
    {...(quiet ? { ariaHidden: true } : {})}
  >
    {children}
  </View>
)
