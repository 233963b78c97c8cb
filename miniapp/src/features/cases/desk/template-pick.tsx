import { fillTemplate, type TemplateFacts } from '@shared/cases/templates'
import { ListTemplates } from '@shared/cases/tools-contract'
import { momentZh, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Sheet } from '../../../ui/sheet'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import type { MoveForm } from './use-move-form'

/** What a template can say of this case: the unit and the time are those of the form as it stands. */
function factsOf({ view, fields, category }: MoveForm): TemplateFacts {
  const { dueAt } = view.clock
  return {
    标题: view.title,
    编号: view.number,
    地点: view.addressZh,
    类别: category?.zh ?? view.categoryZh,
    单位: fields.unitZh || view.unitZh,
    时限: fields.dueDay ? `${fields.dueDay} ${fields.dueClock}` : dueAt ? momentZh(new Date(dueAt), now()) : '',
    今天: shanghai(now()).day,
  }
}

/** 回复模板: the words as they would be sent; a tap puts them into the note, where they can still be changed. */
export function TemplatePick({ form }: { form: MoveForm }) {
  const [isOpen, setOpen] = useState(false)
  const move = form.plan.moves.at(-1)
  const categoryCode = form.fields.categoryCode
  const { data } = useLoad(ListTemplates, move ? { params: {}, body: { move, categoryCode } } : null)
  if (!data || data.items.length === 0) return null
  const facts = factsOf(form)
  const use = (text: string) => {
    form.set({ note: text })
    setOpen(false)
  }
  return (
    <>
      <Tap className="link-line" onTap={() => setOpen(true)}>
        <Icon name="file-text" size={16} />
        <Txt size="caption">{`用模板（${data.items.length}）`}</Txt>
      </Tap>
      <Sheet title="回复模板" open={isOpen} onClose={() => setOpen(false)}>
        <Box as="list" label="回复模板">
          {data.items.map(({ id, name, text }) => (
            <Box key={id} as="item">
              <Tap className="template" onTap={() => use(fillTemplate(text, facts))}>
                <Txt strong block>
                  {name}
                </Txt>
                <Txt size="caption" tone="second" block>
                  {fillTemplate(text, facts)}
                </Txt>
              </Tap>
            </Box>
          ))}
        </Box>
      </Sheet>
    </>
  )
}
