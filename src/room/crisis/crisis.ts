import type { CrisisApi } from '../contract/crisis.ts'
import type { Session } from '../session.ts'
import { episodesApi } from './episodes.ts'
import { safetyPlansApi } from './safety-plans.ts'

/** What is done for somebody in danger, and the plan they make for hard hours. */
export const crisisApi = (session: () => Session): CrisisApi => ({
  ...episodesApi(session),
  ...safetyPlansApi(session),
})
