import type { CaseView } from '@shared/cases/contract'
import { CASE_STATE_ZH } from '@shared/cases/words'
import { momentZh } from '@shared/kit/time'
import { useNow } from '../../../api/clock'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Photo } from '../../../ui/photo'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import { useCase } from './use-case'

type CompareProps = {
  readonly view: CaseView
  readonly otherId: string
  readonly onClose: () => void
  readonly onMerge: (() => void) | null
}

/** 对比: this case and the other side by side, and the way to merge them. */
export function CompareSheet({ view, otherId, onClose, onMerge }: CompareProps) {
  const { load } = useCase(otherId)
  return (
    <Sheet title="对比" open broad onClose={onClose}>
      <Box className="twin">
        <Half of={view} zh="本案" />
        <Loaded load={load}>{(other) => <Half of={other} zh="疑似同一问题" />}</Loaded>
      </Box>
      {onMerge && (
        <Box className="twin-acts">
          <Button dense icon="git-merge" onTap={onMerge}>
            是同一个，本案并入右边
          </Button>
          <Button dense kind="outline" onTap={onClose}>
            不是同一个
          </Button>
        </Box>
      )}
    </Sheet>
  )
}

function Half({ of, zh }: { of: CaseView; zh: string }) {
  const now = useNow()
  const photos = [...of.before, ...of.after]
  const urls = photos.map(({ url }) => url)
  return (
    <Box as="section" className="twin-half" label={zh}>
      <Txt size="caption" tone="second" block>
        {zh}
      </Txt>
      <Txt strong block>
        {of.title}
      </Txt>
      <Box className="twin-photos">
        {photos.map(({ id, url }, i) => (
          <Photo key={id} src={url} label={`${zh}的第 ${i + 1} 张照片`} onTap={() => preview(urls, i)} />
        ))}
        {photos.length === 0 && <Txt tone="second">没有照片</Txt>}
      </Box>
      {of.words !== '' && <Txt block selectable>{`“${of.words}”`}</Txt>}
      {linesOf(of, now).map(([name, said]) => (
        <Box key={name} className="twin-line">
          <Txt size="caption" tone="second">
            {name}
          </Txt>
          <Txt size="caption" num>
            {said}
          </Txt>
        </Box>
      ))}
    </Box>
  )
}

const linesOf = ({ number, addressZh, submittedAt, state, unitZh, followers }: CaseView, now: Date) =>
  [
    ['编号', number],
    ['地点', addressZh],
    ['反映时间', momentZh(new Date(submittedAt), now)],
    ['状态', [CASE_STATE_ZH[state], unitZh].filter(Boolean).join(' · ')],
    ['反映人数', `${followers} 人`],
  ] as const
