import type { BoardOf } from '../../county/board/board.ts'
import { completenessBoard } from '../../county/board/completeness-board.ts'
import { dueDayKind } from '../../county/board/due-day-record.ts'
import { countyUnitKind } from '../../county/units/unit-record.ts'
import { heldPackageKind } from '../../exchange/held-package.ts'
import { receivedPackageKind } from '../../exchange/received-package.ts'
import { refusedFileKind } from '../../exchange/refused-file.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { isOver, periodKindOf, periodSchema, quarterOf } from '../../statistics/period.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { BoardOnShow, CountyBoardApi } from '../contract/county-board.ts'
import { planReference } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import type { CountyFigures } from './county-figures.ts'
import { dueDayHere } from './due-day-here.ts'

/** So many months back there is something to be asked for, whether anything came or not. */
const monthsBack = 12

/** Who has reported, and who is to be called. */
export const countyBoardApi = (session: () => Session, figures: CountyFigures): CountyBoardApi => ({
  async countyBoard(period) {
    const { code: county } = await identityAs('county', session())
    if (period !== null && !periodSchema.safeParse(period).success) throw new RoomError('NOT_FOUND')
    const { list } = session()
    const received = await list(receivedPackageKind)
    const held = await list(heldPackageKind)
    const units = await list(countyUnitKind)
    const day = today()
    const periods = periodsToChoose(
      received.records.map(({ value }) => value.period),
      day,
    )
    const dueDay = await dueDayHere(session())
    const shown =
      period ?? periods.find((one) => periodKindOf(one) === 'month' && isOver(one, day)) ?? day.slice(0, 7)
    const quarantine = await list(refusedFileKind)
    const setAside: BoardOf['setAside'] = [
      ...quarantine.records.flatMap(({ value: { unit, period: of, code, out } }) =>
        unit && of && !out ? [{ unit, period: of, code }] : [],
      ),
      ...held.records.map(({ value }) => ({ unit: value.unit, period: value.period, code: 'CHAIN_GAP' })),
    ]
    const board = await completenessBoard(await figures.store(), {
      county,
      period: shown,
      plan: (await planReference()).sha256,
      today: day,
      dueDay,
      setAside,
    })
    return {
      periods,
      dueDay,
      today: day,
      board,
      unreadable: received.unreadable + held.unreadable + quarantine.unreadable + units.unreadable,
    } satisfies BoardOnShow
  },
  ...commands({
    async setDueDay(day: number): Promise<Outcome<'set'>> {
      await identityAs('county', session())
      if (!Number.isInteger(day) || day < 1 || day > 28) return refused('DUE_DAY_INVALID')
      const { vault, me, list, commit } = session()
      const [before] = (await list(dueDayKind)).records
      await commit([
        {
          kind: dueDayKind,
          id: before?.id ?? vault.drawId(),
          expectedRevision: before?.revision ?? 0,
          value: { dueDay: day, enteredAt: now(), enteredBy: me.id },
        },
      ])
      return done('set')
    },
  }),
})

/** Months and quarters that are over within the last year, and whatever came; newest first, a quarter before its months. */
const periodsToChoose = (came: readonly string[], day: string): string[] => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = Array.from({ length: monthsBack }, (_, back) => {
    const at = year * 12 + month - 2 - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
  const over = [...months, ...months.map(quarterOf)].filter((period) => isOver(period, day))
  const lastMonth = (period: string) =>
    period.includes('Q')
      ? `${period.slice(0, 5)}${String(Number(period.slice(6)) * 3).padStart(2, '0')}`
      : period
  return [...new Set([...over, ...came])].sort(
    (a, b) => lastMonth(b).localeCompare(lastMonth(a)) || b.localeCompare(a),
  )
}
