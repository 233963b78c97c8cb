import { Button as PlatformButton } from '@tarojs/components'
import { Box } from './box'
import { Button } from './button'
import { usePrivacyQuestion } from './privacy'
import { Sheet } from './sheet'
import { Tap } from './tap'
import { Txt } from './txt'

const AGREE = 'privacy-agree'

/** 隐私授权: only a button of the platform's own kind counts as the person's yes. */
export function PrivacyHost() {
  const asked = usePrivacyQuestion()
  if (!asked) return null
  const { contractZh, open, answer } = asked
  return (
    <Sheet open small title="用到个人信息前请您同意" onClose={() => answer(false, '')}>
      <Txt block tone="second">
        拍照、定位等功能要用到您的个人信息。请先阅读隐私保护指引；不同意也可以浏览公开的内容。
      </Txt>
      <Tap className="privacy-contract" label={`阅读${contractZh}`} onTap={open}>
        <Txt tone="brand" strong>
          {contractZh}
        </Txt>
      </Tap>
      <Box className="confirm-acts">
        <Button kind="outline" onTap={() => answer(false, '')}>
          不同意
        </Button>
        <PlatformButton
          id={AGREE}
          className="tap button button-primary"
          openType="agreePrivacyAuthorization"
          hoverClass="is-pressed"
          onAgreePrivacyAuthorization={() => answer(true, AGREE)}
        >
          <Txt strong>同意</Txt>
        </PlatformButton>
      </Box>
    </Sheet>
  )
}
