/** `npm start`: bundles the server (a fraction of a second) and runs it. Nothing is downloaded. */
import { build } from 'esbuild'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新，现在是 ${process.versions.node}`)
  process.exit(1)
}
if (process.env.NODE_ENV !== 'production') process.env.DEMO ??= '1'

console.log('文明随手拍')
await build({
  entryPoints: ['functions/serve.ts'],
  outfile: 'functions/dist/serve.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
})
await import('./dist/serve.mjs')
