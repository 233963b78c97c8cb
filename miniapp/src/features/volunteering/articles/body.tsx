import type { ArticleView } from '@shared/volunteering/articles/contract'
import Taro from '@tarojs/taro'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Entry } from '../../../ui/entry'
import { Photo } from '../../../ui/photo'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'

/** A page outside cannot be opened from everywhere: its address goes to the clipboard. */
const copy = (data: string) =>
  void Taro.setClipboardData({ data }).then(
    () => toast('网址已复制，可在浏览器打开', 'ok'),
    () => toast('没有复制成功', 'danger'),
  )

/** 图文: title, words, photos, attachments. */
export const ArticleBody = ({ article: { title, text, photos, attachments } }: { article: ArticleView }) => (
  <>
    <Txt block strong>
      {title}
    </Txt>
    <Txt block className="about-words">
      {text}
    </Txt>
    {photos.length > 0 && (
      <Box className="case-thumbs">
        {photos.map(({ id, thumbUrl }, i) => (
          <Photo
            key={id}
            src={thumbUrl}
            label={`活动第 ${i + 1} 张照片`}
            onTap={() =>
              preview(
                photos.map(({ url }) => url),
                i,
              )
            }
          />
        ))}
      </Box>
    )}
    {attachments.map(({ name, url }) => (
      <Entry key={url} icon="external-link" title={name} zh="附件，点按复制网址" onTap={() => copy(url)} />
    ))}
  </>
)
