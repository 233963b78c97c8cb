import { AGE_BANDS, type AgeBand } from '@shared/volunteering/volunteers'
import { AGE_BAND_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import type { Registration } from './use-activity'

type RegisterProps = {
  readonly open: boolean
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (registration: Registration) => void
}

/** Two questions, once in a lifetime, and why they are asked. */
export function RegisterSheet({ open, busy, onClose, onDone }: RegisterProps) {
  const [name, setName] = useState('')
  const [ageBand, setAgeBand] = useState<AgeBand>('adult')
  const [tried, setTried] = useState(false)
  const displayName = name.trim()
  const done = () => {
    setTried(true)
    if (displayName !== '') onDone({ displayName, ageBand })
  }
  return (
    <Sheet title="先登记为志愿者" open={open} onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        只填这一次，登记后马上报名。称呼给领队点名用，别人只看到姓；年龄段用来判断能不能参加这类活动。
      </Txt>
      <FormRow label="称呼" hint="领队怎么叫您" {...(tried && displayName === '' ? { wrong: '请填写称呼' } : {})}>
        <Input
          label="称呼"
          value={name}
          onText={setName}
          placeholder="比如：陈丽"
          max={20}
          invalid={tried && displayName === ''}
        />
      </FormRow>
      <FormRow label="年龄段">
        <Box className="two-up">
          <Choices
            label="年龄段"
            items={[...AGE_BANDS].reverse().map((id) => ({ id, zh: AGE_BAND_ZH[id] }))}
            picked={[ageBand]}
            onPick={(id) => setAgeBand(AGE_BANDS.find((band) => band === id) ?? 'adult')}
          />
        </Box>
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} onTap={done}>
          {ageBand === 'adult' ? '登记并报名' : '登记，再请监护人同意'}
        </Button>
      </Box>
    </Sheet>
  )
}
