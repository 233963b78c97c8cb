import { EXAMPLE_FACTS, fillTemplate } from '@shared/cases/templates'
import { ListTemplates, type TemplateView } from '@shared/cases/tools-contract'
import { CASE_MOVES, transitionOf } from '@shared/cases/transitions'
import { useState } from 'react'
import { useLoad } from '../../../api/use-load'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { Select } from '../../../ui/select'
import { TemplateSheet } from './template-sheet'

const ALL = 'all'
type Open = { readonly old: TemplateView | null }

/** 回复模板 by the move they are for; what is for one class stands before what fits all. */
export function TemplateList() {
  const load = useLoad(ListTemplates, { params: {}, body: {} })
  const [move, setMove] = useState(ALL)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => {
    setOpen(null)
    void load.reload()
  }
  return (
    <>
      <Button icon="plus" onTap={() => setOpen({ old: null })}>
        新增模板
      </Button>
      <Loaded load={load}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="message-question" title="还没有回复模板" zh="把常说的话存下来，案件信息会自动填入" />
          ) : (
            <>
              <Select label="用在哪一步" options={movesOf(items)} value={move} onPick={setMove} />
              <Groups
                items={items.filter((one) => move === ALL || one.move === move)}
                onOpen={(old) => setOpen({ old })}
              />
            </>
          )
        }
      </Loaded>
      {open && (
        <TemplateSheet key={open.old?.id ?? 'new'} old={open.old} onClose={() => setOpen(null)} onDone={close} />
      )}
    </>
  )
}

const used = (items: readonly TemplateView[]) => CASE_MOVES.filter((move) => items.some((one) => one.move === move))

const movesOf = (items: readonly TemplateView[]) => [
  { id: ALL, zh: '全部步骤' },
  ...used(items).map((id) => ({ id, zh: transitionOf(id).zh })),
]

type GroupsProps = { readonly items: readonly TemplateView[]; readonly onOpen: (one: TemplateView) => void }

const Groups = ({ items, onOpen }: GroupsProps) =>
  used(items).map((move) => {
    const own = items.filter((one) => one.move === move)
    return (
      <Card key={move} title={transitionOf(move).zh} aside={`${own.length} 个`} flush>
        {own.map((one) => (
          <Entry
            key={one.id}
            title={[one.name, one.categoryZh && `只用于${one.categoryZh}`].filter(Boolean).join(' · ')}
            zh={fillTemplate(one.text, EXAMPLE_FACTS)}
            onTap={() => onOpen(one)}
          />
        ))}
      </Card>
    )
  })
