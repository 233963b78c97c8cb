import type { ActivityKind } from '@shared/volunteering/activities'
import { Box } from '../../ui/box'
import { sceneOf } from './covers'

type CoverProps = {
  readonly of: { readonly coverKey: string; readonly kind: ActivityKind }
  readonly className?: string
}

/** Decoration: the title beside it says what it shows. */
export const Cover = ({ of, className = '' }: CoverProps) => (
  <Box quiet className={`cover cover-${sceneOf(of)} ${className}`} />
)
