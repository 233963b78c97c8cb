import type { MailView } from '@shared/reports/mail-contract'
import { preview } from '../../device/preview'
import { Box } from '../../ui/box'
import { Photo } from '../../ui/photo'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'

/** What a mail says and brings; who wrote it lies sealed. */
export const Letter = ({ mail: { words, photos, left, thread } }: { mail: MailView }) => (
  <>
    {words !== '' && (
      <Txt block selectable className="letter-words">
        {words}
      </Txt>
    )}
    {photos.length > 0 && (
      <Box className="row wrap gap-2 telling-act">
        {photos.map(({ id, thumbUrl }, i) => (
          <Photo
            key={id}
            src={thumbUrl}
            label={`来信的第 ${i + 1} 张照片`}
            className="thumb"
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
    <Box className="row wrap gap-2 telling-act">
      {thread && <Tag tone="brand" icon="git-merge" zh={`回复的是 ${thread.number}`} />}
      <Tag zh="来信人已封存" icon="shield-check" />
    </Box>
    {left.map(({ name, zh }) => (
      <Txt key={name} size="caption" tone="second" block>
        {`没收的附件：${name}，${zh}`}
      </Txt>
    ))}
  </>
)
