declare module 'uqrcodejs' {
  /** What of it the house uses: it makes the modules, the drawing is ours. */
  class UQRCode {
    static readonly errorCorrectLevel: {
      readonly L: number
      readonly M: number
      readonly Q: number
      readonly H: number
    }
    data: string
    errorCorrectLevel: number
    readonly moduleCount: number
    make(): void
    isBlack(row: number, column: number): boolean
  }
  export = UQRCode
}
