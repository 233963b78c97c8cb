import { ROLE_ZH } from '@shared/people/words'
import { useMe, worksForCounty } from '../../features/people/use-me'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function DeskPage() {
  const me = useMe()
  return (
    <Screen title="工作台" wide>
      <Loaded load={me}>
        {(person) =>
          worksForCounty(person) ? (
            <Card flush title="您的岗位">
              {person.roles.map(({ role, scopeZh }) => (
                <Entry key={`${role} ${scopeZh}`} icon="user-check" title={ROLE_ZH[role]} zh={scopeZh || '全县'} />
              ))}
            </Card>
          ) : (
            <Empty icon="shield-check" title="这里是工作人员使用的" zh="需要开通请联系创建办" />
          )
        }
      </Loaded>
    </Screen>
  )
}
