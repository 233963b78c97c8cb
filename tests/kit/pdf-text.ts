import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader of other people sees it: pages with their size, texts and pictures, and the fonts inside. */
export async function readPdf(bytes: Uint8Array) {
  const doc = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = []
  const fonts = new Map<string, boolean>()
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n)
    const { items } = await page.getTextContent()
    const ops = await page.getOperatorList()
    ops.fnArray.forEach((fn, i) => {
      if (fn !== OPS.setFont) return
      const font = page.commonObjs.get(ops.argsArray[i][0])
      fonts.set(String(font.name), font.missingFile !== true && font.data !== undefined)
    })
    const pictures = ops.fnArray.filter((fn) => fn === OPS.paintImageXObject).length
    const marks = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
    pages.push({
      ...page.getViewport({ scale: 1 }),
      pictures,
      /** What stands on one height, as one line. */
      lines: linesOf(marks.map(({ str, transform }) => ({ str, x: Number(transform[4]), y: Number(transform[5]) }))),
    })
  }
  const info: object = (await doc.getMetadata()).info
  await doc.destroy()
  const text = pages
    .flatMap(({ lines }) => lines.map((line) => line.text))
    .join('')
    .replaceAll(' ', '')
  return { pages, text, fonts, info }
}

type Mark = { readonly str: string; readonly x: number; readonly y: number }

function linesOf(marks: readonly Mark[]) {
  const lines = new Map<number, Mark[]>()
  for (const mark of marks) {
    const y = Math.round(mark.y)
    lines.set(y, [...(lines.get(y) ?? []), mark])
  }
  return [...lines].map(([y, of]) => {
    const sorted = [...of].sort((a, b) => a.x - b.x)
    return { y, x: sorted[0]?.x ?? 0, text: sorted.map(({ str }) => str).join('') }
  })
}
