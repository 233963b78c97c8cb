import type { Scene } from './look'
import {
  at,
  bag,
  bike,
  bin,
  car,
  disc,
  litter,
  oval,
  path,
  paving,
  person,
  rect,
  street,
  stroke,
  times,
  tree,
  wallColour,
} from './parts'

/** 垃圾桶满溢 */
export const bins: Scene = ({ side, tone }) =>
  [
    rect(0, 0, 320, 116, wallColour(tone)),
    times(9, (i) => rect(0, 10 + i * 12, 320, 2, '#00000014')),
    paving(112, '#a9aaa4', '#9a9c97'),
    bin(126, 158, '#3f6f5c', false),
    bin(202, 158, '#5c646c', side === 'before'),
    side === 'before'
      ? bag(90, 180, '#d3cec0') + bag(252, 184, '#3b474e') + at(128, 168, rect(0, 0, 48, 26, '#b58d5f')) + litter(200)
      : stroke('M70 176 H256', '#8f918c', 3),
  ].join('')

/** 流动摊点、出店经营 */
export const stalls: Scene = ({ side, tone }) => {
  const stall = (x: number, roof: string) =>
    at(
      x,
      178,
      [
        stroke('M0 -6 V-82', '#5b5148', 4),
        path('M-46 -64 q46 -54 92 0z', roof),
        path('M-16 -64 q16 -54 32 0z', '#e9dccb'),
        rect(-42, -28, 84, 30, '#8b6a44'),
        times(6, (i) => disc(-34 + i * 14, -32, 7, ['#7ea552', '#c9503f', '#d69a3a'][i % 3] ?? '#7ea552')),
      ].join(''),
    )
  return (
    street(tone) +
    (side === 'before'
      ? stall(82, '#b5503f') + stall(206, '#3f7f93') + person(278, 136, '#5b6b80')
      : tree(66, 112) + tree(166, 112) + tree(266, 112))
  )
}

/** 非机动车占盲道 */
export const bikes: Scene = ({ side, tone }) => {
  const parked: [number, number, string][] =
    side === 'before'
      ? [
          [92, 192, '#3d6690'],
          [152, 188, '#8d3b38'],
          [212, 196, '#3c464c'],
          [270, 186, '#4d7a5c'],
        ]
      : [
          [196, 158, '#3d6690'],
          [240, 158, '#8d3b38'],
          [284, 158, '#3c464c'],
        ]
  return [
    rect(0, 0, 320, 112, wallColour(tone, 1)),
    times(
      4,
      (i) =>
        rect(8 + i * 80, 16, 64, 74, '#8a9ea6') +
        rect(8 + i * 80, 12, 64, 12, ['#a04a3e', '#3d6f66', '#a9812f', '#3f6a86'][(i + tone) % 4] ?? '#a04a3e'),
    ),
    paving(108, '#a8a8a1', '#9a9b96'),
    path('M78 108 h50 l-34 132 h-86z', '#cfa640'),
    times(7, (i) => stroke(`M${90 - i * 8} ${122 + i * 18} h${34 + i * 4}`, '#b38c2c', 3)),
    parked.map(([x, y, colour]) => bike(x, y, colour)).join(''),
  ].join('')
}

/** 小广告 */
export const ads: Scene = ({ side, tone }) => {
  const sheets: [number, number, number, string][] = [
    [60, 46, -8, '#dedacb'],
    [128, 34, 6, '#cdbd5c'],
    [204, 66, -4, '#d8cfc6'],
    [84, 112, 10, '#b9cdd0'],
    [160, 118, -7, '#e0dccf'],
    [240, 132, 5, '#cf9c95'],
  ]
  const sheet = ([x, y, turn, fill]: [number, number, number, string]) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})">${rect(0, 0, 58, 50, fill)}${times(3, (i) => rect(8, 10 + i * 11, 42 - i * 8, 4, '#6f6a60'))}</g>`
  return [
    rect(0, 0, 320, 206, wallColour(tone, 2)),
    times(10, (row) =>
      times(7, (i) => ((i + row) % 4 === 0 ? rect(i * 52 - (row % 2) * 26, row * 21, 50, 19, '#00000012') : '')),
    ),
    rect(0, 204, 320, 36, '#86878a'),
    side === 'before' ? sheets.map(sheet).join('') : rect(48, 34, 226, 150, '#ffffff1c'),
  ].join('')
}

