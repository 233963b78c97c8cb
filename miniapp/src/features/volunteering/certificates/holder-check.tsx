import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Txt } from '../../../ui/txt'
import { useHolderCheck } from './use-public'

const TAIL = 4

/** Whoever was handed the paper asks whether it is this person's: yes or no, and nothing else. */
export function HolderCheck({ id }: { id: string }) {
  const [name, setName] = useState('')
  const [tail, setTail] = useState('')
  const { matches, busy, check } = useHolderCheck(id)
  return (
    <Card title="核对持有人">
      <FormRow label="姓名">
        <Input label="持有人姓名" value={name} onText={setName} max={40} />
      </FormRow>
      <FormRow label="证件号码后四位">
        <Input label="证件号码后四位" value={tail} onText={setTail} max={TAIL} />
      </FormRow>
      <Button
        kind="soft"
        busy={busy}
        disabled={name.trim() === '' || tail.trim().length !== TAIL}
        onTap={() => void check(name.trim(), tail.trim())}
      >
        核对
      </Button>
      {matches !== null && (
        <Box as="status" className={`row certificate-signed tone-${matches ? 'ok' : 'danger'}`}>
          <Icon name={matches ? 'circle-check' : 'circle-x'} size={18} />
          <Txt>{matches ? '一致，是这位志愿者的证明' : '不一致，请核对姓名和后四位'}</Txt>
        </Box>
      )}
    </Card>
  )
}
