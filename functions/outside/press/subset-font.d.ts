declare module 'subset-font' {
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype'
      readonly variationAxes: Readonly<Record<string, number>>
      readonly dropTables: readonly string[]
    },
  ): Promise<Uint8Array>
  export = subsetFont
}
