import type { KdfParameters } from '../vault/keys/key-derivation.ts'
import { accessApi } from './access/access.ts'
import { fixedKdf, machineKdf } from './access/kdf-policy.ts'
import { requirePassphrase } from './access/require-passphrase.ts'
import { appointmentsApi } from './appointments/appointments.ts'
import { assessmentsApi } from './assessments/assessments.ts'
import { auditApi } from './audit/audit.ts'
import { backupApi } from './backup/backup.ts'
import { callersApi } from './callers/callers.ts'
import { clientDetailsApi } from './clients/client-details.ts'
import { clientListApi } from './clients/client-list.ts'
import { clientsApi } from './clients/clients.ts'
import { fileMergesApi } from './clients/file-merges.ts'
import { closureApi } from './closure/closure.ts'
import { cluesApi } from './clues/clues.ts'
import { consentsApi } from './consents/consents.ts'
import type { RoomApi } from './contract/room-api.ts'
import { countyDeskApi } from './county-desk/county-desk.ts'
import { crisisApi } from './crisis/crisis.ts'
import { disclosuresApi } from './disclosures/disclosures.ts'
import { draftsApi } from './drafts.ts'
import { exchangeApi } from './exchange.ts'
import { factsApi } from './facts/facts.ts'
import { followUpsApi } from './follow-ups/follow-ups.ts'
import { groupCoursesApi } from './group-courses/group-courses.ts'
import { healthApi } from './health/health.ts'
import { hotlineApi } from './hotline/hotline.ts'
import { libraryApi } from './library/library.ts'
import { mandatoryReportsApi } from './mandatory-reports/mandatory-reports.ts'
import { notesApi } from './notes/notes.ts'
import { outreachApi } from './outreach/outreach.ts'
import { paperScoresApi } from './paper-scores/paper-scores.ts'
import { practiceApi } from './practice/practice.ts'
import { printingApi } from './printing.ts'
import { privacyApi } from './privacy/privacy.ts'
import { programmeApi } from './programme/programme.ts'
import { recoveryApi } from './recovery/recovery.ts'
import { referralsApi } from './referrals/referrals.ts'
import { reportApi } from './report/report.ts'
import { reportViewsApi } from './report/report-views.ts'
import { resultsApi } from './results/results.ts'
import { rightsApi } from './rights/rights.ts'
import { roomRulesApi } from './room-rules.ts'
import { Seat } from './seat.ts'
import { settingsApi } from './settings.ts'
import { hotlineSeatsApi } from './shifts/hotline-seats.ts'
import { rosterApi } from './shifts/roster.ts'
import { shiftsApi } from './shifts/shifts.ts'
import { staffRegisterApi } from './staff-register/staff-register.ts'
import { staffingApi } from './staffing/staffing.ts'
import { statisticsApi } from './statistics/statistics.ts'
import { supervisionApi } from './supervision/supervision.ts'
import { surveysApi } from './surveys/surveys.ts'
import { tierRulesApi } from './tiers/tier-rules.ts'
import { tiersApi } from './tiers/tiers.ts'
import { todayApi } from './today.ts'
import { windowsApi } from './windows/windows.ts'

/**
 * A room with nobody at work in it yet. `kdf`: what passphrases are stretched with; left out, what the machine can bear. `startSolver`: the
 * worker that protects and attacks reports.
 */
export const openRoom = (kdf?: KdfParameters, startSolver?: () => Worker): RoomApi => {
  const seat = new Seat()
  return requirePassphrase(seat, {
    ...accessApi(seat, kdf ? fixedKdf(kdf) : machineKdf),
    ...backupApi(seat),
    ...clientsApi(seat.session),
    ...clientDetailsApi(seat.session),
    ...clientListApi(seat.session),
    ...fileMergesApi(seat.session),
    ...crisisApi(seat.session),
    ...consentsApi(seat.session),
    ...libraryApi(seat.session),
    ...assessmentsApi(seat),
    ...resultsApi(seat.session),
    ...printingApi(seat.session),
    ...cluesApi(seat.session),
    ...programmeApi(seat.session),
    ...paperScoresApi(seat.session),
    ...practiceApi(seat.session),
    ...disclosuresApi(seat.session),
    ...mandatoryReportsApi(seat.session),
    ...rightsApi(seat),
    ...privacyApi(seat.session),
    ...referralsApi(seat.session),
    ...factsApi(seat.session),
    ...followUpsApi(seat.session),
    ...closureApi(seat.session),
    ...notesApi(seat.session),
    ...appointmentsApi(seat.session),
    ...supervisionApi(seat.session),
    ...groupCoursesApi(seat.session),
    ...outreachApi(seat.session),
    ...staffRegisterApi(seat.session),
    ...draftsApi(seat.session),
    ...hotlineApi(seat),
    ...hotlineSeatsApi(seat.session),
    ...rosterApi(seat.session),
    ...shiftsApi(seat),
    ...callersApi(seat),
    ...settingsApi(seat.session),
    ...staffingApi(seat),
    ...surveysApi(seat),
    ...exchangeApi(seat.session),
    ...reportApi(seat, startSolver),
    ...reportViewsApi(seat.session),
    ...statisticsApi(seat.session),
    ...countyDeskApi(seat),
    ...tiersApi(seat.session),
    ...tierRulesApi(seat.session),
    ...roomRulesApi(seat.session),
    ...todayApi(seat.session),
    ...auditApi(seat),
    ...windowsApi(seat),
    ...recoveryApi(seat),
    ...healthApi(seat),
  })
}
