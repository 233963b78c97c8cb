import type { LikeCase } from '@shared/cases/desk-contract'
import { type ReactNode, useEffect, useState } from 'react'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { CaseBody } from './case-body'
import { CompareSheet } from './compare-sheet'
import { Decision, OnItsWay } from './decision'
import { useDeskKeys } from './desk-keys'
import { isBusy, useHold } from './held'
import { LikeCard } from './like-card'
import { type DecisionGiven, useDecision } from './use-decision'
import { masterOf, useLike } from './use-like'

type CaseDeskProps = { readonly given: DecisionGiven; readonly reports: ReactNode }

/** One case and its decision; a case that is likely the same is chosen in the one and merged in the other. */
export function CaseDesk({ given, reports }: CaseDeskProps) {
  const { view, me } = given
  const decision = useDecision(given, null)
  const like = useLike(view, me)
  const [chosen, setChosen] = useState<LikeCase | null>(null)
  const [beside, setBeside] = useState<LikeCase | null>(null)
  const into = chosen ?? like[0]
  const merge = (one: LikeCase) => {
    setBeside(null)
    setChosen(one)
    decision.pick('merge')
  }
  const isHeld = useHeldCase(given)
  const mayMerge = view.moves.includes('merge')
  return (
    <>
      <CasePane
        view={view}
        onPhotos={() => void given.reload()}
        reports={reports}
        like={<LikeCard items={like} onMerge={mayMerge ? merge : null} onCompare={setBeside} />}
      />
      <Box as="section" className="desk-decision" label="办理">
        {isHeld ? <OnItsWay /> : <Decision given={given} decision={decision} master={into ? masterOf(into) : null} />}
      </Box>
      {beside && (
        <CompareSheet
          view={view}
          otherId={beside.id}
          onClose={() => setBeside(null)}
          onMerge={mayMerge ? () => merge(beside) : null}
        />
      )}
    </>
  )
}

/** Whether the decision on it is held or on its way; once it came back, the case is read again. */
function useHeldCase({ view: { id }, reload }: DecisionGiven) {
  const isHeld = isBusy(useHold(), id)
  useEffect(() => (isHeld ? () => void reload() : undefined), [isHeld, reload])
  return isHeld
}

type CasePaneProps = Pick<Parameters<typeof CaseBody>[0], 'view' | 'reports' | 'like' | 'onPhotos'>

function CasePane({ view, reports, like, onPhotos }: CasePaneProps) {
  const urls = [...view.before, ...view.after].map(({ url }) => url)
  useDeskKeys(urls.length > 0 ? [{ key: 'space', zh: '看大图', act: () => preview(urls, 0) }] : [])
  return (
    <Box as="section" className="desk-case" label="案件">
      <CaseBody view={view} reports={reports} like={like} onPhotos={onPhotos} withChain={false} />
    </Box>
  )
}
