import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export type Page = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly isNamedByContent: boolean
}

/** A folder of built files; anything that climbs out of it is not there. */
export function folder(root: string) {
  return (path: string): Page | null => {
    const file = join(root, normalize(`/${decodeURIComponent(path)}`))
    const type = TYPES[extname(file)]
    if (type === undefined || !existsSync(file)) return null
    const isNamedByContent = /\.[0-9a-f]{8,}\.\w+$/.test(file)
    return { bytes: new Uint8Array(readFileSync(file)), type, isNamedByContent }
  }
}

/** The pages of `/docs`, out of the installed package: nothing is fetched from elsewhere. */
export const docsFolder = () => folder(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')))
