import { EXAMPLE_FACTS, fillTemplate, strangeWords, TEMPLATE_WORDS } from '@shared/cases/templates'
import { EndTemplate, SaveTemplate, type TemplateView } from '@shared/cases/tools-contract'
import { CASE_MOVES, type CaseMove, type Party, transitionOf } from '@shared/cases/transitions'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { confirm } from '../../../ui/confirm'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { useCategories } from '../use-categories'

const ANY = 'any'
/** Moves that people of the desk make with words of their own. */
const NOT_OF_THE_DESK: readonly Party[] = ['reporter', 'follower', 'volunteers', 'clock']
const MOVES = CASE_MOVES.filter((move) => transitionOf(move).by.some((party) => !NOT_OF_THE_DESK.includes(party)))
const MOVE_OPTIONS = MOVES.map((id) => ({ id, zh: transitionOf(id).zh }))

const started = (old: TemplateView | null) => ({
  move: old?.move ?? null,
  categoryCode: old?.categoryCode ?? null,
  name: old?.name ?? '',
  text: old?.text ?? '',
})
type Draft = ReturnType<typeof started>

type TemplateSheetProps = {
  readonly old: TemplateView | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A new template, or one in the place of another: what was said with the old one stays as it was said. */
export function TemplateSheet({ old, onClose, onDone }: TemplateSheetProps) {
  const [draft, setDraft] = useState(() => started(old))
  const { busy, send } = useSend()
  const { move, name, text } = draft
  const save = () =>
    move &&
    send(JSON.stringify(draft), async (key) => {
      await call(SaveTemplate, { params: {}, body: { key, replaces: old?.id ?? null, ...draft, move } })
      toast(old ? '已换成新的' : '已新增', 'ok')
      onDone()
    })
  const isReady = move !== null && name.trim() !== '' && text.trim() !== '' && strangeWords(text).length === 0
  return (
    <Sheet title={old ? '修改模板' : '新增模板'} open onClose={onClose}>
      <TemplateFields draft={draft} onDraft={(change) => setDraft({ ...draft, ...change })} />
      <Button busy={busy !== null} disabled={!isReady} onTap={() => void save()}>
        {old ? '换成这一版' : '新增'}
      </Button>
      {old && <StopButton old={old} onDone={onDone} />}
    </Sheet>
  )
}

function StopButton({ old: { id, name }, onDone }: { old: TemplateView; onDone: () => void }) {
  const { busy, send } = useSend()
  const stop = async () => {
    const doubt = { title: `停用“${name}”`, zh: '以后不再出现；已经发出的回复不变。', yes: '停用', danger: true }
    if (!(await confirm(doubt))) return
    await send('stop', async (key) => {
      await call(EndTemplate, { params: { id }, body: { key } })
      toast('已停用', 'ok')
      onDone()
    })
  }
  return (
    <Button kind="ghost" busy={busy !== null} onTap={() => void stop()}>
      停用这个模板
    </Button>
  )
}

type FieldsProps = { readonly draft: Draft; readonly onDraft: (change: Partial<Draft>) => void }

function TemplateFields({ draft: { move, categoryCode, name, text }, onDraft }: FieldsProps) {
  const classes = (useCategories() ?? []).map(({ code, zh }) => ({ id: code, zh }))
  const [strange] = strangeWords(text)
  const add = (word: string) => onDraft({ text: `${text}{${word}}`.slice(0, 300) })
  return (
    <>
      <FormRow label="用在哪一步">
        <Select
          label="用在哪一步"
          options={MOVE_OPTIONS}
          value={move}
          onPick={(id) => onDraft({ move: id as CaseMove })}
        />
      </FormRow>
      <FormRow label="哪类问题">
        <Select
          label="哪类问题"
          options={[{ id: ANY, zh: '所有类别' }, ...classes]}
          value={categoryCode ?? ANY}
          onPick={(id) => onDraft({ categoryCode: id === ANY ? null : id })}
        />
      </FormRow>
      <FormRow label="名称">
        <Input label="名称" value={name} onText={(one) => onDraft({ name: one })} max={20} />
      </FormRow>
      <FormRow
        label="内容"
        hint={`${text.length}/300`}
        {...(strange === undefined ? {} : { wrong: `不认识“{${strange}}”，请用下面的词` })}
      >
        <Area label="内容" value={text} onText={(one) => onDraft({ text: one })} max={300} />
      </FormRow>
      <FormRow label="点一下加进内容，使用时换成案件的">
        <Box className="row wrap gap-2 template-words">
          {TEMPLATE_WORDS.map((word) => (
            <Button key={word} kind="soft" dense fit label={`加入${word}`} onTap={() => add(word)}>
              {`{${word}}`}
            </Button>
          ))}
        </Box>
      </FormRow>
      {text.trim() !== '' && (
        <FormRow label="使用时的样子" hint="举例">
          <Box as="status" className="template-shown">
            <Txt block>{fillTemplate(text, EXAMPLE_FACTS)}</Txt>
          </Box>
        </FormRow>
      )}
    </>
  )
}
