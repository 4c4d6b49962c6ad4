import { onTestFinished } from 'vitest'
import type { RecordKind } from '../../src/casework/records/record.ts'
import { unitProfileKind } from '../../src/casework/unit/unit-profile.ts'
import { placeOf } from '../../src/room/place-of.ts'
import { beginSession, type Session } from '../../src/room/session.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { factSheetKind, sheetsInForce } from '../../src/statistics/fact-sheet.ts'
import { describeVault, type OpenVault, openVault } from '../../src/vault/vault.ts'
import { passphrase } from './set-up.ts'

/** The vault itself, beside every door, as a counsellor opens it; where there is none, as whoever works there. */
export const vaultHere = async (name = 'anxin'): Promise<OpenVault> => {
  const staff = (await describeVault(await placeOf(name)))?.staff ?? []
  const { id = '' } = staff.find(({ roles }) => roles.includes('counsellor')) ?? staff[0] ?? {}
  const vault = await openVault({ ...(await placeOf(name)), staffId: id, passphrase })
  onTestFinished(() => vault.lock())
  return vault
}

/** A session of its own, with nothing read yet. */
export const sessionOn = async (vault: OpenVault): Promise<Session> => {
  const [unit] = (await vault.list(unitProfileKind)).records
  if (!unit) throw new Error('no unit')
  return beginSession(vault, unit.value)
}

/** What a kind's records say, in no particular order. */
export const valuesOf = async <T>(vault: OpenVault, kind: RecordKind<T>): Promise<T[]> =>
  (await vault.list(kind)).records.map(({ value }) => value)

/** Everything that is counted. */
export const factsIn = async (vault: OpenVault): Promise<Fact[]> =>
  [...sheetsInForce((await vault.list(factSheetKind)).records).values()].flatMap(({ value }) => value.facts)
