import type { Me } from '@shared/people/contract'
import type { ReactNode } from 'react'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { useMe, worksForCounty } from '../../people/use-me'

/** The door of every page of the desk; a page draws its own screen once it is known who is there. */
export function StaffOnly({ title, children }: { title: string; children: (me: Me) => ReactNode }) {
  const load = useMe()
  if (load.data && worksForCounty(load.data)) return <>{children(load.data)}</>
  return (
    <Screen title={title}>
      <Loaded load={load}>
        {() => <Empty icon="shield-check" title="这里是工作人员使用的" zh="需要开通请联系创建办" />}
      </Loaded>
    </Screen>
  )
}
