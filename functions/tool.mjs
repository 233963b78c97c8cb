/** `npm run backup`, `npm run restore` and the like: bundles the tools and runs the one that is named. */
import { build } from 'esbuild'

await build({
  entryPoints: ['functions/tools/run.ts'],
  outfile: 'functions/dist/tools.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
})
await import('./dist/tools.mjs')
