import Taro from '@tarojs/taro'
import { Button } from './button'
import { toast } from './toast'
import { Txt } from './txt'

/** Something shown this once, to be copied. */
export const CopyOnce = ({ zh, text, act }: { zh: string; text: string; act: string }) => (
  <>
    <Txt block>{zh}</Txt>
    <Txt className="setting-secret" selectable>
      {text}
    </Txt>
    <Button
      icon="copy"
      onTap={() =>
        void Taro.setClipboardData({ data: text }).then(
          () => toast('已复制', 'ok'),
          () => toast('没有复制成功，请长按选择', 'danger'),
        )
      }
    >
      {act}
    </Button>
  </>
)
