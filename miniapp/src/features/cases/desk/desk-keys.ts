import { useEffect } from 'react'
import { useKeys } from '../../../ui/keys'
import { createStore } from '../../../ui/store'
import type { Plan } from './plans'

type Told = { readonly key: string; readonly zh: string }
export type DeskKey = Told & { readonly act: () => void }

/** In the order the sheet lists them; what stands here has a key only while a part of the desk gives it an act. */
const ORDER = ['a', 'b', 't', 'x', 'm', 'g', 'o', 'd', 'n', 'r', 'mod+enter', 'space', 'j', 'k', 'z', '/', '?']
const NAME: Readonly<Record<string, string>> = { space: '空格', 'mod+enter': 'Ctrl+Enter' }
export const keyName = (key: string) => NAME[key] ?? key.toUpperCase()

/** 退回补充, 转外部, 不予受理, 并案 */
const PLAN_KEYS: Readonly<Record<string, string>> = { ask_more: 'b', transfer: 't', reject: 'x', merge: 'm' }
/** The key of a plan opens its form; where the form is open already, the same key sends it. */
export const planKey = ({ id }: Plan, main: Plan | null) => (id === main?.id ? 'a' : PLAN_KEYS[id])

const told = createStore<readonly (readonly Told[])[]>([])

/** Keys that work as long as this part of the desk is there, and are told of so long. */
export function useDeskKeys(keys: readonly DeskKey[]) {
  useKeys(Object.fromEntries(keys.map(({ key, act }) => [key, act])))
  const words = JSON.stringify(keys.map(({ key, zh }) => ({ key, zh })))
  useEffect(() => {
    const mine: readonly Told[] = JSON.parse(words)
    told.set([...told.get(), mine])
    return () => told.set(told.get().filter((one) => one !== mine))
  }, [words])
}

const rank = ({ key }: Told) => ORDER.indexOf(key)
export const useKeysNow = () => [...told.use().flat()].sort((a, b) => rank(a) - rank(b))
