import { auditEntryKind } from '../../casework/records/audit-entry.ts'
import { writeCsv } from '../../exchange/csv.ts'
import { done } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { AuditApi, AuditFilter, AuditLine, AuditPage } from '../contract/audit.ts'
import { onceFor } from '../once-for.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { TrailOnShow } from './trail-on-show.ts'

const linesOnPage = 50

const trailOf = onceFor((session: Session) => new TrailOnShow(session.vault))

/** A line that cannot be read might be any: it is in every selection. */
const isAskedFor = ({ said }: AuditLine, { from, to, actor, action, object }: AuditFilter): boolean => {
  if (!said) return true
  const day = dayOf(said.at)
  return (
    (from === null || day >= from) &&
    (to === null || day <= to) &&
    (actor === null || said.actor === actor) &&
    (action === null || said.action === action) &&
    (object === null || said.object === object)
  )
}

const namesOf = async (session: Session): Promise<Pick<AuditPage, 'staffNames' | 'objectNames'>> => {
  const names = staffNames(session)
  const objects = Object.entries(names).map(async ([id, name]) => [
    await session.vault.trail.objectOf(id),
    name,
  ])
  return { staffNames: names, objectNames: Object.fromEntries(await Promise.all(objects)) }
}

/** Who looks at the trail leaves a trace there as well. */
const entering = async ({ vault }: Session): Promise<void> => {
  await vault.trail.enterOwed()
  await vault.trail.note({ action: 'read', kind: auditEntryKind })
}

/** Who did what here: for the administrator, without names of clients. */
export const auditApi = (seat: Seat): AuditApi => {
  const { session } = seat
  let checked = 0

  return {
    signOut: (how) => seat.signOut(how),
    async listAudit(filter, page) {
      await entering(session())
      const lines: AuditLine[] = []
      let asked = 0
      for await (const line of trailOf(session()).newestFirst()) {
        if (!isAskedFor(line, filter)) continue
        asked += 1
        if (asked <= page * linesOnPage) continue
        if (lines.length === linesOnPage) return { lines, more: true, ...(await namesOf(session())) }
        lines.push(line)
      }
      return { lines, more: false, ...(await namesOf(session())) }
    },
    auditChecked: async () => checked,
    ...commands({
      async checkAudit() {
        checked = 0
        await entering(session())
        const { size, fault, heads } = await session().vault.trail.check((sofar) => {
          checked = sofar
        })
        return done({
          size,
          fault,
          heads: heads
            .toReversed()
            .map(({ size: upTo, at, signedBy, signed }) => ({ size: upTo, at, signedBy, signed })),
        })
      },
      async exportAudit(
        filter: AuditFilter,
        { headings, words }: { headings: string[]; words: Record<string, string> },
      ) {
        const { vault } = session()
        const { staffNames: names, objectNames } = await namesOf(session())
        const say = (code: string | null): string => (code === null ? '' : (words[code] ?? code))
        const name = (id: string | null): string => (id === null ? '' : (names[id] ?? id))
        const rows: (string | number)[][] = []
        for await (const { number, said } of trailOf(session()).newestFirst()) {
          if (!isAskedFor({ number, said }, filter)) continue
          if (!said) {
            rows.push([number, '', '', '', say('unreadable'), '', '', '', ''])
            continue
          }
          const { at, actor, enteredBy, action, table, object, count, detail } = said
          const who = [name(actor), name(enteredBy)]
          const about = object === null ? '' : (objectNames[object] ?? object)
          rows.push([number, at, ...who, say(action), say(table), about, count, say(detail)])
        }
        const bytes = writeCsv([headings, ...rows.reverse()])
        await vault.trail.note({
          action: 'exported',
          kind: auditEntryKind,
          count: rows.length,
          detail: 'csv',
        })
        await vault.trail.sign()
        return done({ name: `audit-${today()}.csv`, bytes })
      },
    }),
  }
}
