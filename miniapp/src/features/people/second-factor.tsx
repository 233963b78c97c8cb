import type { FactorView } from '@shared/people/second-factor-contract'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { CopyOnce } from '../../ui/copy-once'
import { Empty } from '../../ui/empty'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { qrImage } from '../../ui/qr'
import { Txt } from '../../ui/txt'
import { useFactor } from './use-factor'

type Factor = ReturnType<typeof useFactor>

export function SecondFactor() {
  const factor = useFactor()
  return (
    <Loaded load={factor.load}>
      {(view) =>
        view.isForMe || view.isSet ? (
          <Inside view={view} factor={factor} />
        ) : (
          <Empty icon="shield-check" title="您的账号不需要两步验证" zh="审核、派遣和管理的账号才用" />
        )
      }
    </Loaded>
  )
}

function Inside({ view, factor }: { view: FactorView; factor: Factor }) {
  if (factor.codes.length > 0) return <Codes codes={factor.codes} />
  if (factor.started) return <Confirm {...factor.started} factor={factor} />
  if (!view.isSet) return <Start isRequired={view.isRequired} factor={factor} />
  return <Shown view={view} factor={factor} />
}

const Start = ({ isRequired, factor }: { isRequired: boolean; factor: Factor }) => (
  <Card title="还没有设置">
    <Txt block>
      {isRequired
        ? '本县要求审核、派遣和管理的账号先设置两步验证，再办理工作。'
        : '设置后，每次登录在查看举报人、授权等操作前再输入一次手机上的验证码，账号被别人登录也办不了。'}
    </Txt>
    <Txt size="caption" tone="second" block>
      先在手机上装一个验证器，系统自带的密码管理、微信小程序里的验证器都可以。
    </Txt>
    <Button busy={factor.busy === 'start'} onTap={() => void factor.start()}>
      开始设置
    </Button>
  </Card>
)

const Confirm = ({ secret, uri, factor }: { secret: string; uri: string; factor: Factor }) => (
  <>
    <Card title="第一步：用验证器扫码">
      <Box className="board-qr" label="两步验证的二维码" style={{ backgroundImage: qrImage(uri) }} />
      <CopyOnce zh="扫不了就把这串密钥输入验证器：" text={secret} act="复制密钥" />
    </Card>
    <Card title="第二步：输入验证器上的 6 位数字">
      <CodeInput act="完成设置" busy={factor.busy === 'confirm'} onCode={factor.confirm} />
    </Card>
  </>
)

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <Card title="已设置，请保存恢复码">
    <CopyOnce zh="手机丢了时用，每个只能用一次，只显示这一次：" text={codes.join('\n')} act="复制恢复码" />
  </Card>
)

const Shown = ({ view, factor }: { view: FactorView; factor: Factor }) => (
  <>
    <Card title={view.isShown ? '这次登录已验证' : '这次登录还没有验证'} aside={`恢复码剩 ${view.codesLeft} 个`}>
      {view.isShown ? (
        <Txt block>查看举报人、授权等操作现在可以直接办理。</Txt>
      ) : (
        <CodeInput act="验证" busy={factor.busy === 'show'} onCode={factor.show} />
      )}
    </Card>
    <Card title="关闭两步验证">
      <Txt size="caption" tone="second" block>
        换手机时先关闭，再在新手机上重新设置。恢复码也丢了，请管理员帮您关闭。
      </Txt>
      <CodeInput act="关闭" busy={factor.busy === 'end'} onCode={factor.end} />
    </Card>
  </>
)

type CodeInputProps = {
  readonly act: string
  readonly busy: boolean
  readonly onCode: (code: string) => Promise<boolean>
}

function CodeInput({ act, busy, onCode }: CodeInputProps) {
  const [code, setCode] = useState('')
  const send = () => void onCode(code).then((done) => done && setCode(''))
  return (
    <>
      <Input
        label={`验证码，${act}`}
        placeholder="6 位数字，或恢复码"
        max={24}
        value={code}
        onText={setCode}
        onDone={send}
      />
      <Button kind="outline" busy={busy} disabled={code.trim().length < 6} onTap={send}>
        {act}
      </Button>
    </>
  )
}
