const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** ISO 7064 mod 37,36 over digits and capital letters: finds every wrong sign, and of swaps of neighbours all but 1 in 630. */
export function checkSign(text: string) {
  const product = [...text].reduce((carry, sign) => (((carry + SIGNS.indexOf(sign)) % 36 || 36) * 2) % 37, 36)
  return SIGNS[(37 - product) % 36] ?? ''
}

type Parts = { readonly year: number; readonly area: string; readonly serial: number }

/** 证明编号: ZM-年-区划-序号-校验, gapless within a year. */
export function certificateNumber({ year, area, serial }: Parts) {
  const letters = area.toUpperCase().replace(/[^\dA-Z]/g, '')
  const parts = ['ZM', String(year), letters, String(serial).padStart(6, '0')]
  return [...parts, checkSign(parts.join(''))].join('-')
}

export function isCertificateNumber(text: string) {
  const parts = text.split('-')
  return /^ZM-\d{4}-[\dA-Z]+-\d{6,}-[\dA-Z]$/.test(text) && checkSign(parts.slice(0, -1).join('')) === parts.at(-1)
}
