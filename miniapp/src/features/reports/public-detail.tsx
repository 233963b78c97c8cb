import type { PublicCase } from '@shared/cases/citizen-contract'
import { isOpen } from '@shared/cases/states'
import { preview } from '../../device/preview'
import { BeforeAfter } from '../../ui/before-after'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { Photo } from '../../ui/photo'
import { Txt } from '../../ui/txt'
import { CaseMap } from '../cases/case-map'
import { CaseTitle } from '../cases/case-title'
import { ComplainEntry } from '../cases/complaints/complain-entry'
import { CardEntry } from '../cases/papers/card-entry'
import { publicWhenZh } from '../cases/public-row'
import { useJoin } from './use-join'

/** What anyone may know of a case: where, what, who by when, and how it looks. */
export function PublicDetail({ c }: { c: PublicCase }) {
  return (
    <>
      <PublicPhotos c={c} />
      <Box className="result-head">
        <CaseTitle title={c.title} state={c.state} />
        <Txt size="caption" tone="second" block num>
          {[c.number, c.categoryZh, c.followers > 1 ? `${c.followers} 人同报` : ''].filter(Boolean).join(' · ')}
        </Txt>
      </Box>
      <Card flush>
        <Entry icon="map-pin" title={c.addressZh} {...(c.gridZh ? { zh: c.gridZh } : {})} />
        <Entry icon="building" title={c.unitZh || '正在派单'} zh="责任单位" />
        <Entry icon="calendar-time" title={publicWhenZh(c)} zh={`${dayOf(c.day)}反映`} />
      </Card>
      {c.state === 'closed' && c.before && c.after && <CardEntry id={c.id} number={c.number} />}
      <CaseMap c={c} />
      {isOpen(c.state) && <JoinBar id={c.id} />}
      <ComplainEntry caseId={c.id} />
    </>
  )
}

const dayOf = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

function PublicPhotos({ c: { before, after, addressZh } }: { c: PublicCase }) {
  const urls = [before, after].flatMap((photo) => (photo ? [photo.url] : []))
  const open = () => preview(urls, 0)
  if (before && after)
    return (
      <BeforeAfter
        before={{ src: before.thumbUrl, label: `照片，${addressZh}` }}
        after={{ src: after.thumbUrl, label: `照片，${addressZh}` }}
        onTap={open}
      />
    )
  const one = before ?? after
  return one ? <Photo src={one.url} label={`现场照片，${addressZh}`} className="public-photo" onTap={open} /> : null
}

function JoinBar({ id }: { id: string }) {
  const { joining, join } = useJoin()
  return (
    <Box className="join-bar">
      <Button busy={joining} icon="users" onTap={() => void join(id)}>
        我也遇到
      </Button>
      <Txt size="caption" tone="third" block className="center">
        记上您这一份，进展会一起通知您
      </Txt>
    </Box>
  )
}
