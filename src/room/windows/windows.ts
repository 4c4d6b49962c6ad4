import { done, type Outcome } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { WindowsApi } from '../contract/windows.ts'
import type { Seat } from '../seat.ts'

/** What a window is told of itself and of the others that have the same vault open. */
export const windowsApi = (seat: Seat): WindowsApi => ({
  windowStanding: (known) => seat.window.after(known),
  ...commands({
    async trySavingAgain(): Promise<Outcome<null>> {
      await seat.writing.place.saving.tryAgain()
      return done(null)
    },
  }),
})
