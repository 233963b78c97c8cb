import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher } from 'playwright-core'

/** Not the package's own list: one process for all pages dies with the first of them, and web security stays on. */
const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  '--lang=zh-CN',
  // A camera that shows a moving test picture, so that taking photos can be walked.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** A system's Chromium where CHROMIUM_PATH names one, else the one that came with the packages; nothing is downloaded. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || (await chromium.executablePath())
  try {
    return await launcher.launch({ executablePath, args: ARGS })
  } catch (err) {
    // A bare machine lacks the libraries a desktop has; the package brings its own.
    if (!/shared librar|libnss3|libnspr4/.test(String(err))) throw err
    const env = { ...process.env, LD_LIBRARY_PATH: ownLibraries() } as Record<string, string>
    return launcher.launch({ executablePath, args: ARGS, env })
  }
}

function ownLibraries() {
  const folder = join(tmpdir(), 'wenming-chromium-libraries')
  const lib = join(folder, 'lib')
  if (existsSync(lib)) return lib
  mkdirSync(folder, { recursive: true })
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..')
  const tar = join(folder, 'libraries.tar')
  writeFileSync(tar, brotliDecompressSync(readFileSync(join(root, 'bin/al2023.tar.br'))))
  spawnSync('tar', ['-xf', tar, '-C', folder], { stdio: 'inherit' })
  return lib
}
