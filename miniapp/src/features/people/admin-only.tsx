import type { ReactNode } from 'react'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { useMe } from './use-me'

/** The door of every page of 县级管理, which draws its screen for an administrator only. */
export function AdminOnly({ title, children }: { title: string; children: ReactNode }) {
  const load = useMe()
  const isAdmin = load.data?.roles.some(({ role }) => role === 'admin') ?? false
  return (
    <Screen title={title} wide className="settings">
      {isAdmin ? (
        children
      ) : (
        <Loaded load={load}>
          {() => <Empty icon="shield-check" title="这里是管理员使用的" zh="需要开通请联系县级管理员" />}
        </Loaded>
      )}
    </Screen>
  )
}
