import { GiveConsent, ListMyConsents, RevokeConsent } from '@shared/volunteering/guardian-contract'
import type { RiskClass } from '@shared/volunteering/guardians'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

export type Consent = {
  readonly riskClass: RiskClass
  readonly guardianName: string
  readonly phone: string
  readonly textVersion: string
}

/** 监护人同意, given where an activity asks for it. */
export const useConsent =
  (send: ReturnType<typeof useSend>['send'], reload: () => Promise<unknown>) => (consent: Consent) =>
    send(`consent ${JSON.stringify(consent)}`, async (key) => {
      await call(GiveConsent, { params: {}, body: { key, ...consent, agreed: true } })
      toast('监护人已同意，可以报名了', 'ok')
      await reload()
    })

/** The consents that stand, and taking one back. */
export function useConsents() {
  const load = useLoad(ListMyConsents, { params: {}, body: {} })
  const { busy, send } = useSend()
  const revoke = (id: string) =>
    send(`revoke ${id}`, async (key) => {
      await call(RevokeConsent, { params: { id }, body: { key } })
      toast('已撤回同意，还没开始的活动已取消报名')
      await load.reload()
    })
  const live = load.data?.items.filter(({ revokedAt }) => revokedAt === null) ?? []
  return { live, busy: busy !== null, revoke }
}
