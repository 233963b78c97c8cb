import { build } from 'esbuild'

/** `functions/edge.ts` as a platform would pack it: one file, nothing of Node. */
export const buildEdge = (outfile: string) =>
  build({
    entryPoints: ['functions/edge.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    metafile: true,
  })
