import { usePersonId } from '../../api/session'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { go } from '../../ui/nav'
import { Txt } from '../../ui/txt'

/** A browser knows nobody until they say who they are; the form is kept meanwhile. */
export const SignedOutCard = () =>
  usePersonId() !== null || process.env.TARO_ENV === 'weapp' ? null : (
    <Card tone="brand">
      <Box className="row gap-3">
        <Txt size="caption" className="grow">
          您还没有登录。照片和内容先存在手机里，登录后再提交
        </Txt>
        <Button dense fit onTap={() => go('/pages/people/sign-in')}>
          去登录
        </Button>
      </Box>
    </Card>
  )
