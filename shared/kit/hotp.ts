/** RFC 4226 §5.3: so many digits of four bytes from a place that the last nibble names, without the sign bit. */
export function hotpDigits(mac: Uint8Array, digits: number) {
  const at = (mac.at(-1) ?? 0) & 15
  const number = new DataView(mac.buffer, mac.byteOffset, mac.byteLength).getUint32(at) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}
