import type { MyCertificate } from '@shared/volunteering/certificates/contract'
import { STANDING_SAYS } from '@shared/volunteering/certificates/words'
import { hoursZh } from '@shared/volunteering/words'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { go } from '../../../ui/nav'
import { Txt } from '../../../ui/txt'
import { StandingTag } from './standing-tag'
import { useTake } from './use-certificates'

export function CertificateRow({ certificate }: { certificate: MyCertificate }) {
  const { teamName, fromDay, toDay, standing, minutes, number, linkKey, reason } = certificate
  return (
    <Card className="certificate-row" label={`${teamName} ${fromDay} 至 ${toDay}`}>
      <Box className="between gap-2">
        <Txt strong className="grow">
          {teamName}
        </Txt>
        <StandingTag standing={standing} />
      </Box>
      <Txt size="caption" tone="second" block num>
        {`${fromDay} 至 ${toDay}${minutes === null ? '' : ` · ${hoursZh(minutes)} 小时（${minutes} 分钟）`}`}
      </Txt>
      {number && (
        <Txt size="caption" tone="second" block num>
          {number}
        </Txt>
      )}
      {standing !== 'valid' && (
        <Txt size="caption" tone={standing === 'requested' ? 'second' : 'warn'} block>
          {reason ? `${STANDING_SAYS[standing]}：${reason}` : STANDING_SAYS[standing]}
        </Txt>
      )}
      {linkKey && <Acts certificate={certificate} linkKey={linkKey} />}
    </Card>
  )
}

function Acts({ certificate, linkKey }: { certificate: MyCertificate; linkKey: string }) {
  const { busy, take } = useTake(certificate)
  return (
    <Box className="row wrap gap-2 certificate-acts">
      <Button kind="soft" dense fit icon="file-text" busy={busy === 'pdf'} onTap={() => void take('pdf')}>
        下载 PDF
      </Button>
      <Button kind="outline" dense fit icon="photo" busy={busy === 'png'} onTap={() => void take('png')}>
        存成图片
      </Button>
      <Button
        kind="outline"
        dense
        fit
        icon="share-2"
        onTap={() => go('/mine/volunteering/certificate', { k: linkKey })}
      >
        查验和分享
      </Button>
    </Box>
  )
}
