import type { Scene } from './look'
import { at, bin, cone, disc, litter, oval, path, paving, rect, sky, street, stroke, times, tree } from './parts'

const cover = (isBroken: boolean) =>
  [
    oval(0, 0, 88, 50, '#6f7878'),
    oval(0, 0, 82, 46, '#8d9696'),
    oval(0, 0, 76, 42, '#545e5f'),
    oval(0, 0, 42, 23, 'none', ' stroke="#7b8586" stroke-width="4"'),
    times(10, (i) => {
      const turn = (i * Math.PI) / 5
      return disc(Number((58 * Math.cos(turn)).toFixed(1)), Number((32 * Math.sin(turn)).toFixed(1)), 4, '#7b8586')
    }),
    isBroken ? path('M-6 -34 L52 -26 L74 2 L48 30 L6 36 L22 10 L-8 -4z', '#12171a') : oval(0, 0, 18, 9, '#707a7b'),
    isBroken ? stroke('M-8 -4 L-44 8 M22 10 L-30 26', '#2c3437', 3) : '',
  ].join('')

const ground = (tone: number) =>
  rect(0, 0, 320, 34, '#77817f') +
  paving(24, ['#a9aea9', '#b0aba0', '#a3a9ad', '#aca7a0'][tone % 4] ?? '#a9aea9', '#9ba19c')

/** 窨井盖 */
export const manhole: Scene = ({ side, tone }) =>
  ground(tone) +
  at(154, 136, cover(side === 'before')) +
  (side === 'before' ? cone(276, 156) : stroke('M54 206 H246', '#cfc7ae', 4))

/** 路面坑洼 */
export const pothole: Scene = ({ side }) => {
  const hole =
    path('M84 176 q10 -34 62 -34 q38 -8 66 12 q34 8 22 32 q-10 24 -70 22 q-70 4 -80 -32z', '#4e5453') +
    path('M104 178 q10 -22 48 -22 q40 -6 62 14 q8 16 -44 20 q-58 4 -66 -12z', '#363b3b') +
    stroke('M84 176 l-30 -14 M234 186 l34 10 M150 142 l-8 -20', '#5e6463', 3)
  const patch = path('M70 196 l22 -60 h142 l24 60z', '#565e60') + stroke('M70 196 l22 -60 h142 l24 60z', '#6d7577', 3)
  return [
    sky('#c3d6de', '#e7e5da'),
    rect(0, 64, 320, 30, '#8fae90'),
    tree(52, 50),
    tree(268, 50),
    rect(0, 92, 320, 148, '#868c8b'),
    times(4, (i) => rect(20 + i * 84, 110, 44, 5, '#d9d6c8')),
    side === 'before' ? hole : patch,
  ].join('')
}

/** 路面积水 */
export const water: Scene = ({ side, tone }) =>
  street(tone) +
  (side === 'before'
    ? [
        path('M20 206 q30 -36 128 -34 q120 -8 150 26 q4 28 -140 32 q-132 4 -138 -24z', '#7d949b'),
        path('M62 206 q40 -18 96 -16 q70 -4 92 12 q-30 16 -100 16 q-70 2 -88 -12z', '#93a9ae'),
        stroke('M92 200 h40 M172 208 h52 M120 216 h30', '#c2d2d5', 2),
        oval(164, 184, 30, 9, '#4d5a5e'),
        stroke('M144 182 h40 M144 187 h40', '#768286', 2),
      ].join('')
    : oval(164, 190, 34, 11, '#5f696b') + times(5, (i) => rect(140 + i * 11, 183, 4, 14, '#454e50')))

/** 路灯 */
export const lamp: Scene = ({ side }) =>
  [
    sky('#2f4552', '#7d7f86'),
    path('M0 150 L60 120 L120 138 L190 112 L250 132 L320 116 V240 H0Z', '#2a3a41'),
    rect(12, 92, 62, 90, '#233137') + rect(244, 80, 66, 104, '#212e34'),
    [
      [22, 104],
      [44, 104],
      [22, 126],
      [256, 94],
      [280, 118],
    ]
      .map(([x = 0, y = 0]) => rect(x, y, 13, 13, '#d9b267', ' opacity=".75"'))
      .join(''),
    path('M0 182 L320 176 V240 H0Z', '#39454a'),
    side === 'after'
      ? path('M214 56 L120 240 H320 L262 56z', '#f4dd9a', ' opacity=".28"') +
        oval(236, 218, 100, 20, '#f4dd9a', ' opacity=".3"')
      : '',
    stroke('M178 196 V66 q0 -20 22 -22 h34', '#9aa5a8', 6),
    path('M226 38 h32 l6 12 h-44z', '#6c777a'),
    path('M224 50 h38 l-4 6 h-30z', side === 'after' ? '#ffe9a8' : '#454f53'),
    rect(170, 194, 16, 10, '#7c878a'),
  ].join('')

