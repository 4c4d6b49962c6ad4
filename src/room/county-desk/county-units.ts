import { closed, entered, type UnitEntry, versionsOf, withUnit } from '../../county/units/change-unit.ts'
import { mergeUnits } from '../../county/units/merge-units.ts'
import { planUnitList, type UnitListPlan } from '../../county/units/plan-unit-list.ts'
import { type Unit, type UnitKey, unitSchema, wordOf } from '../../county/units/unit.ts'
import { unitListSample } from '../../county/units/unit-list-sample.ts'
import { countyUnitKind, storedVersions } from '../../county/units/unit-record.ts'
import { columnLetters } from '../../exchange/lists/list-table.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CountyUnitsApi, UnitListOnShow } from '../contract/county-units.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { onceFor } from '../once-for.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { type UnitSources, unitSources } from './units-of.ts'
import { unitHistory, unitsOnShow } from './units-on-show.ts'

/** A list that was read, and what it was read against. */
interface HeldList {
  plan: UnitListPlan
  against: string
}

/** Held for whoever signed in, and gone with them. */
const heldFor = onceFor((_: Session): { list: HeldList | null } => ({ list: null }))

/** The county's units: entered one by one or from a list, each change from a day on. */
export const countyUnitsApi = (session: () => Session): CountyUnitsApi => {
  /** Saves what of these is not in the vault as it is. */
  const save = async (units: readonly Unit[], keys: readonly string[]): Promise<void> => {
    const { vault, me, list, commit } = session()
    const records = new Map(
      (await list(countyUnitKind)).records.map((record) => [wordOf(record.value), record]),
    )
    const byKey = Map.groupBy(units, wordOf)
    const by = { enteredAt: now(), enteredBy: me.id }
    const changes = keys.map((key): Change => {
      const record = records.get(key)
      const [level = '', code = ''] = key.split(' ')
      return {
        kind: countyUnitKind,
        id: record?.id ?? vault.drawId(),
        expectedRevision: record?.revision ?? 0,
        value: { level, code, versions: storedVersions(byKey.get(key) ?? []), ...by },
      }
    })
    await commit(changes)
  }

  const change = async (
    key: UnitKey,
    versions: (there: Unit[], sources: UnitSources) => Outcome<Unit[]>,
  ): Promise<Outcome<Unit[]>> => {
    const sources = await readableSources()
    const { desk } = sources
    const made = versions(versionsOf(sources.entered, key), sources)
    if (!made.ok) return made
    const units = mergeUnits(sources.entered, sources.cards, desk)
    const checked = withUnit(units, key, made.value, desk.code)
    if (!checked.ok) return checked
    await save(made.value, [wordOf(key)])
    return made
  }

  /** Nothing is entered over units that cannot be read. */
  const readableSources = async (): Promise<UnitSources> => {
    const sources = await unitSources(session())
    if (sources.unreadable > 0) throw new RoomError('UNREADABLE')
    return sources
  }

  return {
    countyUnits: () => unitsOnShow(session()),
    countyUnit: (key) => unitHistory(session(), key),
    ...commands({
      async enterUnit(entry: UnitEntry): Promise<Outcome<'entered'>> {
        const checked = unitSchema.safeParse({ ...entry, until: null })
        if (!checked.success)
          return refused('UNIT_INVALID', { at: String(checked.error.issues[0]?.path[0] ?? '') })
        const made = await change(entry, (there) => done(entered(there, checked.data)))
        return made.ok ? done('entered') : made
      },
      async endUnit({ level, code, from }: UnitKey & { from: string }): Promise<Outcome<'ended'>> {
        const key = { level, code }
        const made = await change(key, (there, { cards }) => {
          const card = cards.find((one) => wordOf(one) === wordOf(key))
          const left = closed(there.length > 0 || !card ? there : [card], from)
          if (left.length === 0 && card) return refused('UNIT_HAS_CARD', { at: code })
          return done(left)
        })
        return made.ok ? done('ended') : made
      },
      async checkUnitList({ bytes }: { name: string; bytes: Uint8Array }): Promise<Outcome<UnitListOnShow>> {
        const held = heldFor(session())
        held.list = null
        const sources = await readableSources()
        const plan = await planUnitList(new Uint8Array(bytes), { ...sources, today: today() })
        if (!plan.ok) return plan
        held.list = { plan: plan.value, against: JSON.stringify(sources) }
        const { added, changed, same, faulty } = plan.value
        const letters = (column: number | null) => (column === null ? null : columnLetters(column))
        return done({
          added,
          changed,
          same,
          faulty: faulty.map(({ row, faults }) => ({
            row,
            faults: faults.map(({ field, code, column }) => ({ field, code, column: letters(column) })),
          })),
        })
      },
      async takeUnitList(): Promise<Outcome<{ added: number; changed: number }>> {
        const held = heldFor(session())
        const { list } = held
        if (list === null) return refused('LIST_NOT_OPEN')
        if (list.against !== JSON.stringify(await readableSources())) return refused('UNIT_LIST_OUTDATED')
        const { added, changed, units } = list.plan
        const keys = new Set([...added, ...changed].map(wordOf))
        if (keys.size === 0) return refused('UNIT_LIST_NOTHING')
        await save(units, [...keys])
        held.list = null
        void session().vault.trail.note({ action: 'imported', kind: countyUnitKind, count: keys.size })
        return done({ added: added.length, changed: changed.length })
      },
      async unitListSample(language: 'zh-CN' | 'en'): Promise<Outcome<{ file: OutgoingFile }>> {
        const { code } = await identityAs('county', session())
        return done({ file: await unitListSample(code, today().slice(0, 4), language) })
      },
    }),
  }
}
