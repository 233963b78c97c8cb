import { shanghai } from '@shared/kit/time'
import type { PublicCertificate } from '@shared/volunteering/certificates/public-contract'
import { CERTIFICATE_ZH, classZh, STANDING_SAYS, STANDING_ZH } from '@shared/volunteering/certificates/words'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Icon } from '../../../ui/icon'
import { Section } from '../../../ui/section'
import { ShareTap } from '../../../ui/share-tap'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { HolderCheck } from './holder-check'
import { STANDING_LOOKS } from './standing-tag'
import { useSignature } from './use-public'

/** What anybody sees who scanned the code: the state now first, then what the paper says. */
export const PublicView = ({ id, certificate }: { id: string; certificate: PublicCertificate }) => (
  <Box className="stack">
    <StateNow certificate={certificate} />
    <Facts certificate={certificate} />
    <Lines certificate={certificate} />
    {certificate.mayCheck && <HolderCheck id={id} />}
    <Card flush>
      <ShareTap
        className="entry"
        path={`/mine/volunteering/certificate?k=${id}`}
        onCopied={() => toast('查验链接已复制', 'ok')}
      >
        <Icon name="share-2" size={22} className="entry-icon" />
        <Txt>分享查验链接</Txt>
      </ShareTap>
    </Card>
  </Box>
)

function StateNow({ certificate }: { certificate: PublicCertificate }) {
  const { standing, reason, closedAt } = certificate
  const { isSigned, byZh } = useSignature(certificate)
  const { icon, tone } = STANDING_LOOKS[standing]
  const since = closedAt ? `${shanghai(new Date(closedAt)).day} 起` : ''
  return (
    <Card className={`certificate-state tone-${tone}`} label="现在的状态">
      <Icon name={icon} size={36} />
      <Txt size="title-2" strong block>
        {STANDING_ZH[standing]}
      </Txt>
      <Txt block>{`${since}${STANDING_SAYS[standing]}`}</Txt>
      {reason && <Txt block>{`理由：${reason}`}</Txt>}
      <Box className={`row certificate-signed tone-${isSigned ? 'ok' : 'danger'}`}>
        <Icon name={isSigned ? 'shield-check' : 'alert-octagon'} size={16} />
        <Txt size="caption">{isSigned ? `签名有效，由${byZh}验证` : '签名不符，内容可能被改动'}</Txt>
      </Box>
    </Card>
  )
}

function Facts({ certificate: { facts } }: { certificate: PublicCertificate }) {
  const { number, holder, fromDay, toDay, unit, totals, head, handler, contact, issuedDay, lines } = facts
  const { all, measured, supplemented } = totals
  const rows = [
    ['编号', number],
    ['姓名', holder.name],
    ['志愿者编号', holder.volunteerNumber],
    ['服务时段', `${fromDay} 至 ${toDay}`],
    ['服务时长', `${all.hours} 小时（${all.minutes} 分钟），${lines.length} 次`],
    ['其中实测', `${measured.hours} 小时（${measured.minutes} 分钟）`],
    ['其中补录', `${supplemented.hours} 小时（${supplemented.minutes} 分钟）`],
    ['记录单位', unit],
    ['负责人 / 经办人', `${head} / ${handler}`],
    ['联系方式', contact],
    ['出具日期', issuedDay],
  ] as const
  return (
    <Card title={CERTIFICATE_ZH}>
      {rows.map(([name, value]) => (
        <Box key={name} className="certificate-fact">
          <Txt size="caption" tone="second">
            {name}
          </Txt>
          <Txt num>{value}</Txt>
        </Box>
      ))}
    </Card>
  )
}

const Lines = ({ certificate: { facts } }: { certificate: PublicCertificate }) => (
  <Section title="服务内容">
    <Card flush>
      {facts.lines.map(({ recordId, evidence, activity, day, from, to, place, content, minutes }) => (
        <Entry
          key={`${recordId} ${evidence}`}
          title={activity}
          zh={`${day} ${from}–${to} · ${place} · ${content}`}
          aside={`${minutes} 分钟 · ${classZh(evidence)}`}
        />
      ))}
    </Card>
  </Section>
)
