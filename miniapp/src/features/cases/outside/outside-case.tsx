import { LookAtOutsideCase, type OutsideCase } from '@shared/cases/outside-contract'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { useLoad } from '../../../api/use-load'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Photo } from '../../../ui/photo'
import { Txt } from '../../../ui/txt'
import { CaseMap } from '../case-map'
import { OutsideAnswers } from './outside-answers'
import { OutsideForm } from './outside-form'

/** One case, for who handles it outside the county: no account, no reporter, nothing but this. */
export function OutsideCaseBody({ token }: { token: string }) {
  const load = useLoad(LookAtOutsideCase, { params: {}, body: { token } })
  const [answered, setAnswered] = useState<OutsideCase | null>(null)
  return (
    <Loaded load={load}>
      {(first) => {
        const view = answered ?? first
        return (
          <>
            <Facts view={view} />
            {view.answers.length > 0 && (
              <Card title="已答复">
                <OutsideAnswers answers={view.answers} />
              </Card>
            )}
            <OutsideForm token={token} onAnswered={setAnswered} />
          </>
        )
      }}
    </Loaded>
  )
}

function Facts({ view }: { view: OutsideCase }) {
  const { number, title, categoryZh, addressZh, name, expiresAt, photos } = view
  const urls = photos.map(({ url }) => url)
  return (
    <>
      <Card title={title} aside={number}>
        <Txt block>{`${categoryZh} · ${addressZh}`}</Txt>
        <Txt size="caption" tone="second" block>
          {`请${name}办理并在 ${shanghai(new Date(expiresAt)).day} 前答复`}
        </Txt>
        <Box className="outside-photos">
          {photos.map(({ id, thumbUrl }, i) => (
            <Photo key={id} src={thumbUrl} label={`现场照片 ${i + 1}`} onTap={() => preview(urls, i)} />
          ))}
        </Box>
      </Card>
      <CaseMap c={{ ...view, state: 'transferred' }} />
    </>
  )
}
