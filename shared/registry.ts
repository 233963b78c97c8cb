import * as announcements from './cases/announcement-contract'
import * as caseBulks from './cases/bulk-contract'
import * as workCalendar from './cases/calendar-contract'
import * as categoryRules from './cases/category-contract'
import * as citizenCases from './cases/citizen-contract'
import * as complaints from './cases/complaint-contract'
import * as cases from './cases/contract'
import * as caseDesk from './cases/desk-contract'
import * as caseExports from './cases/export-contract'
import * as caseHolds from './cases/hold-contract'
import * as outsideCases from './cases/outside-contract'
import * as casePapers from './cases/papers/contract'
import * as casePhotos from './cases/photo-contract'
import * as caseRates from './cases/rates-contract'
import * as caseSpots from './cases/spots-contract'
import * as supervisions from './cases/supervision-contract'

import * as deskTools from './cases/tools-contract'
import * as files from './files/contract'
import * as directUploads from './files/direct-contract'
import * as wechatPushes from './files/push-contract'
import * as grids from './grids/contract'
import * as duties from './grids/duty-contract'
import { type AnyEndpoint, isEndpoint } from './kit/endpoint'
import * as notices from './notices/contract'
import * as outbox from './notices/outbox-contract'
import * as audit from './people/audit-contract'
import * as consents from './people/consent-contract'
import * as people from './people/contract'
import * as phones from './people/phone-contract'
import * as privacy from './people/privacy-contract'
import * as retention from './people/retention-contract'
import * as secondFactors from './people/second-factor-contract'
import * as signIns from './people/sessions-contract'
import * as staff from './people/staff-contract'
import * as points from './points/contract'
import * as imports from './points/import-contract'
import * as reports from './reports/contract'
import * as identities from './reports/identity-contract'
import * as intakes from './reports/intake-contract'
import * as apiKeys from './reports/keys-contract'
import * as mails from './reports/mail-contract'
import * as rewards from './reports/rewards/contract'
import * as rewardRules from './reports/rewards/rules-contract'
import * as absenceAppeals from './volunteering/appeals-contract'
import * as activityArticles from './volunteering/articles/contract'
import * as attendance from './volunteering/attendance-contract'
import * as calendarFeeds from './volunteering/calendar/contract'
import * as certificates from './volunteering/certificates/contract'
import * as publicCertificates from './volunteering/certificates/public-contract'
import * as volunteering from './volunteering/contract'
import * as activityDesk from './volunteering/desk-contract'
import * as guardianConsents from './volunteering/guardian-contract'
import * as handOvers from './volunteering/hand-overs-contract'
import * as shiftLeading from './volunteering/leader-contract'
import * as hoursBook from './volunteering/ledger/book-contract'
import * as serviceReports from './volunteering/ledger/report-contract'
import * as hoursRequests from './volunteering/ledger/requests-contract'
import * as settlements from './volunteering/ledger/settling-contract'
import * as stars from './volunteering/ledger/stars-contract'
import * as offlineAttendance from './volunteering/offline/contract'
import * as caseOrders from './volunteering/orders/case-contract'
import * as serviceOrders from './volunteering/orders/contract'
import * as orderKinds from './volunteering/orders/kinds-contract'
import * as volunteerPoints from './volunteering/points/contract'
import * as qualifications from './volunteering/qualifications/contract'
import * as signUpQueues from './volunteering/queue-contract'
import * as volunteerRegister from './volunteering/register-contract'
import * as shiftRolls from './volunteering/roll-contract'
import * as volunteeringRules from './volunteering/rules/contract'
import * as activitySeries from './volunteering/series-contract'
import * as sharing from './volunteering/share-contract'
import * as activitySheets from './volunteering/sheet-contract'
import * as spotChecks from './volunteering/spot-checks/contract'
import * as teams from './volunteering/teams/contract'
import * as skills from './volunteering/teams/skills-contract'

const CONTRACTS = [
  people,
  signIns,
  secondFactors,
  phones,
  privacy,
  retention,
  audit,
  consents,
  staff,
  files,
  directUploads,
  wechatPushes,
  notices,
  outbox,
  grids,
  duties,
  points,
  imports,
  cases,
  citizenCases,
  caseExports,
  caseDesk,
  caseBulks,
  deskTools,
  supervisions,
  caseRates,
  caseSpots,
  casePapers,
  outsideCases,
  complaints,
  announcements,
  caseHolds,
  casePhotos,
  workCalendar,
  categoryRules,
  reports,
  identities,
  intakes,
  apiKeys,
  mails,
  rewards,
  rewardRules,
  volunteering,
  volunteerRegister,
  attendance,
  shiftLeading,
  offlineAttendance,
  signUpQueues,
  guardianConsents,
  shiftRolls,
  sharing,
  handOvers,
  absenceAppeals,
  activityDesk,
  activitySheets,
  activitySeries,
  calendarFeeds,
  teams,
  activityArticles,
  qualifications,
  volunteeringRules,
  skills,
  serviceOrders,
  orderKinds,
  caseOrders,
  volunteerPoints,
  certificates,
  publicCertificates,
  hoursRequests,
  hoursBook,
  settlements,
  stars,
  serviceReports,
  spotChecks,
]

/** Every promise of the house by its name: what the refusal tests try and what OpenAPI shows. */
export const ENDPOINTS: Readonly<Record<string, AnyEndpoint>> = Object.fromEntries(
  CONTRACTS.flatMap((contract) =>
    Object.entries(contract).flatMap(([name, value]): [string, AnyEndpoint][] =>
      isEndpoint(value) ? [[name, value]] : [],
    ),
  ),
)
