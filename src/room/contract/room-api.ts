import type { AccessApi } from './access.ts'
import type { AppointmentsApi } from './appointments.ts'
import type { AssessmentsApi } from './assessments.ts'
import type { AuditApi } from './audit.ts'
import type { BackupApi } from './backup.ts'
import type { CallersApi } from './callers.ts'
import type { ClientDetailsApi } from './client-details.ts'
import type { ClientListApi } from './client-list.ts'
import type { ClientsApi } from './clients.ts'
import type { ClosureApi } from './closure.ts'
import type { CluesApi } from './clues.ts'
import type { ConsentsApi } from './consents.ts'
import type { CountyDeskApi } from './county-desk.ts'
import type { CountyImportApi } from './county-import.ts'
import type { CrisisApi } from './crisis.ts'
import type { DisclosuresApi } from './disclosures.ts'
import type { DraftsApi } from './drafts.ts'
import type { ExchangeApi } from './exchange.ts'
import type { FactsApi } from './facts.ts'
import type { FileMergesApi } from './file-merges.ts'
import type { FollowUpsApi } from './follow-ups.ts'
import type { GroupCoursesApi } from './group-courses.ts'
import type { HealthApi } from './health.ts'
import type { HotlineApi } from './hotline.ts'
import type { HotlineSeatsApi } from './hotline-seats.ts'
import type { LibraryApi } from './library.ts'
import type { MandatoryReportsApi } from './mandatory-reports.ts'
import type { NotesApi } from './notes.ts'
import type { OutreachApi } from './outreach.ts'
import type { PaperScoresApi } from './paper-scores.ts'
import type { PracticeApi } from './practice.ts'
import type { PrintingApi } from './printing.ts'
import type { PrivacyApi } from './privacy.ts'
import type { ProgrammeApi } from './programme.ts'
import type { RecoveryApi } from './recovery.ts'
import type { ReferralsApi } from './referrals.ts'
import type { ReportApi } from './report.ts'
import type { ReportViewsApi } from './report-views.ts'
import type { ResultsApi } from './results.ts'
import type { RightsApi } from './rights.ts'
import type { RoomRulesApi } from './room-rules.ts'
import type { RosterApi } from './roster.ts'
import type { SettingsApi } from './settings.ts'
import type { ShiftsApi } from './shifts.ts'
import type { StaffRegisterApi } from './staff-register.ts'
import type { StaffingApi } from './staffing.ts'
import type { StatisticsApi } from './statistics.ts'
import type { SupervisionApi } from './supervision.ts'
import type { SurveysApi } from './surveys.ts'
import type { TierRulesApi } from './tier-rules.ts'
import type { TiersApi } from './tiers.ts'
import type { TodayApi } from './today.ts'
import type { WindowsApi } from './windows.ts'

/**
 * Everything the staff window may ask of the vault worker. Commands give an `Outcome`; a query rejects with a
 * `RoomError` when its data is broken or the role holds no key.
 */
export interface RoomApi
  extends AccessApi,
    BackupApi,
    ClientsApi,
    ClientDetailsApi,
    ClientListApi,
    FileMergesApi,
    CrisisApi,
    ConsentsApi,
    LibraryApi,
    AssessmentsApi,
    ResultsApi,
    PrintingApi,
    CluesApi,
    AuditApi,
    ProgrammeApi,
    PaperScoresApi,
    PracticeApi,
    DisclosuresApi,
    MandatoryReportsApi,
    RightsApi,
    PrivacyApi,
    ReferralsApi,
    FactsApi,
    FollowUpsApi,
    ClosureApi,
    NotesApi,
    AppointmentsApi,
    SupervisionApi,
    GroupCoursesApi,
    OutreachApi,
    StaffRegisterApi,
    DraftsApi,
    HotlineApi,
    HotlineSeatsApi,
    RosterApi,
    ShiftsApi,
    CallersApi,
    SettingsApi,
    RoomRulesApi,
    StaffingApi,
    SurveysApi,
    ExchangeApi,
    ReportApi,
    ReportViewsApi,
    StatisticsApi,
    CountyDeskApi,
    CountyImportApi,
    TiersApi,
    TierRulesApi,
    TodayApi,
    WindowsApi,
    HealthApi,
    RecoveryApi {}
