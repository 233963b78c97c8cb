import sharp from 'sharp'
const [out, mode, ...names] = process.argv.slice(2)
const W = 390, H = Number(process.env.H ?? 1100)
const parts = await Promise.all(names.map(async (n, i) => { const im = sharp(`/tmp/vol-shots/${n}-${mode}.png`).resize({ width: W }); const b = await im.png().toBuffer(); const m = await sharp(b).metadata(); const c = await sharp(b).extract({ left: 0, top: 0, width: W, height: Math.min(H, m.height) }).toBuffer(); return { input: c, left: i * (W + 16) + 8, top: 8 } }))
await sharp({ create: { width: names.length * (W + 16), height: H + 16, channels: 3, background: '#888' } }).composite(parts).png().toFile(out)
