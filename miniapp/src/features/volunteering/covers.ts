import type { ActivityKind } from '@shared/volunteering/activities'

/** The scenes `covers.scss` draws. */
const SCENES = ['river', 'traffic', 'elderly', 'reading', 'green', 'clean', 'patrol', 'repair', 'culture'] as const
type Scene = (typeof SCENES)[number]

const OF_KIND: Record<ActivityKind, Scene> = {
  greening: 'green',
  cleaning: 'clean',
  traffic: 'traffic',
  elderly: 'elderly',
  children: 'reading',
  culture: 'culture',
  patrol: 'patrol',
  event: 'culture',
  other: 'repair',
}

/** What the activity names, or the scene of its kind where it names none of ours. */
export const sceneOf = ({ coverKey, kind }: { coverKey: string; kind: ActivityKind }): Scene =>
  SCENES.find((scene) => scene === coverKey) ?? OF_KIND[kind]
