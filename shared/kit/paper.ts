/** 版面 of GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters. 29 pt a line would hold 21 only. */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  leftMm: 28,
  textWidthMm: 156,
  textHeightMm: 225,
  chars: 28,
  linePt: 28.95,
  /** 页码 under the type area. */
  numberMm: 7,
} as const

export const MM = 72 / 25.4

/** 宋, 黑 and the heavy 宋 of titles; what the standard asks for and what stands in for it is told by FONTS_ZH. */
export const FACES = ['song', 'hei', 'title'] as const
export type Face = (typeof FACES)[number]

export const FONTS_ZH =
  '版心、行数、字数和页码按 GB/T 9704—2012；版头和表格按办公惯例。本系统没有仿宋、楷体和小标宋字库：以 Noto Serif SC 代仿宋、楷体，以其粗体代小标宋，以 Noto Sans SC 代黑体。'

/** A photo by its file; one that cannot be read leaves its frame. */
export type Shot = { readonly fileId: string; readonly caption: string }

export type Block =
  | { readonly kind: 'para' | 'heading' | 'addressee' | 'note'; readonly text: string }
  /** `columns` share the width in these parts; label columns are set in 黑体. `head` comes again on every page. */
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly share: number; readonly isLabel: boolean }[]
      readonly head: readonly string[] | null
      readonly rows: readonly (readonly string[])[]
    }
  /** Two side by side. */
  | { readonly kind: 'photos'; readonly rows: readonly (readonly (Shot | null)[])[] }
  /** A QR code at the left, its caption under it. */
  | { readonly kind: 'code'; readonly text: string; readonly caption: string }
  | { readonly kind: 'sign'; readonly office: string; readonly dayZh: string }

/** A paper before anything of it is drawn. */
export type Paper = {
  /** 发文机关标志, red above a red rule; null for a paper that is no letter. */
  readonly masthead: string | null
  readonly number: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export const shotsOf = ({ blocks }: Paper) =>
  blocks.flatMap((block) => (block.kind === 'photos' ? block.rows.flat().flatMap((one) => one?.fileId ?? []) : []))
