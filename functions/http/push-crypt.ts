type Bytes = Uint8Array<ArrayBuffer>

const BLOCK = 16
/** WeChat pads to 32, which WebCrypto does not know. */
const PADDED_TO = 32
const HEAD = 20

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text) as Bytes
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
const toBase64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes))

/** Hex SHA-1 of the sorted parts: how WeChat signs a push. */
export async function pushSignature(...parts: readonly string[]) {
  const digest = await crypto.subtle.digest('SHA-1', bytesOf([...parts].sort().join('')))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** `key43` is the EncodingAESKey of the console: 43 characters, 32 bytes; the IV is its first half. */
async function cipherOf(key43: string) {
  const raw = fromBase64(`${key43}=`)
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt'])
  return { key, iv: raw.slice(0, BLOCK) }
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The message inside and whose app it is for; null where the bytes are not of this key. */
export async function openPush(key43: string, encrypted: string): Promise<{ message: string; appid: string } | null> {
  try {
    const { key, iv } = await cipherOf(key43)
    const closed = fromBase64(encrypted)
    // One block more, which holds the padding WebCrypto looks for: then WeChat's own stays for us to take off.
    const last = { name: 'AES-CBC', iv: closed.slice(-BLOCK) }
    const extra = new Uint8Array(await crypto.subtle.encrypt(last, key, new Uint8Array()))
    const open = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, joined(closed, extra)))
    const pad = open.at(-1) ?? 0
    if (pad < 1 || pad > PADDED_TO) return null
    const size = new DataView(open.buffer).getUint32(BLOCK)
    if (HEAD + size > open.length - pad) return null
    const text = new TextDecoder('utf-8', { fatal: true })
    return {
      message: text.decode(open.slice(HEAD, HEAD + size)),
      appid: text.decode(open.slice(HEAD + size, open.length - pad)),
    }
  } catch {
    return null
  }
}

/** As WeChat does it: 16 bytes by chance, the length, the message, the app; padded to 32 by hand. */
export async function closePush(key43: string, random: Bytes, message: string, appid: string) {
  const { key, iv } = await cipherOf(key43)
  const words = bytesOf(message)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, words.length)
  const plain = joined(random, length, words, bytesOf(appid))
  const pad = PADDED_TO - (plain.length % PADDED_TO)
  const padded = joined(plain, new Uint8Array(pad).fill(pad))
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, padded))
  return toBase64(closed.slice(0, -BLOCK))
}
