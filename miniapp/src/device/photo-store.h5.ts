/** Blobs in IndexedDB under made-up numbers. Where a browser forbids it (private windows), they live as long as the page. */
const STORE = 'photos'
const spare = new Map<string, Blob>()
let opened: Promise<IDBDatabase> | null = null

const open = () => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('wenming', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  return new Promise((resolve, reject) => {
    const request = act(db.transaction(STORE, mode).objectStore(STORE))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

export const photoStore = {
  async add(blob: Blob): Promise<string> {
    const ref = `photo-${Date.now()}-${Math.random().toString(36).slice(2, 10)}`
    await run('readwrite', (store) => store.put(blob, ref)).catch(() => spare.set(ref, blob))
    return ref
  },
  async get(ref: string): Promise<Blob | null> {
    const held: unknown = spare.get(ref) ?? (await run('readonly', (store) => store.get(ref)).catch(() => null))
    return held instanceof Blob ? held : null
  },
  async remove(ref: string): Promise<void> {
    spare.delete(ref)
    await run('readwrite', (store) => store.delete(ref)).catch(() => undefined)
  },
}
