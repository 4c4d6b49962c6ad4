import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { gridSize } from '../../statistics/axis.ts'
import { hasBegun, periodKindOf, yearOf } from '../../statistics/period.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { PayloadDesk } from '../check-payload.ts'
import { signCompact } from '../compact-jws.ts'
import { isTooLateFor, keyShut, type PackageSender } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import type { JsonLimits } from '../scan-json.ts'
import { sealFile, unsealFile } from '../sealed-file.ts'
import { sha256Hex } from '../sha256.ts'
import { readStatement } from '../signed-statement.ts'
import { recipientOf, type UnitKeys } from '../unit-keys.ts'
import { fewestRooms } from './merge-gate.ts'
import type { VerifiedMerge } from './merge-merges.ts'
import { roomTwice } from './merge-packages.ts'
import {
  type MergedPayload,
  type MergedTable,
  mergedPayloadSchema,
  mergedType,
  scopeOf,
} from './merged-payload.ts'

/** A merge names each of its rooms. */
const limits: JsonLimits = { depth: 5, keys: 100_000, values: 500_000 }

/** Signs a merge with the county's key and encrypts it to the next level and to the county itself. */
export async function writeMerge(
  payload: MergedPayload,
  keys: UnitKeys,
  next: { encryption: string },
): Promise<{ name: string; bytes: Uint8Array; sha256: string }> {
  const jws = await signCompact(JSON.stringify(mergedPayloadSchema.parse(payload)), mergedType, keys.signing)
  return {
    name: `${payload.from.unit}-${payload.period}.anxin-merged`,
    bytes: await sealFile(jws, [next.encryption, await recipientOf(keys)]),
    sha256: await sha256Hex(jws),
  }
}

/** What the desk of the next level reads merges by. */
export interface MergeDesk extends PayloadDesk {
  identity: string
  /** The desks of the level below, by the thumbprint of their signing key. */
  senders: ReadonlyMap<string, PackageSender>
}

/** Opens, verifies and checks a merged package, the signature before anything it says. Never throws for what is in the file. */
export async function readMerge(bytes: Uint8Array, desk: MergeDesk): Promise<Outcome<VerifiedMerge>> {
  const opened = await unsealFile(bytes, desk.identity)
  if (!opened.ok) return opened
  const kind = { type: mergedType, schema: mergedPayloadSchema, maxSize: bytes.length, limits }
  const read = await readStatement(opened.value, kind, desk.senders)
  if (!read.ok) return read
  const { said, kid, jws } = read.value
  const { from, to, demo, period, created } = said
  const sender = desk.senders.get(kid)
  if (from.unit !== sender?.unit) return refuse('WRONG_UNIT', { at: from.unit })
  const shut = keyShut(sender, desk.today)
  if (shut) return shut
  if (isTooLateFor(sender, created)) return refuse('KEY_EXPIRED', { at: from.unit })
  if (from.unit === desk.addressee.unit) return refuse('MERGE_OF_ITS_OWN', { at: from.unit })
  if (demo !== isDemoCode(from.unit) || demo !== isDemoCode(desk.addressee.unit))
    return refuse('DEMO_REFUSED')
  const { unit, key, before = [] } = desk.addressee
  if (to.unit !== unit || ![key, ...before].includes(to.key)) return refuse('NOT_FOR_THIS_DESK')
  const plan = desk.plans.get(said.plan.sha256)
  if (!plan || plan.id !== said.plan.id || plan.version !== said.plan.version) return refuse('UNKNOWN_PLAN')
  if (!hasBegun(period, created) || !hasBegun(period, desk.today) || yearOf(period) < plan.fromYear)
    return refuse('WRONG_PERIOD', { at: period })
  const faulty = faultyChild(said) ?? faultyTable(said, plan)
  return faulty ?? done({ payload: said, sha256: await sha256Hex(jws.text) })
}

function faultyChild({ from, period, children }: MergedPayload): ReturnType<typeof refuse> | null {
  const twice = roomTwice(children)
  if (twice !== null) return refuse('MERGE_ROOM_TWICE', { at: twice })
  const foreign = children.find(({ unit }) => !unit.startsWith(scopeOf(from.unit)))
  if (foreign) return refuse('NOT_OUR_COUNTY', { at: foreign.unit })
  const other = children.find((child) => child.period !== period)
  return other ? refuse('WRONG_PERIOD', { at: other.unit }) : null
}

function faultyTable(
  { period, tables, held, children }: MergedPayload,
  plan: ReleasePlan,
): ReturnType<typeof refuse> | null {
  const known = plan.tables.map(({ id }) => id).filter((id) => held.includes(id))
  if (known.length !== held.length) return refuse('WRONG_GRID', { at: 'held' })
  let from = 0
  for (const given of tables) {
    // In the plan's order, each once.
    const place = plan.tables.findIndex(({ id }, position) => position >= from && id === given.id)
    const table = plan.tables[place]
    if (!table || table.period !== periodKindOf(period)) return refuse('WRONG_GRID', { at: given.id })
    from = place + 1
    const size = gridSize(plan, table)
    if (given.cells.length !== size || given.rooms > children.length)
      return refuse('WRONG_GRID', { at: given.id })
    const isWhole = given.withheld === null && !given.cells.includes(null)
    if (table.class === 'S' ? !bandsFit(given) : !isWhole)
      return refuse('NOT_WITHHELD_HERE', { at: given.id })
    if (given.rooms < fewestRooms || (table.class === 'S' && showsParts(given)))
      return refuse('MERGE_UNCOVERS', { at: given.id })
    if (table.class === 'A' && given.cells.some((count) => (count ?? 0) % table.base !== 0))
      return refuse('NOT_ROUNDED', { at: given.id })
  }
  return null
}

/** A band for each cell, of no more rooms than there are; what is not told at all is withheld by somebody. */
const bandsFit = ({ cells, withheld, rooms }: MergedTable): boolean =>
  withheld?.length === cells.length &&
  withheld.every((least, cell) => least <= rooms && (least > 0 || cells[cell] !== null))

/** Of a table of class S its grand total alone is passed on. */
const showsParts = ({ cells }: MergedTable): boolean => cells.slice(1).some((sum) => sum !== null)
