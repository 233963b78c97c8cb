import type { ActivityView } from '@shared/volunteering/contract'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'

/** What is done, what is taken care of, what to look out for, whom to call. */
export const ActivityAbout = ({ activity }: { activity: ActivityView }) => (
  <Card className="about">
    <Txt block className="about-words">
      {activity.summary}
    </Txt>
    <Box quiet className="rule-line" />
    <Box className="about-facts">
      {activity.isInsured && (
        <Box className="row gap-1 tone-ok">
          <Icon name="shield-check" size={16} />
          <Txt size="caption">含志愿服务保险</Txt>
        </Box>
      )}
      <Txt size="caption" tone="second" num>
        {activity.minAge ? `${activity.minAge} 岁以上` : '年龄不限'}
      </Txt>
    </Box>
    {activity.riskZh !== '' && (
      <Box className="about-risk">
        <Icon name="alert-triangle" size={18} className="tone-warn" />
        <Txt size="caption">{activity.riskZh}</Txt>
      </Box>
    )}
    <Txt size="caption" tone="second" block className="about-contact" selectable>
      {`联系领队：${activity.contactZh}`}
    </Txt>
  </Card>
)
