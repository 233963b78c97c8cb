import type { CaseView } from '@shared/cases/contract'
import { EndOutsideLink, ListOutsideLinks, type OutsideLink } from '@shared/cases/outside-contract'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Txt } from '../../../ui/txt'
import { OutsideAnswers } from './outside-answers'
import { OutsideSheet } from './outside-sheet'

/** 转外部: links for who handles it there, and what they answered. */
export function OutsideCard({ view: { id, state } }: { view: CaseView }) {
  const isOutside = state === 'transferred'
  const load = useLoad(ListOutsideLinks, isOutside ? { params: { id }, body: {} } : null)
  const [isOpen, setOpen] = useState(false)
  if (!isOutside || !load.data) return null
  const { items, mayAdd } = load.data
  if (items.length === 0 && !mayAdd) return null
  const reload = () => void load.reload()
  return (
    <Card title="外部办理" {...(items.length > 0 ? { aside: `${items.length} 个链接` } : {})}>
      {items.map((link) => (
        <Link key={link.id} link={link} mayEnd={mayAdd} onEnded={reload} />
      ))}
      {mayAdd && (
        <Button kind="outline" dense icon="plus" onTap={() => setOpen(true)}>
          发办理链接
        </Button>
      )}
      {isOpen && <OutsideSheet caseId={id} onMade={reload} onClose={() => setOpen(false)} />}
    </Card>
  )
}

type LinkProps = { readonly link: OutsideLink; readonly mayEnd: boolean; readonly onEnded: () => void }

function Link({ link: { id, name, expiresAt, isOpen, answers }, mayEnd, onEnded }: LinkProps) {
  const { busy, send } = useSend()
  const end = async () => {
    if (
      !(await confirm({
        title: `停用给${name}的链接？`,
        zh: '停用后对方不能再看这一件',
        yes: '停用链接',
        danger: true,
      }))
    )
      return
    const ended = await send('end', async (key) => {
      await call(EndOutsideLink, { params: { id }, body: { key } })
    })
    if (ended) onEnded()
  }
  return (
    <Box className="outside-link">
      <Box className="between">
        <Box className="grow">
          <Txt block strong>
            {name}
          </Txt>
          <Txt size="caption" tone="second" block>
            {isOpen ? `${shanghai(new Date(expiresAt)).day} 到期` : '已停用或到期'}
          </Txt>
        </Box>
        {isOpen && mayEnd && (
          <Button kind="outline" dense busy={busy !== null} onTap={() => void end()}>
            停用
          </Button>
        )}
      </Box>
      <OutsideAnswers answers={answers} />
    </Box>
  )
}
