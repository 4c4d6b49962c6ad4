import { type Role, roles } from '../../src/casework/staff/staff.ts'
import type { Outcome } from '../../src/instruments/outcome.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { passphrase, unlock } from './set-up.ts'
import { openWindowHere, type TestWindow } from './windows.ts'

/** How a query or a command answers: SEEN or ACCEPTED, or the code it is refused with. */
export const answerOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    (answer) =>
      typeof answer === 'object' && answer !== null && 'ok' in answer
        ? codeOf(answer as Outcome<unknown>)
        : 'SEEN',
    (problem: Error) => problem.message,
  )

/** Hires one colleague for each role, and asks the same as each of them. */
export const asEachRole = async <Answers>(
  window: TestWindow,
  ask: (room: RoomApi, staffId: string) => Promise<Answers>,
): Promise<Record<Role, Answers>> => {
  const hired: [Role, string][] = []
  for (const role of roles) {
    const added = await window.room.addStaff({ name: `示例${role}`, roles: [role], passphrase })
    hired.push([role, given(added).id])
  }
  await window.close()
  const answers: [Role, Answers][] = []
  for (const [role, staffId] of hired) {
    const { room, close } = openWindowHere()
    await unlock(room, staffId)
    answers.push([role, await ask(room, staffId)])
    await close()
  }
  return Object.fromEntries(answers) as Record<Role, Answers>
}
