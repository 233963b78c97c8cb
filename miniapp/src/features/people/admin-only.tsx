import type { ReactNode } from 'react'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { maySet, type SettingReader } from './setting-tiles'
import { useMe } from './use-me'

type AdminOnlyProps = { readonly title: string; readonly reader?: SettingReader; readonly children: ReactNode }

/** The door of every page of 县级管理, which draws its screen only for whom it is. */
export function AdminOnly({ title, reader = 'admin', children }: AdminOnlyProps) {
  const load = useMe()
  const isTheirs = load.data !== undefined && load.data !== null && maySet(load.data, reader)
  return (
    <Screen title={title} wide className="settings">
      {isTheirs ? (
        children
      ) : (
        <Loaded load={load}>
          {() => (
            <Empty
              icon="shield-check"
              title={reader === 'county' ? '这里是全县管理员使用的' : '这里是管理员使用的'}
              zh="需要开通请联系县级管理员"
            />
          )}
        </Loaded>
      )}
    </Screen>
  )
}
