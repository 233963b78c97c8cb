/** Compares every character of two secrets, so that the time taken tells nothing. */
export function isSameSecret(right: string, given: string) {
  let differs = right.length ^ given.length
  for (let i = 0; i < right.length; i++) differs |= right.charCodeAt(i) ^ given.charCodeAt(i)
  return differs === 0
}
