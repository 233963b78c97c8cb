import { hexToBytes } from '@noble/hashes/utils.js'
import { GetPersonalCode, type PersonalCodeKit } from '@shared/volunteering/offline/contract'
import { personalCodeAt } from '@shared/volunteering/offline/personal-codes'
import { useEffect } from 'react'
import { useNow } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { keepAwake } from '../../../device/keep-awake'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Loaded } from '../../../ui/loaded'
import { qrImage } from '../../../ui/qr'
import { Txt } from '../../../ui/txt'
import { clockZh, fullSpanZh } from '../say'

/** 让领队扫我: the phone makes the code of every minute by itself, with or without a network. */
export function MyCode({ signUpId }: { signUpId: string }) {
  const load = useLoad(GetPersonalCode, { params: { id: signUpId }, body: {} })
  return <Loaded load={load}>{(own) => <Turning own={own} />}</Loaded>
}

function Turning({ own }: { own: PersonalCodeKit }) {
  const at = useNow(1000)
  useEffect(() => {
    keepAwake(true)
    return () => keepAwake(false)
  }, [])
  const isOpen = at >= new Date(own.opensAt) && at <= new Date(own.closesAt)
  const { text, secondsLeft } = personalCodeAt(hexToBytes(own.keyHex), own.signUpId, at)
  return (
    <Box className="stack">
      <Box className="board-head">
        <Txt size="title-2" strong block>
          {own.title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${fullSpanZh(own)} · ${own.placeZh}`}
        </Txt>
      </Box>
      {isOpen ? (
        <Box as="section" className="card board-code">
          <Box
            as="image"
            className="board-qr"
            label="个人码，给本场领队扫"
            style={{ backgroundImage: qrImage(text) }}
          />
          <Txt size="title-3" strong block className="center">
            把这个码给本场领队扫
          </Txt>
          <Txt size="caption" tone="second" block className="center" num>
            {`${secondsLeft} 秒后换码 · 没有网络也能用 · 截图过两分钟就失效`}
          </Txt>
        </Box>
      ) : (
        <Card tone="brand">
          <Box as="status" className="row gap-2">
            <Icon name="info-circle" size={20} className="tone-brand" />
            <Txt className="grow" num>
              {at < new Date(own.opensAt)
                ? `${clockZh(own.opensAt)} 起可以出示；这一页打开过，到时没有网络也能用`
                : '这一场的签退时段已过，请联系领队'}
            </Txt>
          </Box>
        </Card>
      )}
    </Box>
  )
}
