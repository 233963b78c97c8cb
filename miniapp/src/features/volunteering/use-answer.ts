import { AnswerOffer } from '@shared/volunteering/queue-contract'
import { call } from '../../api/call'
import type { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

export type Answer = 'accept' | 'decline'

/** 接受 or 让出 an offered seat, from the activity or from one's own list. */
export const useAnswer =
  (send: ReturnType<typeof useSend>['send'], reload: () => Promise<unknown>) => (signUpId: string, answer: Answer) =>
    send(`answer ${signUpId} ${answer}`, async (key) => {
      await call(AnswerOffer, { params: { id: signUpId }, body: { key, answer } })
      toast(answer === 'accept' ? '已报名，请准时到场' : '已让给下一位，您排到了队尾', 'ok')
      await reload()
    })
