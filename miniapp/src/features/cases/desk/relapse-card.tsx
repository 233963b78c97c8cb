import type { CaseView } from '@shared/cases/contract'
import { RELAPSE } from '@shared/cases/relapses'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'

/** 反复点: earlier cases of the same class at the same spot, so that a fix that did not hold is seen. */
export const RelapseCard = ({ view: { relapses } }: { view: CaseView }) =>
  relapses.length === 0 ? null : (
    <Card flush title="反复点" aside={`${RELAPSE.metres} 米内同类，近 ${RELAPSE.days} 天办结过`}>
      {relapses.map(({ id, number, title, day, distanceM }) => (
        <Entry
          key={id}
          title={title}
          zh={`${day} 办结 · ${number}`}
          aside={`${distanceM} 米`}
          onTap={() => go('/staff/cases/detail', { id })}
        />
      ))}
    </Card>
  )
