import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from '../http/deps'

/** Photos in a folder. Written beside and renamed, so half a photo is never read. */
export const diskFiles = (folder: string): FileStore => ({
  put: async (key, bytes) => {
    const path = join(folder, key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
  },
  get: (key) => readFile(join(folder, key)).then((bytes) => new Uint8Array(bytes), absent),
  remove: (key) => rm(join(folder, key), { force: true }),
})

const absent = (err: NodeJS.ErrnoException) => {
  if (err.code === 'ENOENT') return null
  throw err
}
