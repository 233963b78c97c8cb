import { useRef } from 'react'
import { Empty } from './empty'
import type { Failure } from './load'
import { go, goBack } from './nav'

/** What failed, that nothing is lost, and the way on. The request's number comes with the second failure only. */
export function ErrorState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const tries = useRef(0)
  const retry = () => {
    tries.current += 1
    onRetry()
  }
  const { kind, zh, requestId } = failure
  if (kind === 'signed_out')
    return <Empty icon="login" title={zh} zh="登录后才能看到您自己的内容" act="去登录" onAct={toSignIn} />
  if (kind === 'not_found') return <Empty icon="search" title={zh} zh="可能已被合并或撤回" act="返回" onAct={goBack} />
  const number = tries.current > 0 && requestId !== '' ? { small: `请求编号 ${requestId}` } : {}
  const icon = kind === 'offline' ? 'wifi-off' : 'plug-connected-x'
  return <Empty tone="danger" icon={icon} title="没加载出来" zh={zh} act="重试" onAct={retry} {...number} />
}

const toSignIn = () => go('/pages/people/sign-in')
