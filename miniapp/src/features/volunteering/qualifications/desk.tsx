import { shanghai } from '@shared/kit/time'
import type { QualificationView } from '@shared/volunteering/qualifications/contract'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { DatePick } from '../../../ui/date-pick'
import { Empty } from '../../../ui/empty'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { WordsSheet } from '../ledger/words-sheet'
import { KindsSection } from './kinds-section'
import { QualificationRow } from './record-row'
import type { QualificationHand } from './use-qualifications'

type HandProps = { readonly hand: QualificationHand }

/** 培训和证书: find a volunteer by number, record what was shown, end what no longer counts. */
export const QualificationDesk = ({ hand, number }: HandProps & { readonly number: string }) => (
  <Box className="office">
    <FindCard hand={hand} first={number} />
    {hand.found && <HeldCard hand={hand} />}
    {hand.found && <RecordCard key={hand.found.number} hand={hand} />}
    <KindsSection hand={hand} />
  </Box>
)

function FindCard({ hand: { busy, wrong, find }, first }: HandProps & { readonly first: string }) {
  const [number, setNumber] = useState(first)
  const send = () => void find(number.trim())
  return (
    <Card title="找志愿者">
      <FormRow label="志愿者编号" hint="10 位" wrong={wrong?.field === 'number' ? wrong.zh : ''}>
        <Input label="志愿者编号" keyboard="number" value={number} max={10} onText={setNumber} onDone={send} />
      </FormRow>
      <Button busy={busy} disabled={!/^\d{10}$/.test(number.trim())} onTap={send}>
        查看
      </Button>
    </Card>
  )
}

function HeldCard({ hand: { found, busy, end } }: HandProps) {
  const [ended, setEnded] = useState<QualificationView | null>(null)
  const items = found?.items ?? []
  return (
    <Card flush title={found?.displayName ?? ''} aside={`${items.length} 条`}>
      {items.length === 0 && <Empty icon="certificate" title="还没有登记培训或证书" />}
      {items.map((one) => (
        <QualificationRow key={one.id} one={one}>
          {one.standing !== 'ended' && (
            <Box className="office-acts">
              <Button dense fit kind="ghost" busy={busy} label={`作废${one.kindZh}`} onTap={() => setEnded(one)}>
                作废
              </Button>
            </Box>
          )}
        </QualificationRow>
      ))}
      {ended && (
        <WordsSheet
          title="作废登记"
          about={ended.kindZh}
          hint="写明原因，原记录保留"
          act="作废"
          busy={busy}
          onClose={() => setEnded(null)}
          onSend={(note) => void end(ended.id, note).then((done) => done && setEnded(null))}
        />
      )}
    </Card>
  )
}

function RecordCard({ hand: { found, kinds, busy, wrong, record } }: HandProps) {
  const [kindId, setKindId] = useState('')
  const [untilOn, setUntilOn] = useState('')
  const [note, setNote] = useState('')
  const options = (kinds.data?.items ?? []).filter(({ isOn }) => isOn)
  const wrongOf = (field: string) => (wrong?.field === field ? wrong.zh : '')
  const send = () => {
    if (!found) return
    void record(found.number, { kindId, untilOn, note }).then((done) => {
      if (!done) return
      setKindId('')
      setNote('')
    })
  }
  return (
    <Card title="登记一项">
      <FormRow label="种类" wrong={wrongOf('kindId')}>
        <Select label="种类" options={options} value={kindId} onPick={setKindId} />
      </FormRow>
      <FormRow label="有效期到" hint="当天仍有效" wrong={wrongOf('untilOn')}>
        <DatePick label="有效期到" mode="date" value={untilOn} from={shanghai(now()).day} onPick={setUntilOn} />
      </FormRow>
      <FormRow label="证书编号或说明" hint="可不填" wrong={wrongOf('note')}>
        <Input label="证书编号或说明" value={note} max={100} onText={setNote} />
      </FormRow>
      <Button busy={busy} disabled={kindId === '' || untilOn === ''} onTap={send}>
        登记
      </Button>
    </Card>
  )
}
