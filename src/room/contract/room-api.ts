import type { AccessApi } from './access.ts'
import type { AssessmentsApi } from './assessments.ts'
import type { ClientsApi } from './clients.ts'
import type { CountyDeskApi } from './county-desk.ts'
import type { DisclosuresApi } from './disclosures.ts'
import type { ExchangeApi } from './exchange.ts'
import type { HotlineApi } from './hotline.ts'
import type { LibraryApi } from './library.ts'
import type { PaperScoresApi } from './paper-scores.ts'
import type { ProgrammeApi } from './programme.ts'
import type { ReportApi } from './report.ts'
import type { SurveysApi } from './surveys.ts'
import type { TodayApi } from './today.ts'

/**
 * Everything the staff window may ask of the vault worker. Commands give an `Outcome`; a query rejects with a
 * `RoomError` when its data is broken or the role holds no key.
 */
export interface RoomApi
  extends AccessApi,
    ClientsApi,
    LibraryApi,
    AssessmentsApi,
    ProgrammeApi,
    PaperScoresApi,
    DisclosuresApi,
    HotlineApi,
    SurveysApi,
    ExchangeApi,
    ReportApi,
    CountyDeskApi,
    TodayApi {}
