import type { Me } from '@shared/people/contract'
import { isOffice } from '@shared/people/second-factor'
import { Entry } from '../../ui/entry'
import { go } from '../../ui/nav'

/** 我的 › 登录、个人信息; the second factor only for whom it is. */
export const SecurityEntries = ({ me }: { me: Me | null | undefined }) => (
  <>
    <Entry
      icon="login"
      title="登录设备"
      zh="在哪些设备上登录，让哪一处退出"
      onTap={() => go('/mine/people/sign-ins')}
    />
    {me && isOffice({ id: me.id, grants: me.roles }) && (
      <Entry
        icon="shield-check"
        title="两步验证"
        zh="敏感操作前再输入一次验证码"
        onTap={() => go('/mine/people/second-factor')}
      />
    )}
    <Entry
      icon="user-circle"
      title="我的隐私"
      zh="我的同意、绑定的手机号、导出我的数据、注销账号"
      onTap={() => go('/mine/people/privacy')}
    />
  </>
)
