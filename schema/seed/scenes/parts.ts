/** The parts our own flat pictures are made of; a picture is 320 by 240. */

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${more}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}"${more}/>`
export const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
export const disc = (cx: number, cy: number, r: number, fill: string) =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`
export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${more}/>`
export const at = (x: number, y: number, inside: string, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${inside}</g>`
export const times = (count: number, draw: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

export const sky = (top: string, bottom: string) =>
  `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${rect(0, 0, 320, 240, 'url(#sky)')}`

/** Slabs that grow towards the viewer; every third one is of the other colour. */
export function paving(top: number, base: string, slab: string) {
  const rows: string[] = []
  let [y, height, row] = [top, 7, 0]
  while (y < 240) {
    const width = height * 3.4
    rows.push(
      times(Math.ceil(320 / width) + 1, (i) =>
        (i + row) % 3 === 0 ? rect(i * width - ((row % 2) * width) / 2, y, width - 2, height - 1, slab) : '',
      ),
    )
    y += height + 1.5
    height *= 1.28
    row++
  }
  return rect(0, top, 320, 240 - top, base) + rows.join('')
}

const WALLS = ['#b3aa9a', '#a8b0ab', '#bda98f', '#a7a3a9']
export const wallColour = (tone: number, i = 0) => WALLS[(tone + i) % WALLS.length] ?? '#b3aa9a'

/** A row of houses along a street. */
const houses = (tone: number) =>
  [
    [0, 26, 112],
    [110, 44, 96],
    [204, 18, 116],
  ]
    .map(([x = 0, y = 0, w = 0], i) =>
      [
        rect(x, y, w, 146 - y, wallColour(tone, i)),
        rect(x, y, w, 5, '#7f7a70'),
        times(3, (k) => rect(x + 12 + (k * (w - 18)) / 3, y + 18, 20, 26, '#7f97a1')),
        times(3, (k) => rect(x + 12 + (k * (w - 18)) / 3, y + 18, 20, 4, '#97adb5')),
      ].join(''),
    )
    .join('')

export const street = (tone: number) =>
  sky('#bcd3df', '#eceadf') + houses(tone) + paving(146, '#a9aaa4', '#9d9f99') + rect(0, 214, 320, 4, '#c9a94e')

export const tree = (x: number, y: number, leaf = '#6f9c79') =>
  at(x, y, rect(-3, 0, 6, 40, '#7b6a4f') + disc(0, -14, 25, leaf) + disc(-8, -20, 15, '#84ad8b'))

export const cone = (x: number, y: number) =>
  at(
    x,
    y,
    path('M-9 0 L-3 -34 h6 L9 0z', '#d2602f') +
      path('M-6.500 -14 l1.800 -9 h9.400 l1.800 9z', '#ece6da') +
      rect(-15, 0, 30, 5, '#b54a22'),
  )

export const person = (x: number, y: number, coat: string, cap: string | null = null) =>
  at(
    x,
    y,
    [
      disc(0, -6, 8, '#e0b995'),
      path('M-8 -8 q8 -12 16 0z', cap ?? '#33302d'),
      path('M-11 40 q0 -36 11 -36 q11 0 11 36z', coat),
      stroke('M-5 40 v14 M5 40 v14', '#39444b', 6),
    ].join(''),
  )

export const car = (x: number, y: number, colour: string) =>
  at(
    x,
    y,
    [
      path('M-56 0 q0 -20 20 -22 l16 -20 q3 -4 9 -4 h28 q6 0 10 4 l14 20 q18 3 18 22z', colour),
      path('M-31 -23 l12 -15 h16 v15z M2 -23 v-15 h15 l11 15z', '#b9cdd4'),
      rect(-56, -3, 115, 6, '#3d474c'),
      disc(-32, 3, 12, '#23292c'),
      disc(34, 3, 12, '#23292c'),
      disc(-32, 3, 5, '#9aa4a6'),
      disc(34, 3, 5, '#9aa4a6'),
      rect(48, -14, 9, 5, '#e9d9a0'),
    ].join(''),
  )

const ring = (cx: number, cy: number) =>
  `<circle cx="${cx}" cy="${cy}" r="14" fill="none" stroke="#272d31" stroke-width="4"/>`

export const bike = (x: number, y: number, colour: string) =>
  at(
    x,
    y,
    [
      ring(-22, -15) + ring(24, -15),
      stroke('M-22 -15 L-6 -34 L16 -34 L24 -15 M-6 -34 L2 -15 L-22 -15 M16 -34 L13 -46 h8 M2 -15 L16 -34', colour, 4.5),
      rect(-15, -41, 18, 6, '#2b3236', ' rx="3"'),
    ].join(''),
  )

export const bag = (x: number, y: number, colour: string, scale = 1) =>
  at(
    x,
    y,
    path('M-26 0 q-6 -26 18 -30 l-4 -8 q9 -6 16 0 l-3 8 q24 6 22 30z', colour) + stroke('M-9 -29 h18', '#00000033', 2),
    scale,
  )

/** A wheelie bin, with its lid shut or pushed up by what does not fit. */
export const bin = (x: number, y: number, colour: string, isFull: boolean) =>
  at(
    x,
    y,
    [
      isFull ? bag(4, -66, '#dcd8cc', 0.8) : '',
      path('M-26 -68 h52 l-5 68 h-42z', colour),
      isFull ? path('M-30 -76 l58 -14 3 9 -58 14z', '#4a5358') : rect(-30, -76, 60, 10, '#4a5358', ' rx="3"'),
      rect(-11, -46, 22, 20, '#dfe3dd', ' rx="3"'),
      disc(-17, 1, 5, '#2b3236'),
      disc(17, 1, 5, '#2b3236'),
    ].join(''),
  )

export const litter = (y: number) =>
  [
    at(52, y, rect(0, 0, 16, 8, '#c2604a', ' rx="4"')),
    at(118, y + 14, rect(0, 0, 10, 10, '#7fa9b8', ' rx="2" transform="rotate(18)"')),
    at(206, y + 4, path('M0 0 l26 4 l-5 11 l-24 -4z', '#e6e2d6')),
    at(262, y + 18, rect(0, 0, 20, 7, '#d8b24c', ' rx="3"')),
    at(88, y + 24, path('M0 0 l14 -3 l4 9 l-16 4z', '#dcd8cc')),
  ].join('')
