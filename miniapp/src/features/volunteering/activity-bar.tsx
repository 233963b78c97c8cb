import { shanghai } from '@shared/kit/time'
import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import { useState } from 'react'
import { now as clock } from '../../api/clock'
import { usePersonId } from '../../api/session'
import { Button } from '../../ui/button'
import { confirm } from '../../ui/confirm'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { ShareTap } from '../../ui/share-tap'
import { toast } from '../../ui/toast'
import { GuardianSheet } from './guardian-sheet'
import { OfferButtons } from './offer-buttons'
import { RegisterSheet } from './register-sheet'
import type { ActivityHand, Registration } from './use-activity'
import type { Consent } from './use-guardian'
import { mineOf, type Part } from './use-shift-choice'
import { WithdrawSheet } from './withdraw-sheet'

type BarProps = {
  readonly activity: ActivityView
  readonly shift: ShiftView
  readonly post: ShiftView['posts'][number] | null
  readonly part: Part | null
  readonly hand: ActivityHand
}

export function ActivityBar({ activity, shift, post, part, hand }: BarProps) {
  const mine = mineOf(shift)
  return (
    <>
      <ShareTap
        className="share-tap"
        label="分享"
        path={`/pages/volunteering/detail?id=${activity.id}`}
        onCopied={() => toast('网址已复制，可以发给朋友')}
      >
        <Icon name="share-2" size={22} />
      </ShareTap>
      {mine ? (
        <SignedUp shift={shift} mine={mine} hand={hand} />
      ) : (
        <NotYet activity={activity} shift={shift} post={post} part={part} hand={hand} />
      )}
    </>
  )
}

const isToday = (moment: string) => shanghai(new Date(moment)).day === shanghai(clock()).day

type SignedUpProps = Pick<BarProps, 'shift' | 'hand'> & { readonly mine: NonNullable<ReturnType<typeof mineOf>> }

function SignedUp({ shift, mine, hand }: SignedUpProps) {
  const [open, setOpen] = useState(false)
  const leave = async () => {
    if (mine.isLate) return setOpen(true)
    const yes = await confirm({
      title: '取消这次报名吗',
      zh: '名额会马上让给别人。想再来可以重新报名。',
      yes: '取消报名',
      no: '我要参加',
      danger: true,
    })
    if (yes) void hand.withdraw(mine, '')
  }
  const leaveLate = async (note: string) => {
    if (await hand.withdraw(mine, note)) setOpen(false)
  }
  const today = isToday(shift.startsAt) && mine.state === 'approved'
  if (mine.state === 'offered')
    return <OfferButtons busy={hand.busy} onAnswer={(answer) => void hand.answer(mine.id, answer)} />
  return (
    <>
      {mine.withdraw.may && (
        <Button kind="outline" busy={hand.busy} fit={today} onTap={() => void leave()}>
          {mine.state === 'waitlisted' ? '退出候补' : '取消报名'}
        </Button>
      )}
      {today && (
        <Button icon="map-pin-check" onTap={() => go('/pages/volunteering/check-in', { id: mine.id })}>
          去签到
        </Button>
      )}
      <WithdrawSheet
        open={open}
        busy={hand.busy}
        onClose={() => setOpen(false)}
        onDone={(note) => void leaveLate(note)}
      />
    </>
  )
}

function NotYet({ activity, shift, post, part, hand }: BarProps) {
  const isSignedIn = usePersonId() !== null
  const [open, setOpen] = useState(false)
  const isChecked = shift.admission === 'approval'
  const full = !isChecked && shift.posts.every(({ taken, capacity }) => taken >= capacity)
  const wish = { shiftId: shift.id, postId: post?.id ?? null, queue: full, part }
  const needsName = isSignedIn && !activity.isVolunteer
  const register = async (registration: Registration) => {
    if (!(await hand.register(registration))) return
    setOpen(false)
    // A minor's guardian is asked first, on the page as it now stands.
    if (registration.ageBand === 'adult') void hand.signUp(wish)
  }
  if (!isSignedIn) return <Button onTap={() => go('/pages/people/sign-in')}>登录后报名</Button>
  if (activity.needsGuardian) return <AskGuardian riskClass={activity.riskClass} hand={hand} />
  return (
    <>
      <Button
        busy={hand.busy}
        disabled={!(needsName || (full ? shift.queue.may : shift.signUp.may))}
        onTap={() => (needsName ? setOpen(true) : void hand.signUp(wish))}
      >
        {actZh(full, isChecked, post?.name)}
      </Button>
      <RegisterSheet
        open={open}
        busy={hand.busy}
        onClose={() => setOpen(false)}
        onDone={(given) => void register(given)}
      />
    </>
  )
}

function actZh(full: boolean, isChecked: boolean, post: string | undefined) {
  if (full) return '满员，加入候补'
  const act = isChecked ? '申请报名' : '一键报名'
  return post ? `${act}（${post}）` : act
}

/** A minor signs up after a guardian agreed. */
function AskGuardian({ riskClass, hand }: Pick<ActivityView, 'riskClass'> & Pick<BarProps, 'hand'>) {
  const [open, setOpen] = useState(false)
  const done = async (consent: Consent) => {
    if (await hand.consent(consent)) setOpen(false)
  }
  return (
    <>
      <Button onTap={() => setOpen(true)}>请监护人同意</Button>
      {open && (
        <GuardianSheet
          riskClass={riskClass}
          busy={hand.busy}
          onClose={() => setOpen(false)}
          onDone={(given) => void done(given)}
        />
      )}
    </>
  )
}
