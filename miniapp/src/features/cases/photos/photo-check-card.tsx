import { PHOTO_STATE_ZH, type PhotoVerdict } from '@shared/cases/photo-checks'
import type { CasePhoto } from '@shared/cases/photo-contract'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Pic } from '../../../ui/pic'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useDeskKeys } from '../desk/desk-keys'
import { Kbd } from '../desk/kbd'
import { MaskSheet } from './mask-sheet'
import { usePhotoCheck } from './use-photo-check'

type PhotoCheckProps = {
  readonly id: string
  /** At a desk each verdict has its key. */
  readonly withKeys: boolean
  readonly onChanged: () => void
}

/** 照片审核: nothing is seen outside before somebody said so here; a verdict can be changed at any time. */
export function PhotoCheckCard({ id, withKeys, onChanged }: PhotoCheckProps) {
  const { mine, waiting, about, picked, pick, masking, isBusy, ...acts } = usePhotoCheck(id, onChanged)
  if (mine.length === 0) return null
  return (
    <Card title="照片审核" aside={waiting.length > 0 ? `${waiting.length} 张未审核，公众看不到` : '都审核过了'}>
      <Box className="check-photos" as="group" label="选一张照片">
        {mine.map((one, i) => (
          <Thumb key={one.id} one={one} n={i + 1} on={one.id === picked?.id} onTap={() => pick(one.id)} />
        ))}
      </Box>
      <Contents photos={mine} />
      <Verdicts {...{ about, picked, isBusy, withKeys }} onSay={acts.say} onMask={acts.mask} />
      {picked?.state === 'masked' && (
        <Button dense kind="ghost" icon="eye" onTap={() => acts.look(picked)}>
          看原图（记录在案）
        </Button>
      )}
      {masking && (
        <MaskSheet
          src={masking.src}
          first={masking.photo.boxes}
          isBusy={isBusy}
          onClose={acts.shut}
          onSave={(boxes) => acts.save(masking.photo, boxes)}
        />
      )}
    </Card>
  )
}

const KIND_ZH: Record<CasePhoto['kind'], string> = { before: '反映', after: '处置', check: '核查', more: '补充' }

type ThumbProps = { readonly one: CasePhoto; readonly n: number; readonly on: boolean; readonly onTap: () => void }

const Thumb = ({ one: { photo, kind, state }, n, on, onTap }: ThumbProps) => (
  <Tap
    role="checkbox"
    on={on}
    className={`check-photo is-${state}${on ? ' is-on' : ''}`}
    label={`第 ${n} 张，${KIND_ZH[kind]}，${PHOTO_STATE_ZH[state]}`}
    onTap={onTap}
  >
    <Pic src={photo.thumbUrl} label="" className="check-pic" />
    <Box quiet className="check-state">
      <Txt>{`${KIND_ZH[kind]} · ${PHOTO_STATE_ZH[state]}`}</Txt>
    </Box>
  </Tap>
)

/** 内容检测: what WeChat says of each, in the order of the photos; a hint, never a verdict. */
const Contents = ({ photos }: { readonly photos: readonly CasePhoto[] }) => (
  <>
    {photos.map(({ id, contentZh, isRisky }, i) =>
      contentZh === null ? null : (
        <Txt key={id} size="caption" tone={isRisky ? 'danger' : 'second'} strong={isRisky} block className="check-hint">
          {`第 ${i + 1} 张 · 微信内容检测：${contentZh}`}
        </Txt>
      ),
    )}
  </>
)

type VerdictsProps = {
  readonly about: readonly CasePhoto[]
  readonly picked: CasePhoto | null
  readonly isBusy: boolean
  readonly withKeys: boolean
  readonly onSay: (state: PhotoVerdict) => void
  readonly onMask: () => void
}

/** One tap or one key: out, masked, or kept in; about the photo that is picked, or all that wait. */
function Verdicts({ about, picked, isBusy, withKeys, onSay, onMask }: VerdictsProps) {
  const keys = [
    { key: 'o', zh: '照片可公开', act: () => onSay('shown') },
    { key: 'd', zh: '照片打码', act: onMask },
    { key: 'n', zh: '照片不公开', act: () => onSay('withheld') },
  ]
  useDeskKeys(withKeys && about.length > 0 ? keys : [])
  if (about.length === 0)
    return (
      <Txt size="caption" tone="second" block className="check-hint">
        点一张可以改
      </Txt>
    )
  const zh = picked ? '这张' : about.length > 1 ? `${about.length} 张都` : '照片'
  const maskZh = about.length === 1 ? '打码' : '给第一张打码'
  const kbd = (name: string) => withKeys && <Kbd name={name} />
  return (
    <Box className="check-acts">
      <Button dense busy={isBusy} label={`${zh}可公开`} onTap={() => onSay('shown')}>
        {`${zh}可公开`} {kbd('O')}
      </Button>
      <Button dense kind="outline" disabled={isBusy} label={maskZh} onTap={onMask}>
        {maskZh} {kbd('D')}
      </Button>
      <Button dense kind="outline" disabled={isBusy} label={`${zh}不公开`} onTap={() => onSay('withheld')}>
        {`${zh}不公开`} {kbd('N')}
      </Button>
    </Box>
  )
}
