/** What a test may look at and press: WeChat's own compiled tree, with attributes as the phone would have them. */
export type Node = {
  readonly tag: string
  readonly attr: Readonly<Record<string, unknown>>
  readonly children: readonly (Node | string)[]
}

export type Dict = Record<string, unknown>

/** An open page: its data as the view has it, and itself as the package made it. */
export type WxPage = { readonly route: string; data: Dict; readonly it: Dict }

export type Navigation = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'
