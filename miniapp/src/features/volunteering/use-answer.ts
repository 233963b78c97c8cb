import { AnswerOffer } from '@shared/volunteering/queue-contract'
import { AnswerReconsent } from '@shared/volunteering/sheet-contract'
import { call } from '../../api/call'
import type { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

export type Answer = 'accept' | 'decline' | 'still' | 'cannot'

const SAID: Record<Answer, string> = {
  accept: '已报名，请准时到场',
  decline: '已让给下一位，您排到了队尾',
  still: '已告诉领队，请按新的时间到场',
  cannot: '已取消，不算缺席',
}

/** 接受 or 让出 an offered seat, 还能去 or 去不了 after a change of time, from the activity or from one's own list. */
export const useAnswer =
  (send: ReturnType<typeof useSend>['send'], reload: () => Promise<unknown>) => (signUpId: string, answer: Answer) =>
    send(`answer ${signUpId} ${answer}`, async (key) => {
      const params = { id: signUpId }
      if (answer === 'still' || answer === 'cannot') await call(AnswerReconsent, { params, body: { key, answer } })
      else await call(AnswerOffer, { params, body: { key, answer } })
      toast(SAID[answer], 'ok')
      await reload()
    })
