import type { AnyEndpoint } from '@shared/kit/endpoint'
import { accepted, pathOf, queryOf } from './ask'
import { withSession } from './call'
import { Offline } from './refused'
import { answerOf, BASE, bearer } from './wire.h5'

const TIMEOUT_MS = 120_000

export const download = (e: AnyEndpoint, body: object, name: string, params: object = {}) =>
  withSession(e.who === 'anyone', async (token) => {
    const res = await fetch(BASE + pathOf(e.path, params) + queryOf(body), {
      headers: bearer(token),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new Offline()
    })
    if (!res.ok) return void accepted(await answerOf(res))
    const url = URL.createObjectURL(await res.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  })
