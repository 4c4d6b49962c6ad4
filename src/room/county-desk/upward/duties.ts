import { isAskedFor } from '../../../county/board/is-asked-for.ts'
import type { ReportedPeriods } from '../../../county/upward/room-reports.ts'
import { isAbove } from '../../../exchange/merge/merged-payload.ts'
import type { UpwardPreview } from '../../contract/county-upward.ts'
import { acceptedCards } from '../../exchange.ts'
import type { Session } from '../../session.ts'
import { identityAs } from '../../unit-identity.ts'
import { countyUnits, expectedUnits } from '../units-of.ts'

type Named = UpwardPreview['rooms'][number]

/** Who is to report a period and has not, and what units are called. */
export interface Duties {
  missing: Named[]
  named: (code: string) => Named
}

/** Rooms by their duty to report, and the counties below: whose merge has not come is missing whole. */
export const duties = async (
  session: Session,
  period: string,
  reported: readonly ReportedPeriods[],
): Promise<Duties> => {
  const { code } = await identityAs('county', session)
  const rooms = await expectedUnits(session)
  const counties = (await acceptedCards(session))
    .map(({ card }) => card)
    .filter(({ kind, unit }) => kind === 'county' && isAbove(code, unit))
    .map(({ unit, name }) => ({ code: unit, name }))
  const here = reported.find((one) => one.period === period)
  const came = new Set([...(here?.rooms ?? []), ...(here?.counties ?? [])])
  const due = [...(await countyUnits(session)).filter((unit) => isAskedFor(unit, period)), ...counties].map(
    ({ code, name }) => ({
      code,
      name,
    }),
  )
  const names = new Map([...counties, ...rooms].map((unit) => [unit.code, unit.name]))
  return {
    missing: [...new Map(due.map((unit) => [unit.code, unit])).values()].filter(
      ({ code }) => !came.has(code),
    ),
    named: (unit) => ({ code: unit, name: names.get(unit) ?? unit }),
  }
}
