/** The bytes of a text of plain ASCII, which all our codes are made of: WeChat's runtime has no TextEncoder. */
export const asciiBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 127)
