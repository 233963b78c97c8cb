import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from '../http/deps'
import { StoreAway } from '../http/store-away'

/** Photos in a folder. Written beside and renamed, so half a photo is never read. */
export const diskFiles = (folder: string): FileStore => ({
  put: async (key, bytes) => {
    const path = join(folder, key)
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
    } catch (err) {
      // What was written of it still takes room on a full disk.
      await rm(`${path}.part`, { force: true }).catch(() => {})
      throw away(err)
    }
  },
  get: (key) => readFile(join(folder, key)).then((bytes) => new Uint8Array(bytes), absent),
  remove: (key) =>
    rm(join(folder, key), { force: true }).catch((err) => {
      throw away(err)
    }),
})

const away = (err: unknown) => new StoreAway(err instanceof Error ? err.message : String(err), { cause: err })

const absent = (err: NodeJS.ErrnoException) => {
  if (err.code === 'ENOENT') return null
  throw away(err)
}
