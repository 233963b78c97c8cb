import { GRANTED_ROLES, type GrantedRole } from '@shared/people/grants'
import { ListStaff } from '@shared/people/staff-contract'
import { ROLE_ZH } from '@shared/people/words'
import { useState } from 'react'
import { usePages } from '../../api/use-pages'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Select } from '../../ui/select'

const ALL = 'all'
const ROLE_OPTIONS = [{ id: ALL, zh: '全部角色' }, ...GRANTED_ROLES.map((id) => ({ id, zh: ROLE_ZH[id] }))]

export function StaffList() {
  const [q, setQ] = useState('')
  const [role, setRole] = useState<string>(ALL)
  const text = q.trim()
  const body = { ...(text ? { q: text } : {}), ...(role === ALL ? {} : { role: role as GrantedRole }) }
  const { load, items, hasMore, busy, readOn } = usePages(ListStaff, { params: {}, body })
  return (
    <>
      <Input label="找人" keyboard="search" placeholder="姓名、单位或网格" value={q} onText={setQ} max={30} />
      <Select label="角色" options={ROLE_OPTIONS} value={role} onPick={setRole} />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="users" title="没有找到工作人员" zh="换个词再找，或者发一个邀请" />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, name, roles }) => (
                  <Entry
                    key={id}
                    icon="user"
                    title={name}
                    zh={roles.map((one) => [ROLE_ZH[one.role], one.scopeZh].filter(Boolean).join(' · ')).join('；')}
                    onTap={() => go('/staff/people/detail', { id })}
                  />
                ))}
              </Card>
              {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
            </>
          )
        }
      </Loaded>
    </>
  )
}
