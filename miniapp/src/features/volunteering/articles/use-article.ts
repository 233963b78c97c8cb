import type { Refusal } from '@shared/kit/refusal'
import type { ArticleDecision } from '@shared/volunteering/articles/articles'
import {
  DecideActivityArticle,
  GetActivityArticle,
  ListArticlesInReview,
  WriteActivityArticle,
} from '@shared/volunteering/articles/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '../../../api/call'
import { Refused } from '../../../api/refused'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type ArticleDraft = Omit<z.input<typeof WriteActivityArticle.body>, 'key'>

export const useInReview = () => useLoad(ListArticlesInReview, { params: {}, body: {} })

export function useArticle(id: string) {
  const load = useLoad(GetActivityArticle, { params: { id }, body: {} })
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { busy, send } = useSend()
  const act = (intention: string, said: string, step: (key: string) => Promise<unknown>) =>
    send(intention, async (key) => {
      setWrong(null)
      try {
        await step(key)
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal)
        throw err
      }
      toast(said, 'ok')
      await load.reload()
    })
  const write = (draft: ArticleDraft) =>
    act(`article ${id} ${JSON.stringify(draft)}`, '已提交，另一人审核后公开', (key) =>
      call(WriteActivityArticle, { params: { id }, body: { key, ...draft } }),
    )
  const decide = (articleId: string, decision: ArticleDecision, note: string) =>
    act(`${decision} ${articleId} ${note}`, decision === 'publish' ? '已发布' : '已退回', (key) =>
      call(DecideActivityArticle, { params: { id: articleId }, body: { key, decision, note } }),
    )
  return { load, wrong, busy: busy !== null, write, decide }
}
export type ArticleHand = ReturnType<typeof useArticle>
