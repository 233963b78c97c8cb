import { ADMISSIONS } from '@shared/volunteering/admissions'
import { ADMISSION_ZH } from '@shared/volunteering/words'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { type Option, Select } from '../../../ui/select'
import { Txt } from '../../../ui/txt'
import { aPost, aShift, type PostForm, type ShiftForm } from './sheet-form'
import { type SheetHand, useDemands } from './use-sheet'

type ShiftsProps = {
  readonly hand: SheetHand
  /** A published activity keeps its shifts and posts; times and seats change. */
  readonly isDraft: boolean
  readonly takenOf: (postId: string | null) => number
  readonly unansweredOf: (shiftId: string | null) => number
}

const without = <T,>(items: readonly T[], at: number) => items.filter((_, i) => i !== at)
const put = <T,>(items: readonly T[], at: number, item: T) => items.map((one, i) => (i === at ? item : one))

export function ShiftsCards({ hand, isDraft, takenOf, unansweredOf }: ShiftsProps) {
  const { form, set, wrongOf } = hand
  const { shifts } = form
  const demands = useDemands()
  return (
    <>
      {shifts.map((shift, i) => (
        <ShiftCard
          key={shift.row}
          zh={`班次 ${i + 1}`}
          shift={shift}
          demands={demands}
          isDraft={isDraft}
          wrong={i === 0 || wrongOf(`shifts.${i}`) ? wrongOf(`shifts.${i}`) || wrongOf('shifts') : ''}
          unanswered={unansweredOf(shift.id)}
          takenOf={takenOf}
          onChange={(next) => set({ shifts: put(shifts, i, next) })}
          onRemove={shifts.length > 1 ? () => set({ shifts: without(shifts, i) }) : null}
        />
      ))}
      {isDraft && (
        <Button kind="outline" icon="plus" onTap={() => set({ shifts: [...shifts, aShift(shifts.at(-1), now())] })}>
          再加一个班次
        </Button>
      )}
    </>
  )
}

type ShiftProps = Pick<ShiftsProps, 'isDraft' | 'takenOf'> & {
  readonly zh: string
  readonly shift: ShiftForm
  readonly demands: readonly Option[]
  readonly wrong: string
  readonly unanswered: number
  readonly onChange: (shift: ShiftForm) => void
  readonly onRemove: (() => void) | null
}

function ShiftCard({ zh, shift, demands, wrong, unanswered, isDraft, takenOf, onChange, onRemove }: ShiftProps) {
  const set = (change: Partial<ShiftForm>) => onChange({ ...shift, ...change })
  return (
    <Card title={zh}>
      {unanswered > 0 && <Txt size="caption" tone="warn" block num>{`改期后还有 ${unanswered} 人没有回答`}</Txt>}
      <FormRow label="时间" hint="结束早于开始就算到次日" wrong={wrong}>
        <Box className="row wrap gap-2">
          <DatePick label={`${zh}日期`} mode="date" value={shift.day} onPick={(day) => set({ day })} />
          <DatePick label={`${zh}开始`} mode="time" value={shift.from} onPick={(from) => set({ from })} />
          <DatePick label={`${zh}结束`} mode="time" value={shift.to} onPick={(to) => set({ to })} />
        </Box>
      </FormRow>
      {isDraft && <ShiftRules zh={zh} shift={shift} demands={demands} onChange={set} />}
      {shift.posts.map((post, i) => (
        <PostRow
          key={post.row}
          zh={`${zh}岗位 ${i + 1}`}
          post={post}
          isDraft={isDraft}
          taken={takenOf(post.id)}
          onChange={(next) => set({ posts: put(shift.posts, i, next) })}
          onRemove={shift.posts.length > 1 ? () => set({ posts: without(shift.posts, i) }) : null}
        />
      ))}
      {isDraft && (
        <Box className="row wrap gap-2">
          <Button kind="ghost" dense fit icon="plus" onTap={() => set({ posts: [...shift.posts, aPost()] })}>
            加岗位
          </Button>
          {onRemove && (
            <Button kind="ghost" dense fit label={`删去${zh}`} onTap={onRemove}>
              删去这一班
            </Button>
          )}
        </Box>
      )}
    </Card>
  )
}

type RulesProps = Pick<ShiftProps, 'zh' | 'shift' | 'demands'> & {
  readonly onChange: (change: Partial<ShiftForm>) => void
}

const ShiftRules = ({ zh, shift, demands, onChange }: RulesProps) => (
  <>
    <FormRow label="领队的志愿者编号" hint="10 位">
      <Input
        label={`${zh}领队的志愿者编号`}
        keyboard="number"
        value={shift.leaderNumber}
        max={10}
        onText={(leaderNumber) => onChange({ leaderNumber })}
      />
    </FormRow>
    <FormRow label="前后宽限（分钟）">
      <Input
        label={`${zh}前后宽限，分钟`}
        keyboard="number"
        value={shift.graceMinutes}
        max={3}
        onText={(graceMinutes) => onChange({ graceMinutes })}
      />
    </FormRow>
    <FormRow label="本场计时上限（分钟）" hint="不填同班次时长">
      <Input
        label={`${zh}计时上限，分钟`}
        keyboard="number"
        value={shift.capMinutes}
        max={4}
        onText={(capMinutes) => onChange({ capMinutes })}
      />
    </FormRow>
    <FormRow label="报名方式">
      <Choices
        label={`${zh}报名方式`}
        look="segment"
        items={ADMISSIONS.map((id) => ({ id, zh: ADMISSION_ZH[id] }))}
        picked={[shift.admission]}
        onPick={(id) => onChange({ admission: id === 'approval' ? 'approval' : 'auto' })}
      />
    </FormRow>
    <FormRow label="须有的培训或证书" hint="开班那天还有效才能报名">
      <Select
        label={`${zh}须有的培训或证书`}
        options={demands}
        value={shift.qualificationId ?? ''}
        onPick={(id) => onChange({ qualificationId: id === '' ? null : id })}
      />
    </FormRow>
  </>
)

type PostProps = {
  readonly zh: string
  readonly post: PostForm
  readonly isDraft: boolean
  readonly taken: number
  readonly onChange: (post: PostForm) => void
  readonly onRemove: (() => void) | null
}

const PostRow = ({ zh, post, isDraft, taken, onChange, onRemove }: PostProps) => (
  <FormRow label={isDraft ? '岗位和名额' : post.name} hint={taken > 0 ? `已有 ${taken} 人` : ''}>
    <Box className="row gap-2">
      {isDraft && (
        <Input
          label={`${zh}名称`}
          placeholder="岗位名称"
          value={post.name}
          max={20}
          onText={(name) => onChange({ ...post, name })}
        />
      )}
      <Input
        label={`${zh}名额`}
        keyboard="number"
        value={post.capacity}
        max={5}
        onText={(capacity) => onChange({ ...post, capacity })}
      />
      {isDraft && onRemove && (
        <Button kind="ghost" dense fit label={`删去${zh}`} onTap={onRemove}>
          删去
        </Button>
      )}
    </Box>
  </FormRow>
)
