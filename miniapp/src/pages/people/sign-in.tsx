import { AccountRow } from '../../features/people/account-row'
import { useDemoAccounts, useSignIn } from '../../features/people/use-sign-in'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { goBack } from '../../ui/nav'
import { Screen } from '../../ui/screen'
import { Txt } from '../../ui/txt'

export default function SignInPage() {
  const accounts = useDemoAccounts()
  const { personId, busy, choose } = useSignIn()
  const enter = async (id: string) => {
    if (await choose(id)) goBack()
  }
  return (
    <Screen title="选择演示身份">
      <Loaded load={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="qrcode" title="请在微信里打开" zh="在微信里搜索本县的文明小程序，打开即可使用，不用注册" />
          ) : (
            <>
              <Box className="lead">
                <Txt tone="second">这是演示环境，数据都是编的。选一个身份进去看看，随时可以换。</Txt>
              </Box>
              <Card flush>
                {items.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    now={account.id === personId}
                    busy={busy !== null}
                    onTap={() => void enter(account.id)}
                  />
                ))}
              </Card>
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
