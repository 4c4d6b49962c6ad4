import type { CountyQuarantine } from '../contract/county-import.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { DeskQuarantine } from './desk-quarantine.ts'
import { expectedUnits } from './units-of.ts'

/** What the desk refused, the newest first, with whom to call. Rejects with NOT_THIS_KIND_OF_UNIT. */
export const quarantineOnShow = async (session: Session): Promise<CountyQuarantine> => {
  await identityAs('county', session)
  const units = new Map((await expectedUnits(session)).map((unit) => [unit.code, unit]))
  const { records, unreadable } = await new DeskQuarantine(session).entries()
  const files = records.map(({ id, value: { name, code, refusedAt, unit, period, seq, file, out } }) => ({
    id,
    name,
    code,
    at: refusedAt,
    unit: unit
      ? { code: unit, name: units.get(unit)?.name ?? unit, contact: units.get(unit)?.contact ?? '' }
      : null,
    period: period ?? null,
    seq: seq ?? null,
    isHere: Boolean(file),
    out: out ? { how: out.how, note: out.note, at: out.at } : null,
  }))
  return { files, unreadable }
}
