import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'

export type Wider = { readonly postId: string; readonly capacity: number; readonly note: string }
type WidenProps = {
  readonly posts: ShiftBoard['posts']
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (wider: Wider) => void
}

/** More seats on a post, and why; whoever waits hears of them first. */
export function WidenSheet({ posts, busy, onClose, onDone }: WidenProps) {
  const [postId, setPostId] = useState(posts[0]?.id ?? '')
  const [seats, setSeats] = useState('')
  const [note, setNote] = useState('')
  const capacity = Number(seats)
  const was = posts.find(({ id }) => id === postId)?.capacity ?? 0
  const isWhole = Number.isInteger(capacity) && capacity > was && note.trim() !== ''
  return (
    <Sheet title="增加名额" open onClose={onClose}>
      {posts.length > 1 && (
        <FormRow label="岗位">
          <Choices
            label="岗位"
            look="tag"
            items={posts.map(({ id, name }) => ({ id, zh: name }))}
            picked={[postId]}
            onPick={setPostId}
          />
        </FormRow>
      )}
      <FormRow label="增加到" hint={`现有 ${was} 个，只能增加；先给候补的人`}>
        <Input label="名额" value={seats} onText={setSeats} placeholder={`比 ${was} 多`} max={5} />
      </FormRow>
      <FormRow label="为什么增加">
        <Area label="为什么增加" value={note} onText={setNote} placeholder="比如：场地够大，来的人多" max={200} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!isWhole} onTap={() => onDone({ postId, capacity, note: note.trim() })}>
          增加名额
        </Button>
      </Box>
    </Sheet>
  )
}
