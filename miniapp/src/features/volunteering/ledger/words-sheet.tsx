import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

type WordsProps = {
  readonly title: string
  readonly about: string
  readonly hint?: string
  readonly act: string
  readonly busy: boolean
  /** Words may be left out. */
  readonly optional?: boolean
  /** Also asks for whole minutes. */
  readonly minutes?: number
  readonly onClose: () => void
  readonly onSend: (words: string, minutes: number) => void
}

/** A few words before a step is taken, and minutes where it needs them. */
export function WordsSheet(given: WordsProps) {
  const { title, about, hint, act, busy, optional = false, onClose, onSend } = given
  const [words, setWords] = useState('')
  const [minutes, setMinutes] = useState(String(given.minutes ?? ''))
  const isShort = !optional && words.trim() === ''
  const isNumber = given.minutes === undefined || /^\d{1,4}$/.test(minutes.trim())
  return (
    <Sheet title={title} open onClose={onClose} small>
      <Txt block strong>
        {about}
      </Txt>
      {given.minutes !== undefined && (
        <FormRow label="核定为（分钟）">
          <Input label="核定为（分钟）" keyboard="number" value={minutes} onText={setMinutes} max={4} />
        </FormRow>
      )}
      <FormRow label="说明" hint={optional ? '可不填' : '会留痕'}>
        <Area label="说明" value={words} onText={setWords} placeholder={hint ?? '写明依据'} max={300} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={isShort || !isNumber} onTap={() => onSend(words.trim(), Number(minutes))}>
          {act}
        </Button>
      </Box>
    </Sheet>
  )
}
