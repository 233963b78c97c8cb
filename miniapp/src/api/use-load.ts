import type { Endpoint } from '@shared/kit/endpoint'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Failure, Load } from '../ui/load'
import type { Input } from './ask'
import { call } from './call'
import { failureOf } from './refused'
import { keepSeen, seen } from './seen'
import { heldPersonId, usePersonId } from './session'

type State<T> = {
  readonly name: string
  readonly data: T | undefined
  readonly failure: Failure | null
  readonly keptAt: Date | null
}

/**
 * What a page shows: asked at first, again whenever the page comes back, and from the kept copy without a network.
 * Null as input asks nothing yet. While it is asked again the old answer stays.
 */
export function useLoad<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, B, R>,
  input: Input<P, B> | null,
): Load<z.output<R>> {
  type T = z.output<R>
  const personId = usePersonId()
  const name = input === null ? '' : `${personId ?? ''} ${e.path} ${JSON.stringify([input.params, input.body])}`
  const [state, setState] = useState<State<T>>(() => firstState(name))
  const [loading, setLoading] = useState(false)
  const asked = useRef({ name: '', running: false })
  const question = useRef(input)
  question.current = input

  const reload = useCallback(async () => {
    const given = question.current
    if (given === null || name === '' || (asked.current.running && asked.current.name === name)) return
    asked.current = { name, running: true }
    setLoading(true)
    const next = await answer<T>(name, () => call(e, given))
    if (asked.current.name !== name) return
    asked.current.running = false
    setState(next)
    setLoading(false)
  }, [e, name])

  useEffect(() => void reload(), [reload])
  useDidShow(() => void reload())
  const { data, failure, keptAt } = state.name === name ? state : firstState<T>(name)
  return { data, failure, keptAt, loading, reload }
}

function firstState<T>(name: string): State<T> {
  const copy = name === '' ? null : seen<T>(name)
  return { name, data: copy?.data, failure: null, keptAt: copy ? new Date(copy.at) : null }
}

/** A failure leaves the copy that was there, and says from when it is. */
async function answer<T>(name: string, ask: () => Promise<T>): Promise<State<T>> {
  try {
    const data = await ask()
    // The first call of a phone may have signed somebody in: the copy is theirs.
    if (name.startsWith(`${heldPersonId()} `)) keepSeen(name, data, Date.now())
    return { name, data, failure: null, keptAt: null }
  } catch (err) {
    return { ...firstState<T>(name), failure: failureOf(err) }
  }
}
