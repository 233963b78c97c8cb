import { shanghai } from '@shared/kit/time'
import type { ReactNode } from 'react'
import { Box } from './box'
import { ErrorState } from './error-state'
import { Icon } from './icon'
import type { Load } from './load'
import { Skeleton } from './skeleton'
import { Txt } from './txt'

export type LoadedProps<T> = {
  readonly load: Load<T>
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** The four faces of something being read: coming, here, here from earlier, not coming. */
export function Loaded<T>({ load, skeleton = <Skeleton />, children }: LoadedProps<T>) {
  const { data, failure, keptAt, reload } = load
  if (data === undefined) {
    return failure ? <ErrorState failure={failure} onRetry={() => void reload()} /> : skeleton
  }
  return (
    <>
      {failure && keptAt && (
        <Box as="status" className="kept">
          <Icon name="clock" size={16} />
          <Txt size="caption">{`${keptZh(keptAt)} 的内容，联网后会更新`}</Txt>
        </Box>
      )}
      {children(data)}
    </>
  )
}

function keptZh(at: Date) {
  const { month, date, clock } = shanghai(at)
  return `${month}月${date}日 ${clock}`
}
