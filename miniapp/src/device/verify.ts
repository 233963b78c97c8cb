export type Signed = {
  readonly snapshot: string
  readonly sha256: string
  readonly publicKey: string
  readonly signature: string
}

/** WeChat has no WebCrypto: null, then the server's word stands. */
export const verifyHere = (_signed: Signed): Promise<boolean | null> => Promise.resolve(null)
