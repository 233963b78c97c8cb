/** 订阅消息的字段种类: the kind is what a field's key begins with. */
// biome-ignore format: a table reads by its columns
const KINDS = {
  thing:            { max: 20, fits: /^[^\n\r]+$/u },
  number:           { max: 32, fits: /^-?\d+(\.\d+)?$/ },
  letter:           { max: 32, fits: /^[A-Za-z]+$/ },
  symbol:           { max: 5,  fits: /^[^\p{L}\p{N}\s]+$/u },
  character_string: { max: 32, fits: /^[\x21-\x7e]+( [\x21-\x7e]+)*$/ },
  time:             { max: 32, fits: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(~(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2})?$/ },
  date:             { max: 48, fits: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?(~\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?)?$/ },
  amount:           { max: 14, fits: /^[¥￥$-]?\d{1,10}(\.\d{1,2})?元?$/ },
  phone_number:     { max: 17, fits: /^[\d+-]+$/ },
  car_number:       { max: 8,  fits: /^[\p{L}\p{N}]+$/u },
  name:             { max: 20, fits: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u },
  phrase:           { max: 5,  fits: /^\p{Script=Han}+$/u },
} as const satisfies Record<string, { max: number; fits: RegExp }>
export type MessageValueKind = keyof typeof KINDS
export const MESSAGE_VALUE_KINDS = Object.keys(KINDS) as MessageValueKind[]

/** thing1 is a thing, character_string4 a character_string; undefined is no kind WeChat has. */
export const kindOfKey = (key: string) => {
  const [, name] = /^([a-z_]+?)\d+$/.exec(key) ?? []
  return MESSAGE_VALUE_KINDS.find((kind) => kind === name)
}

/** Whether WeChat takes the value in a field of this key. */
export function isMessageValue(key: string, value: string) {
  const kind = kindOfKey(key)
  return kind !== undefined && [...value].length <= KINDS[kind].max && KINDS[kind].fits.test(value)
}

const cut = (text: string, max: number) => {
  const points = [...text]
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`
}
const only = (text: string, keep: RegExp, max: number) =>
  [...text]
    .filter((c) => keep.test(c))
    .slice(0, max)
    .join('')
const halfWave = (text: string) => text.replaceAll(/[～〜]/g, '~')

/** How each kind makes any text fit; what is left of nothing is empty, and then the field is not sent. */
const MADE: Record<MessageValueKind, (text: string) => string> = {
  thing: (text) => cut(text, KINDS.thing.max),
  number: (text) => /-?\d{1,20}(\.\d{1,10})?/.exec(text)?.[0] ?? '',
  letter: (text) => only(text, /[A-Za-z]/, 32),
  symbol: (text) => only(text, /[^\p{L}\p{N}\s]/u, 5),
  character_string: (text) => only(text, /[\x21-\x7e]/, 32),
  time: (text) => halfWave(text),
  date: (text) => halfWave(text),
  amount: (text) => /[¥￥$-]?\d{1,10}(\.\d{1,2})?元?/.exec(text)?.[0] ?? '',
  phone_number: (text) => only(text, /[\d+-]/, 17),
  car_number: (text) => only(text, /[\p{L}\p{N}]/u, 8),
  name: (text) => only(text, /\p{Script=Han}/u, 10) || only(text, /[A-Za-z ]/, 20).trim(),
  phrase: (text) => only(text, /\p{Script=Han}/u, 5),
}

/** A text as a template's field of the kind takes it: one line, cut by code points; empty where nothing of it fits. */
export function templateValue(kind: MessageValueKind, text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  const made = MADE[kind](line)
  return isMessageValue(`${kind}1`, made) ? made : ''
}
