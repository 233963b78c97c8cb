import type { FileStore } from '../../functions/http/deps'

export function memoryFiles(): FileStore & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>()
  return {
    held,
    put: async (key, bytes) => void held.set(key, bytes),
    get: async (key) => held.get(key) ?? null,
    remove: async (key) => void held.delete(key),
  }
}
