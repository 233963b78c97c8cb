import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bench, describe } from 'vitest'
import { buildEdge } from '../kit/edge-bundle'
import { openWorkerd } from '../kit/workerd'

/** Cold start: from the start of the runtime to the first answer, and how large what travels is. */
const folder = mkdtempSync(join(tmpdir(), 'wenming-edge-bench-'))
const outfile = join(folder, 'edge.mjs')
await buildEdge(outfile)
const bytes = readFileSync(outfile)
const size = `${Math.round(bytes.length / 1024)} KB, gzip ${Math.round(gzipSync(bytes).length / 1024)} KB`
const env = {
  ...{ NODE_ENV: 'test', DEMO: '1', DATABASE_URL: 'postgres://u:p@ep.neon.test/w', S3_BUCKET: 'b' },
  ...{ SECRET: 'a secret of a test house, 32 letters', S3_ENDPOINT: 'http://bucket.test' },
}

describe(`edge.mjs ${size}`, () => {
  bench(
    'workerd 冷启动到第一个应答',
    async () => {
      const worker = await openWorkerd({ folder, env, outboundPort: 9 })
      await fetch(`${worker.base}/healthz`)
      await worker.close()
    },
    { iterations: 5, time: 0, warmupIterations: 0, warmupTime: 0 },
  )
})
