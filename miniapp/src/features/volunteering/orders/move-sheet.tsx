import type { OrderView } from '@shared/volunteering/orders/contract'
import { ORDER_TRANSITIONS, type OrderMove } from '@shared/volunteering/orders/moves'
import { STARS_ZH } from '@shared/volunteering/orders/words'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { PhotoPicker } from '../../../ui/photo-picker'
import { Sheet } from '../../../ui/sheet'
import { LinkFields } from './link-fields'
import { WhenRow } from './order-sheet'
import { MasterField, TeamField } from './pick-fields'
import { type MoveDraft, useMoveDraft } from './use-move-draft'
import type { MoveFields } from './use-order'

type Props = {
  readonly order: OrderView
  readonly move: OrderMove
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (fields: MoveFields) => void
}
const NOTED: readonly OrderMove[] = ['decline', 'refuse', 'give_up', 'settle', 'reopen', 'rate']
const TEAM: readonly OrderMove[] = ['dispatch', 'claim']
const AGREED: readonly OrderMove[] = ['take', 'claim']

/** What one step needs, by the table of steps. */
export function MoveSheet({ order, move, busy, onClose, onSend }: Props) {
  const { zh } = ORDER_TRANSITIONS[move]
  const needs = ORDER_TRANSITIONS[move].needs as readonly string[]
  const draft = useMoveDraft(order, move)
  return (
    <Sheet title={zh} open onClose={onClose}>
      <Fields order={order} move={move} draft={draft} />
      {move === 'serve' && <PhotosField photos={draft.photos} />}
      {NOTED.includes(move) && (
        <FormRow label={move === 'rate' ? '想说的话' : '说明'} hint={needs.includes('note') ? '会留痕' : '可不填'}>
          <Area label={move === 'rate' ? '想说的话' : '说明'} value={draft.note} onText={draft.setNote} max={500} />
        </FormRow>
      )}
      <Box className="sheet-act">
        <Button busy={busy} disabled={needs.some((need) => !draft.met[need])} onTap={() => onSend(draft.fields)}>
          {zh}
        </Button>
      </Box>
    </Sheet>
  )
}

type FieldsProps = { readonly order: OrderView; readonly move: OrderMove; readonly draft: MoveDraft }

const Fields = ({ order, move, draft }: FieldsProps) => (
  <>
    {TEAM.includes(move) && (
      <TeamField led={move === 'claim' ? order.led : null} value={draft.teamId} onPick={draft.setTeam} />
    )}
    {move === 'merge' && <MasterField but={order.id} value={draft.masterId} onPick={draft.setMaster} />}
    {AGREED.includes(move) && (
      <WhenRow label="约定时间" {...draft.when} onPick={(is) => draft.setWhen({ ...draft.when, ...is })} />
    )}
    {move === 'rate' && <StarsField value={draft.stars} onPick={draft.setStars} />}
    {move === 'link' && <LinkFields orderId={order.id} draft={draft} />}
  </>
)

const PhotosField = ({ photos }: { photos: MoveDraft['photos'] }) => (
  <FormRow label="服务照片" {...(photos.wrong ? { wrong: photos.wrong } : {})}>
    <PhotoPicker
      photos={photos.picked}
      max={9}
      hint="拍照"
      onAdd={() => void photos.add('both')}
      onRemove={photos.remove}
      onRetry={photos.retry}
    />
  </FormRow>
)

const StarsField = ({ value, onPick }: { value: number | null; onPick: (stars: number) => void }) => (
  <FormRow label="满意吗" hint="只能评一次">
    <Choices
      label="满意吗"
      look="tag"
      items={[5, 4, 3, 2, 1].map((n) => ({ id: String(n), zh: `${n} 星 ${STARS_ZH[n]}` }))}
      picked={value === null ? [] : [String(value)]}
      onPick={(id) => onPick(Number(id))}
    />
  </FormRow>
)
