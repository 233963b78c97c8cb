import { momentZh } from '@shared/kit/time'
import { GetSharePicture, MakeShareCode, MakeShareLink } from '@shared/volunteering/share-contract'
import { LINK_DAYS_MAX, type ShareKind } from '@shared/volunteering/sharing'
import { useState } from 'react'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { download } from '../../api/download'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { CopyOnce } from '../../ui/copy-once'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'

type Link = { readonly url: string; readonly expiresAt: string }

/** 小程序码和链接 of one thing: to print on a poster or a plate, or to send outside WeChat. */
export function ShareEntry({ kind, subjectId }: { kind: ShareKind; subjectId: string }) {
  const [made, setMade] = useState<{ readonly code: string; readonly zh: string } | null>(null)
  const [link, setLink] = useState<Link | null>(null)
  const { busy, send } = useSend()
  const now = useNow()
  const open = () =>
    void send('code', async (key) => {
      const { code, zh } = await call(MakeShareCode, { params: {}, body: { key, kind, subjectId } })
      setMade({ code, zh })
    })
  const id = made?.code ?? ''
  const take = () => void send('picture', () => download(GetSharePicture, {}, `${made?.zh ?? ''}-小程序码.png`, { id }))
  const makeLink = () =>
    void send('link', async (key) => {
      setLink(await call(MakeShareLink, { params: { id }, body: { key, days: LINK_DAYS_MAX } }))
    })
  return (
    <>
      <Button kind="ghost" dense fit icon="share-2" busy={busy === 'code'} onTap={open}>
        小程序码和链接
      </Button>
      <Sheet title="小程序码和链接" open={made !== null} onClose={() => setMade(null)}>
        <Txt block>{`扫码直接打开“${made?.zh ?? ''}”。可以印在海报和点位牌上，一直有效；不再公开后扫不开。`}</Txt>
        <Button icon="download" busy={busy === 'picture'} onTap={take}>
          下载小程序码
        </Button>
        {link === null ? (
          <Button kind="outline" busy={busy === 'link'} onTap={makeLink}>
            {`生成微信外打开的链接（${LINK_DAYS_MAX} 天）`}
          </Button>
        ) : (
          <CopyOnce zh={`${momentZh(new Date(link.expiresAt), now)}前有效`} text={link.url} act="复制链接" />
        )}
      </Sheet>
    </>
  )
}
