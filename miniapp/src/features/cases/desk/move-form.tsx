import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Txt } from '../../../ui/txt'
import { fieldsOf } from './fields'
import { FORM_FIELDS } from './form-fields'
import type { MoveForm } from './use-move-form'

/** The one form of all moves: which inputs it has is in the table of moves. */
export function MoveFields({ form }: { form: MoveForm }) {
  const shown = fieldsOf(form.plan)
  const { wrong } = form
  const isPlaced = shown.some((field) => FORM_FIELDS[field].names.includes(wrong?.field ?? ''))
  return (
    <Box className="move-form">
      {shown.map((field) => {
        const { of: One, names } = FORM_FIELDS[field]
        return (
          <One key={field} form={form} wrong={wrong && names.includes(wrong.field ?? '') ? { wrong: wrong.zh } : {}} />
        )
      })}
      {shown.length === 0 && <Txt tone="second">不用填写，直接办理即可</Txt>}
      {wrong && !isPlaced && (
        <Box as="alert" className="form-wrong">
          <Icon name="alert-circle" size={16} />
          <Txt size="caption">{wrong.zh}</Txt>
        </Box>
      )}
    </Box>
  )
}
