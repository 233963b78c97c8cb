import type { CodeDirection } from '@shared/volunteering/codes'
import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import { type Listed, personZh } from './look'

const REASONS = ['屏幕坏了扫不出', '手机没电', '没带手机', '不会用手机'] as const
const OTHER = '其他'

type Props = {
  readonly roster: readonly Listed[]
  /** Whose code it seemed to be. */
  readonly first: Listed | null
  readonly direction: CodeDirection
  readonly isForced: boolean
  readonly onClose: () => void
  readonly onDone: (person: Listed, reason: string) => void
}

/** The leader's word instead of a code, also without a network: who it is, and why there was no code. */
export function PersonSheet({ roster, first, direction, isForced, onClose, onDone }: Props) {
  const others = roster.filter(({ isMine }) => !isMine)
  const [id, setId] = useState<string | null>(first?.isMine ? null : (first?.signUpId ?? null))
  const [picked, setPicked] = useState<string>('')
  const [words, setWords] = useState('')
  const person = others.find(({ signUpId }) => signUpId === id)
  const reason = picked === OTHER ? words.trim() : picked
  const zh = direction === 'in' ? '签到' : '签退'
  return (
    <Sheet title={isForced ? `放行${zh}` : `没码登记${zh}`} open onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        {isForced
          ? '由您认出本人后放行，记录上会注明“未核对码放行”，证据等级低一级。'
          : '由您证明他到了，记录上会注明“领队登记”，证据等级低一级。'}
      </Txt>
      <FormRow label="是哪一位">
        <Select
          label="是哪一位"
          options={others.map((one) => ({ id: one.signUpId, zh: personZh(one) }))}
          value={id}
          onPick={setId}
          placeholder="从名单里选"
        />
      </FormRow>
      <FormRow label="为什么没有核对码">
        <Choices
          label="原因"
          look="tag"
          items={[...REASONS, OTHER].map((one) => ({ id: one, zh: one }))}
          picked={[picked]}
          onPick={setPicked}
        />
      </FormRow>
      {picked === OTHER && (
        <FormRow label="说明">
          <Area label="说明" value={words} onText={setWords} placeholder="写清楚情况" max={200} />
        </FormRow>
      )}
      <Box className="sheet-act">
        <Button disabled={!person || reason === ''} onTap={() => person && onDone(person, reason)}>
          {person ? `${zh}：${personZh(person)}` : '先选是哪一位'}
        </Button>
      </Box>
    </Sheet>
  )
}