/** 树枝折断 */
export const branch: Scene = ({ side, tone }) =>
  street(tone) +
  tree(70, 112) +
  tree(236, 108) +
  (side === 'before'
    ? [
        stroke('M96 204 q60 -30 136 -14 M150 186 l-14 -24 M196 184 l20 -22 M176 186 l-4 22', '#7b6a4f', 7),
        disc(130, 160, 17, '#7aa57f') +
          disc(220, 160, 20, '#6f9c79') +
          disc(240, 188, 17, '#84ad8b') +
          disc(172, 212, 14, '#6f9c79'),
      ].join('')
    : stroke('M58 154 h26 M224 150 h26', '#8a7a5c', 4))

/** 杆线垂落 */
export const wires: Scene = ({ side, tone }) =>
  [
    street(tone),
    rect(52, 30, 9, 158, '#8b8f8c') + rect(262, 24, 9, 164, '#8b8f8c'),
    side === 'before'
      ? stroke('M56 44 q70 172 210 -6 M56 52 q96 110 210 2 M56 60 q40 170 76 118', '#2b3134', 3)
      : stroke('M56 40 q105 20 210 -4 M56 50 q105 20 210 -4 M56 60 q105 20 210 -4', '#2b3134', 3),
    side === 'before' ? cone(150, 206) + cone(204, 206) : '',
  ].join('')

/** 河面漂浮物 */
export const river: Scene = ({ side }) =>
  [
    sky('#cfe3e8', '#f2efe2'),
    path('M0 92 L52 58 L104 86 L160 46 L222 84 L272 60 L320 84 V130 H0Z', '#8fb7b4'),
    path('M0 112 L70 88 L140 108 L210 86 L320 112 V140 H0Z', '#6a9c92'),
    rect(0, 124, 320, 72, '#9cc4cf'),
    stroke('M20 146 h90 M150 156 h80 M40 170 h60 M220 140 h70', '#c9e2e7', 2),
    path('M0 240 V202 Q160 178 320 196 V240Z', '#c9bfa8'),
    side === 'before'
      ? at(0, -34, litter(196)) + bag(70, 178) + oval(214, 160, 38, 7, '#7c8a63') + oval(130, 152, 24, 5, '#8a9670')
      : stroke('M0 194 Q160 168 320 188', '#e8e4d8', 4) +
        times(6, (i) => stroke(`M${20 + i * 56} ${196 - 12 * Math.sin((i + 0.5) / 2)} v-18`, '#e8e4d8', 4)),
  ].join('')

const bag = (x: number, y: number) => at(x, y, path('M-26 0 q-6 -26 18 -30 q26 2 26 30z', '#e9e6dd'))

/** 绿地脏乱 */
export const lawn: Scene = ({ side }) =>
  [
    sky('#c7dbe2', '#edebdf'),
    rect(0, 84, 320, 22, '#7d9c86'),
    rect(0, 100, 320, 140, '#86ab78'),
    path('M0 214 Q160 190 320 210 V240 H0Z', '#b9b3a4'),
    tree(48, 74) + tree(272, 70) + tree(168, 66, '#7aa57f'),
    side === 'before'
      ? path('M90 170 q50 -24 110 -4 q30 22 -30 30 q-70 6 -80 -26z', '#a58e68') +
        at(0, -46, litter(196)) +
        bin(292, 206, '#3f6f5c', true)
      : times(9, (i) =>
          disc(70 + i * 22, 168 + (i % 3) * 10, 4, ['#d9a0a6', '#e2cf84', '#d5dbe0'][i % 3] ?? '#d9a0a6'),
        ) + bin(292, 206, '#3f6f5c', false),
  ].join('')
