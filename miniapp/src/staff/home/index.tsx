import { ROLE_ZH } from '@shared/people/words'
import { HomeDoors } from '../../features/cases/desk/home-doors'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { TodoCard } from '../../features/cases/desk/todo-card'
import { Avatar } from '../../features/people/avatar'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Screen } from '../../ui/screen'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'

export default function StaffHomePage() {
  return (
    <StaffOnly title="工作台">
      {(me) => (
        <Screen title="工作台" wide className="staff-home">
          <Box className="staff-home-who">
            <Card>
              <Box className="row gap-3">
                <Avatar name={me.name} large />
                <Box className="grow">
                  <Txt size="title-1" strong block>{`${me.name}，您好`}</Txt>
                  <Box className="row wrap gap-2 me-roles">
                    {me.roles.map(({ role, scopeZh, unitId, gridId }) => (
                      <Tag
                        key={`${role} ${scopeZh}`}
                        tone="brand"
                        zh={[ROLE_ZH[role], scopeZh || (unitId === null && gridId === null ? '全县' : '')]
                          .filter(Boolean)
                          .join(' · ')}
                      />
                    ))}
                  </Box>
                </Box>
              </Box>
            </Card>
            <TodoCard />
          </Box>
          <HomeDoors me={me} />
        </Screen>
      )}
    </StaffOnly>
  )
}
