import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { teams } from '../../../schema/volunteering/activities'
import { serviceOrderEvents, serviceOrderRatings } from '../../../schema/volunteering/orders'
import type { Db } from '../../db/types'

const MOST = 20_000

/** Each round that was served, with what the requester gave it. */
export const listServed = (db: Db) =>
  db
    .select({ teamId: teams.id, teamZh: teams.name, stars: serviceOrderRatings.stars })
    .from(serviceOrderEvents)
    .innerJoin(teams, eq(teams.id, serviceOrderEvents.teamId))
    .leftJoin(
      serviceOrderRatings,
      and(
        eq(serviceOrderRatings.orderId, serviceOrderEvents.orderId),
        eq(serviceOrderRatings.cycle, serviceOrderEvents.cycle),
      ),
    )
    .where(and(eq(serviceOrderEvents.move, 'serve'), isNotNull(serviceOrderEvents.teamId)))
    .orderBy(asc(teams.name), asc(teams.id))
    .limit(MOST)
