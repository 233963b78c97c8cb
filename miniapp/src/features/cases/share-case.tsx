import { Icon } from '../../ui/icon'
import { ShareTap } from '../../ui/share-tap'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

export const PUBLIC_CASE = '/pages/cases/public'

/** Only what anyone may see is shared: its public page. */
export const ShareCase = ({ id }: { id: string }) => (
  <ShareTap
    className="case-act"
    path={`${PUBLIC_CASE}?id=${id}`}
    onCopied={() => toast('链接已复制，发给朋友就能看到进展', 'ok')}
  >
    <Icon name="share-2" size={20} />
    <Txt>分享</Txt>
  </ShareTap>
)
