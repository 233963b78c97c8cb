import type { PhotoView } from '@shared/files/contract'
import { momentZh } from '@shared/kit/time'
import type { Me } from '@shared/people/contract'
import { holdsAny } from '@shared/people/roles'
import { type AnswerView, type CallbackView, ListCaseReports } from '@shared/reports/contract'
import { useState } from 'react'
import { now } from '../../api/clock'
import { useLoad } from '../../api/use-load'
import { preview } from '../../device/preview'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Photo } from '../../ui/photo'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { AnswerLines } from './answer-lines'
import { CallbackSheet } from './callback-sheet'
import { ContactSheet } from './contact-sheet'

const mayRead = ({ id, roles }: Me) =>
  Array.isArray(ListCaseReports.who) && holdsAny({ id, grants: roles }, ListCaseReports.who)

/** Who reported it, and what the others said: the first one's words are the case's. Asked only for those who may read it. */
export const CaseReports = ({ caseId, me }: { caseId: string; me: Me }) =>
  mayRead(me) ? <Reports caseId={caseId} me={me} /> : null

const isReviewer = ({ id, roles }: Me) => holdsAny({ id, grants: roles }, ['reviewer'])

function Reports({ caseId, me }: { caseId: string; me: Me }) {
  const [reading, setReading] = useState<string | null>(null)
  const [calling, setCalling] = useState<string | null>(null)
  const { data, reload } = useLoad(ListCaseReports, { params: { id: caseId }, body: {} })
  if (!data || data.items.length === 0) return null
  const items = [...data.items].sort((a, b) => a.at.localeCompare(b.at))
  return (
    <Card title="反映人" aside={`${data.people} 人，只有创建办能看`}>
      {items.map(({ id, isFirst, sourceZh, reporterZh, words, isHidden, hasContact, callbacks, ...told }) => (
        <Box key={id} className="report-line">
          <Box className="row wrap gap-2">
            <Txt strong>{reporterZh}</Txt>
            {isHidden && <Tag zh="已隐藏文字" tone="warn" />}
            {isFirst && <Tag zh="首报" tone="ok" />}
            <Txt size="micro" tone="second" num>{`${momentZh(new Date(told.at), now())} · ${sourceZh}`}</Txt>
          </Box>
          {!isFirst && words !== '' && (
            <Txt size="caption" tone="second" block>
              {words}
            </Txt>
          )}
          {!isFirst && <ToldMore answers={told.answers} photos={told.photos} />}
          <CallbackLines items={callbacks} />
          {hasContact && (
            <Box className="row wrap gap-2 telling-act">
              <Button kind="outline" dense fit onTap={() => setCalling(id)}>
                登记回访
              </Button>
              {isReviewer(me) && (
                <Button kind="outline" dense fit icon="phone" onTap={() => setReading(id)}>
                  查看联系方式
                </Button>
              )}
            </Box>
          )}
        </Box>
      ))}
      {calling && (
        <CallbackSheet
          reportId={calling}
          onClose={() => setCalling(null)}
          onDone={() => {
            setCalling(null)
            void reload()
          }}
        />
      )}
      {reading && <ContactSheet reportId={reading} onClose={() => setReading(null)} />}
    </Card>
  )
}

/** What came with a later telling. */
const ToldMore = ({ answers, photos }: { answers: readonly AnswerView[]; photos: readonly PhotoView[] }) => (
  <>
    {answers.length > 0 && <AnswerLines items={answers} />}
    {photos.length > 0 && (
      <Box className="row wrap gap-2 telling-act">
        {photos.map(({ id, url, thumbUrl }, i) => (
          <Photo
            key={id}
            src={thumbUrl}
            label={`附议的第 ${i + 1} 张照片`}
            className="thumb"
            onTap={() => preview([url], 0)}
          />
        ))}
      </Box>
    )}
  </>
)

const CallbackLines = ({ items }: { items: readonly CallbackView[] }) => (
  <>
    {items.map(({ outcomeZh, note, at }) => (
      <Txt key={at} size="caption" tone="second" block>
        {`${momentZh(new Date(at), now())} ${outcomeZh}${note ? `：${note}` : ''}`}
      </Txt>
    ))}
  </>
)
