import { refuse } from '@shared/kit/refusal'
import type { SessionView } from '@shared/people/contract'
import { Refused } from './refused'

/** A browser knows nobody: the person goes to the sign-in page. */
export const signIn = (): Promise<SessionView> => Promise.reject(new Refused(refuse('signed_out', '请先登录')))
