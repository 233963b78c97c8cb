import { momentZh, spanZh } from '@shared/kit/time'
import { RISK_CLASS_ZH } from '@shared/volunteering/guardians'
import type { ActivitySheet } from '@shared/volunteering/sheet-contract'
import { ACTIVITY_KIND_ZH, ADMISSION_ZH } from '@shared/volunteering/words'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Txt } from '../../../ui/txt'

/** All of it to read: what a reviewer judges. */
export const SheetView = ({ sheet }: { sheet: ActivitySheet }) => (
  <>
    <Card title="内容">
      {factsOf(sheet).map(([label, zh]) => (
        <FormRow key={label} label={label}>
          <Txt block>{zh}</Txt>
        </FormRow>
      ))}
    </Card>
    <Card title="班次">
      {sheet.shifts.map((shift) => (
        <Box key={shift.id} className="form-row">
          <Txt strong block num>
            {spanZh(new Date(shift.startsAt), new Date(shift.endsAt))}
          </Txt>
          <Txt size="caption" tone="second" block num>
            {`领队 ${shift.leaderName} · ${ADMISSION_ZH[shift.admission]} · 上限 ${shift.capMinutes} 分钟 · 宽限 ${shift.graceMinutes} 分钟${shift.demandZh ? ` · 须有“${shift.demandZh}”` : ''}`}
          </Txt>
          <Txt size="caption" block num>
            {shift.posts.map(({ name, capacity, taken }) => `${name} ${taken}/${capacity} 人`).join(' · ')}
          </Txt>
        </Box>
      ))}
    </Card>
  </>
)

const factsOf = (sheet: ActivitySheet): [string, string][] => [
  ['类别', ACTIVITY_KIND_ZH[sheet.kind]],
  ['介绍', sheet.summary],
  ['集合地点', `${sheet.placeZh}，签到范围 ${sheet.radiusM} 米`],
  ['联系方式', sheet.contactZh],
  ['报名', `${momentZh(new Date(sheet.signUpFrom), now())} 至 ${momentZh(new Date(sheet.signUpEndsAt), now())}`],
  ['风险与安全提示', sheet.riskZh || '没有填写'],
  [
    '风险',
    `${sheet.isRisky ? '较大风险' : '一般'} · ${RISK_CLASS_ZH[sheet.riskClass]} · 保险 ${sheet.insuranceNo ?? '无'}`,
  ],
  ['最低年龄', sheet.minAge === null ? '不限' : `${sheet.minAge} 岁`],
]
