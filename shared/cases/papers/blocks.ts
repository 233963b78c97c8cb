import type { Block } from '../../kit/paper'
import { LABELLED, type pairBlock, paperDay } from './facts'

export const table = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  columns: LABELLED,
  head: null,
  rows,
})
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const para = (text: string): Block => ({ kind: 'para', text })

export function photos(title: string, { photos, left }: ReturnType<typeof pairBlock>): Block[] {
  if (photos.length === 0) return [heading(title), para('没有照片。')]
  const rest: Block[] = left > 0 ? [{ kind: 'note', text: `另有照片 ${left} 张，请在系统里查看。` }] : []
  return [heading(title), { kind: 'photos', rows: photos }, ...rest]
}

export const signed = (office: string, at: Date | null): Block[] =>
  at ? [{ kind: 'sign', office, dayZh: paperDay(at) }] : []