/** 机动车乱停 */
export const parking: Scene = ({ side, tone }) =>
  [
    street(tone),
    times(6, (i) => rect(22 + i * 50, 196, 30, 40, '#d8d6cc')),
    side === 'before'
      ? car(128, 194, ['#7d8f9c', '#a2534a', '#d3d0c6', '#5f7468'][tone % 4] ?? '#7d8f9c') + car(268, 182, '#4d565c')
      : person(86, 150, '#7a6a8a') + person(238, 146, '#55788a'),
  ].join('')

/** 楼道堆物 */
export const stairs: Scene = ({ side, tone }) =>
  [
    rect(0, 0, 320, 240, wallColour(tone, 3)),
    rect(0, 150, 320, 90, '#7f8f86', ' opacity=".35"'),
    times(7, (i) =>
      path(`M${120 + i * 26} ${206 - i * 26} h${210 - i * 20} v26 h-${210 - i * 20}z`, i % 2 ? '#9a9992' : '#a8a79f'),
    ),
    stroke('M112 150 L300 -34', '#5c4a3c', 6),
    rect(18, 40, 72, 130, '#6d5847') + rect(26, 48, 56, 114, '#7d6653') + disc(76, 108, 4, '#cdb46e'),
    rect(0, 206, 320, 34, '#8d8c85'),
    side === 'before'
      ? rect(96, 150, 52, 58, '#b58d5f') +
        rect(104, 122, 40, 30, '#a57f54') +
        bag(196, 210, '#d3cec0') +
        bike(226, 206, '#8d3b38')
      : '',
  ].join('')

/** 市场环境 */
export const market: Scene = ({ side }) => {
  const booth = (x: number, y: number, roof: string) =>
    at(
      x,
      y,
      rect(0, 0, 74, 14, roof) +
        rect(4, 14, 66, 70, '#c3baa7') +
        rect(0, 66, 74, 34, '#8c7350') +
        times(5, (i) => disc(9 + i * 14, 64, 7.5, ['#7ea552', '#c9503f', '#d69a3a'][i % 3] ?? '#7ea552')),
    )
  return [
    rect(0, 0, 320, 240, '#d8d2c3'),
    path('M0 0 H320 V70 L160 34 L0 70Z', '#7e8c8d'),
    path('M0 70 L160 34 L320 70 V78 L160 42 L0 78Z', '#5f6c6d'),
    booth(-6, 96, '#2f7466') + booth(76, 100, '#9d4a36') + booth(158, 96, '#2f6a86') + booth(240, 100, '#a9812f'),
    rect(0, 192, 320, 48, '#a9a59a'),
    side === 'before'
      ? oval(170, 220, 90, 12, '#8a938f') + litter(200) + bag(60, 226, '#3b474e', 0.7)
      : stroke('M0 204 H320', '#c9c4b5', 3),
  ].join('')
}

/** 建筑垃圾 */
export const rubble: Scene = ({ side, tone }) =>
  street(tone) +
  (side === 'before'
    ? path('M70 216 q24 -58 76 -60 q30 -28 64 8 q42 8 52 52z', '#a08f7c') +
      times(9, (i) =>
        at(
          96 + ((i * 37) % 140),
          178 + ((i * 17) % 32),
          rect(0, 0, 18, 9, i % 2 ? '#a85f4a' : '#8a8378', ` transform="rotate(${(i * 31) % 50})"`),
        ),
      )
    : tree(60, 112) + tree(262, 110))

/** 公益广告牌 */
export const board: Scene = ({ side, tone }) =>
  [
    street(tone),
    rect(84, 176, 8, 34, '#6d7577') + rect(228, 176, 8, 34, '#6d7577'),
    rect(62, 66, 196, 112, '#75807f'),
    rect(70, 74, 180, 96, '#d9e2d6'),
    disc(226, 96, 12, '#d97a52'),
    path('M70 170 L120 116 L156 150 L196 110 L250 170z', '#7ba692'),
    side === 'before'
      ? path('M150 74 L250 74 L250 140 L214 118 L196 134 L172 100z', '#8d9695') +
        path('M172 100 l24 34 l-10 30 l-22 -36z', '#c8cfc4')
      : stroke('M84 88 h70 M84 100 h48', '#5f8a78', 4),
  ].join('')
