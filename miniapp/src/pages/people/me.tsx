import { MyDoors } from '../../features/home/my-doors'
import { Account } from '../../features/people/account'
import { ElderSwitch } from '../../features/people/elder-switch'
import { HelpLines } from '../../features/people/help-lines'
import { SecurityEntries } from '../../features/people/security-entries'
import { useMe, worksForCounty } from '../../features/people/use-me'
import { useDemoAccounts } from '../../features/people/use-sign-in'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { go } from '../../ui/nav'
import { Screen } from '../../ui/screen'

export default function MyPage() {
  const me = useMe()
  const demo = useDemoAccounts()
  return (
    <Screen title="我的" tab="我的">
      <Account load={me} />
      {me.data && worksForCounty(me.data) && (
        <Card flush>
          <Entry icon="layout-dashboard" title="工作台" zh="待办、派单、核查" onTap={() => go('/staff/home/index')} />
        </Card>
      )}
      <MyDoors />
      <Card flush>
        <Entry
          icon="certificate"
          title="我的奖励"
          zh="首报和附议的奖励、收款人"
          onTap={() => go('/pages/reports/rewards')}
        />
        <Entry
          icon="clipboard-check"
          title="我的活动"
          zh="要参加的、参加过的志愿活动"
          onTap={() => go('/pages/volunteering/mine')}
        />
        <ServiceEntries />
      </Card>
      <Card flush>
        <ElderSwitch />
        <SecurityEntries me={me.data} />
        {demo.data && demo.data.items.length > 0 && (
          <Entry
            icon="switch-horizontal"
            title="切换演示身份"
            zh="市民、审核员、责任单位、领队等"
            onTap={() => go('/pages/people/sign-in')}
          />
        )}
      </Card>
      <HelpLines />
    </Screen>
  )
}

/** What one gives and asks for as a volunteer. */
const ServiceEntries = () => (
  <>
    <Entry icon="clock-heart" title="我的时长" zh="志愿服务时长和记录" onTap={() => go('/pages/volunteering/hours')} />
    <Entry
      icon="building-store"
      title="我的积分"
      zh="服务积分、兑换和领取码"
      onTap={() => go('/mine/volunteering/points')}
    />
    <Entry
      icon="heart-handshake"
      title="志愿点单"
      zh="需要帮助就点单，办完由您评价"
      onTap={() => go('/mine/volunteering/orders')}
    />
    <Entry
      icon="users"
      title="我的队伍"
      zh="在哪支队伍，入队、转队、退队"
      onTap={() => go('/mine/volunteering/teams')}
    />
  </>
)
