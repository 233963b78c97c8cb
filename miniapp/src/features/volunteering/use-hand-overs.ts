import type { HandOverAnswer } from '@shared/volunteering/hand-overs'
import { AnswerHandOver, ListMyHandOvers, OfferHandOver } from '@shared/volunteering/hand-overs-contract'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

const DONE_ZH: Record<HandOverAnswer, string> = {
  accept: '已报名，请准时到场',
  decline: '已告诉对方',
  take_back: '已收回，名额仍是您的',
}

/** 转给别人: what is open between me and others, and the steps of it. */
export function useHandOvers(onChanged: () => Promise<unknown>) {
  const load = useLoad(ListMyHandOvers, { params: {}, body: {} })
  const { busy, send } = useSend()
  const offer = (signUpId: string, number: string) =>
    send(`hand over ${signUpId} ${number}`, async (key) => {
      const { otherZh } = await call(OfferHandOver, { params: { id: signUpId }, body: { key, number } })
      toast(`已转给${otherZh}，等对方答复`, 'ok')
      await Promise.all([load.reload(), onChanged()])
    })
  const answer = (id: string, given: HandOverAnswer) =>
    send(`hand over ${id} ${given}`, async (key) => {
      await call(AnswerHandOver, { params: { id }, body: { key, answer: given } })
      toast(DONE_ZH[given], 'ok')
      await Promise.all([load.reload(), onChanged()])
    })
  return { items: load.data?.items ?? [], busy: busy !== null, offer, answer }
}
export type HandOversHand = ReturnType<typeof useHandOvers>
