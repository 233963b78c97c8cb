import { ICON_NAMES, type IconName } from '../../ui/icons'

const OF_GROUP: Readonly<Record<string, IconName>> = {
  A: 'trash',
  B: 'building-store',
  C: 'car',
  D: 'tools',
  E: 'leaf',
  F: 'home',
  G: 'building-store',
  H: 'users',
  I: 'wind',
  J: 'message-question',
}

/** What a category's row has no picture of its own for takes its group's. */
export function categoryIcon({ icon, groupCode }: { icon: string; groupCode: string }): IconName {
  const own = ICON_NAMES.find((name) => name === icon)
  return own && own !== 'alert-circle' ? own : (OF_GROUP[groupCode] ?? 'alert-circle')
}
