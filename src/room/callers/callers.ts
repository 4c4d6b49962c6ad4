import type { CallersApi } from '../contract/callers.ts'
import type { Seat } from '../seat.ts'
import { acrossWindows } from '../windows/across-windows.ts'
import { callListsApi } from './call-lists.ts'
import { callerNumbersApi } from './caller-numbers.ts'
import { callerRecordsApi } from './caller-records.ts'
import { callersOnShowApi } from './callers-on-show.ts'
import { knownCallersApi } from './known-callers.ts'

/** The hotline's calls, all of them at once, and those who call again. */
export const callersApi = (seat: Seat): CallersApi => ({
  ...callListsApi(seat.session),
  ...knownCallersApi(seat.session),
  ...callersOnShowApi(seat.session),
  ...acrossWindows(seat, (session) => ({ ...callerRecordsApi(session), ...callerNumbersApi(session) })),
})
