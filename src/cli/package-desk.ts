import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readKeyList } from '../exchange/keys/key-list.ts'
import type { KeyStanding } from '../exchange/keys/key-standing.ts'
import { referenceTo } from '../exchange/plan-reference.ts'
import type { PackageDesk, PackageSender } from '../exchange/read-package.ts'
import { type ReadCard, readCard } from '../exchange/unit-card.ts'
import { recipientOf } from '../exchange/unit-keys.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { type ReleasePlan, ReleasePlanError, readReleasePlan } from '../statistics/release-plan.ts'
import { readFileWithin } from './read-file.ts'
import { readJson } from './read-json.ts'

const shippedPlan = fileURLToPath(new URL('../../resources/release-plan.json', import.meta.url))
const largestText = 1_000_000
const largestKeyList = 10_000_000

/** Whose files may be read, and by which cards and plan. Paths of files. */
export interface DeskFiles {
  identity: string
  cards: string
  /** The plan that comes with the program when null. */
  plan: string | null
}

/** A desk together with the plan it reads by. */
export interface ReadDesk {
  desk: PackageDesk
  plan: ReleasePlan
}

/** The age identity in a file as `age-keygen` writes it. Never part of a refusal. */
export async function readIdentity(path: string): Promise<Outcome<string>> {
  const bytes = await readFileWithin(path, largestText)
  if (!bytes.ok) return bytes
  const found = new TextDecoder().decode(bytes.value).match(/^AGE-SECRET-KEY-1[0-9A-Z]{58}\r?$/gm) ?? []
  const [identity] = found
  if (identity === undefined || found.length > 1) return refused('IDENTITY_UNREADABLE', { at: path })
  return done(identity.trim())
}

/** Reads all that a package is held against. A card that cannot be read, or a key that is not clear, stops everything. */
export async function readDesk(files: DeskFiles, today: string): Promise<Outcome<ReadDesk>> {
  const identity = await readIdentity(files.identity)
  if (!identity.ok) return identity
  const cards = await readCards(files.cards)
  if (!cards.ok) return cards
  const plan = await readPlan(files.plan)
  if (!plan.ok) return plan
  const rooms = cards.value.filter(({ card }) => card.kind === 'room')
  const county = await addresseeAmong(cards.value, identity.value)
  if (!county) return refused('NO_COUNTY_CARD', { at: files.cards })
  const listed = await readKeys(files.cards, county)
  if (!listed.ok) return listed
  const cardsAlone = rooms.filter((room) => !listed.value.has(room.kid))
  const unitsListed = new Set([...listed.value.values()].map(({ unit }) => unit))
  const twice = cardsAlone.find(
    (room, index) =>
      unitsListed.has(room.card.unit) ||
      cardsAlone.some(
        (other, at) => at < index && (other.card.unit === room.card.unit || other.kid === room.kid),
      ),
  )
  if (twice) return refused('KEY_CHANGED', { at: twice.card.unit })
  const { sha256 } = await referenceTo(plan.value)
  const desk: PackageDesk = {
    identity: identity.value,
    senders: new Map<string, PackageSender>([
      ...cardsAlone.map(({ kid, card }) => [kid, { unit: card.unit, signing: card.signing }] as const),
      ...listed.value,
    ]),
    addressee: { unit: county.card.unit, key: county.kid },
    plans: new Map([[sha256, plan.value]]),
    today,
  }
  return done({ desk, plan: plan.value })
}

/** The county whose identity this is; a room's own identity reads what it wrote to the only county there is a card of. */
async function addresseeAmong(cards: readonly ReadCard[], identity: string): Promise<ReadCard | undefined> {
  const counties = cards.filter(({ card }) => card.kind === 'county')
  const recipient = await recipientOf({ identity })
  const own = counties.filter(({ card }) => card.encryption === recipient)
  const [county, ...more] = own.length > 0 ? own : counties
  return more.length > 0 ? undefined : county
}

/** The standing of every key by the county's own list, when it lies beside the cards; none when it does not. */
async function readKeys(folder: string, { kid, card }: ReadCard): Promise<Outcome<Map<string, KeyStanding>>> {
  const name = `${card.unit}.anxin-key-list`
  if (!(await readdir(folder)).includes(name)) return done(new Map())
  const bytes = await readFileWithin(join(folder, name), largestKeyList)
  if (!bytes.ok) return bytes
  const list = await readKeyList(bytes.value, new Map([[kid, card]]))
  return list.ok ? done(list.value.keys) : refused(list.refusal.code, { at: name })
}

async function readCards(folder: string): Promise<Outcome<ReadCard[]>> {
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.anxin-card')).sort()
  } catch {
    return refused('FILE_UNREADABLE', { at: folder })
  }
  const cards: ReadCard[] = []
  for (const name of names) {
    const bytes = await readFileWithin(join(folder, name), largestText)
    if (!bytes.ok) return bytes
    const card = await readCard(bytes.value)
    if (!card.ok) return refused(card.refusal.code, { at: name })
    cards.push(card.value)
  }
  return done(cards)
}

/** The plan in a file, or the one that comes with the program. Refused with RELEASE_PLAN_INVALID or as `readJson`. */
export async function readPlan(file: string | null): Promise<Outcome<ReleasePlan>> {
  const path = file ?? shippedPlan
  const read = await readJson(path, largestText)
  if (!read.ok) return read
  try {
    return done(readReleasePlan(read.value))
  } catch (error) {
    if (error instanceof ReleasePlanError) return refused(error.code, { at: path })
    throw error
  }
}
