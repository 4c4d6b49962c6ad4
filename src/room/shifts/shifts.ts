import { handOverSheetKind } from '../../casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind } from '../../casework/shifts/hotline-shift.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { ShiftsApi } from '../contract/shifts.ts'
import type { Seat } from '../seat.ts'
import { acrossWindows } from '../windows/across-windows.ts'
import { handOverCommands } from './hand-over-commands.ts'
import { signHandOver } from './hand-over-signatures.ts'
import { shiftCommands } from './shift-commands.ts'
import { shiftsOnShow } from './shifts-on-show.ts'

type Input<Name extends keyof ShiftsApi> = Parameters<ShiftsApi[Name]>[0]

/** Time at the seats of the hotline. Two people at two windows each have their own; whoever signs does so in their own window. */
export const shiftsApi = (seat: Seat): ShiftsApi => {
  const { session } = seat
  const { keepGiven, keepTaken, ...others } = acrossWindows(seat, (who) => ({
    ...shiftCommands(who),
    ...handOverCommands(who),
  }))
  return {
    ...shiftsOnShow(session),
    ...others,
    ...commands({
      async giveHandOver({
        shiftId,
        revision,
        sheet,
        because,
      }: Input<'giveHandOver'>): Promise<Outcome<{ id: string }>> {
        const { vault, get } = session()
        const id = vault.drawId()
        const shift = await get(hotlineShiftKind, shiftId)
        const content = {
          ...sheet,
          supervisor: sheet.supervisor.trim(),
          seat: shift.value.seat,
          shift: shiftId,
        }
        const signature = await signHandOver(vault, id, content, null)
        return keepGiven({ id, revision, sheet: content, because, signature })
      },
      async takeHandOver({ id, revision }: Input<'takeHandOver'>): Promise<Outcome<null>> {
        const { vault, get } = session()
        const { value } = await get(handOverSheetKind, id)
        const signature = await signHandOver(vault, id, value, value.steps[0] ?? null)
        return keepTaken({ id, revision, signature })
      },
    }),
  }
}
