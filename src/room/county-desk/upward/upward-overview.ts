import { reportedPeriods } from '../../../county/upward/room-reports.ts'
import { isOver } from '../../../statistics/period.ts'
import { today } from '../../clock.ts'
import type { UpwardOverview } from '../../contract/county-upward.ts'
import type { Session } from '../../session.ts'
import { identityAs } from '../../unit-identity.ts'
import type { CountyFigures } from '../county-figures.ts'
import { duties } from './duties.ts'
import { nameOfDesk, nextLevel, sentMerges } from './sent-merges.ts'

/** Every period that is over and of which something is here: whether it was passed on, and who came too late for that. */
export const upwardOverview = async (session: Session, figures: CountyFigures): Promise<UpwardOverview> => {
  const { code } = await identityAs('county', session)
  const sent = await sentMerges(session)
  const next = await nextLevel(session)
  const reported = await reportedPeriods(await figures.store(), code)
  const periods = reported.filter(({ period }) => isOver(period, today()))
  return {
    next: next && { name: next.card.name, code: next.card.unit },
    periods: await Promise.all(
      periods.map(async ({ period, rooms, throughMerges }) => {
        const { missing, named } = await duties(session, period, reported)
        const passed = sent.find((one) => one.period === period)
        const here = [...rooms, ...throughMerges]
        return {
          period,
          rooms: here.length,
          missing,
          passedOn: passed
            ? {
                at: passed.writtenAt,
                sha256: passed.sha256,
                to: await nameOfDesk(session, passed.to),
                rooms: passed.rooms.length,
                late: here.filter((unit) => !passed.rooms.includes(unit)).map(named),
              }
            : null,
        }
      }),
    ),
  }
}
