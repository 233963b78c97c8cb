/** Puts what is known into a sentence with `{names}`; what it has no word for stays empty. */
export const filled = (text: string, facts: Readonly<Record<string, unknown>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => (typeof facts[name] === 'string' ? facts[name] : ''))
