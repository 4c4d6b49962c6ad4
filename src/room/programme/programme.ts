import type { ProgrammeApi } from '../contract/programme.ts'
import type { Session } from '../session.ts'
import { batteriesApi } from './batteries.ts'
import { retestPlansApi } from './retest-plans.ts'

/** What is given together, and what is given again. */
export const programmeApi = (session: () => Session): ProgrammeApi => ({
  ...batteriesApi(session),
  ...retestPlansApi(session),
})
