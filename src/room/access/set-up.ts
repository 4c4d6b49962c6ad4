import type { Role } from '../../casework/staff/staff.ts'
import {
  isDemoCode,
  type ReleaseProfile,
  type UnitProfile,
  unitProfileKind,
} from '../../casework/unit/unit-profile.ts'
import { generateUnitKeys, unitKeysKind } from '../../exchange/unit-keys.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { drawId } from '../../vault/primitives/random.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import type { SetUp } from '../contract/access.ts'

/** What the first person of a new unit may do; they add the others. */
export const firstRoles: Record<'room' | 'county', Role[]> = {
  room: ['counsellor', 'administrator'],
  county: ['coordinator', 'administrator'],
}

const mediumFrom = 240
const largeFrom = 3600

/** How fine the published tables may be, by last year's clients: 60 a quarter and 300 a month are the borders. */
const releaseProfileFor = (clientsLastYear: number): ReleaseProfile =>
  clientsLastYear > largeFrom ? 'large' : clientsLastYear >= mediumFrom ? 'medium' : 'small'

/** Characters that show nothing, or turn the text around them. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu

/** Checks what was typed about the unit. */
export const unitOf = (input: SetUp): Outcome<UnitProfile> => {
  const { kind, unitName, unitCode, clientsLastYear } = input
  const name = unitName.replace(unseen, '').trim()
  const digits = kind === 'room' ? /^\d{9}$/ : /^\d{6}$/
  if (name === '') return refused('UNIT_NAME_NEEDED', { at: 'unitName' })
  if (!digits.test(unitCode) || isDemoCode(unitCode)) return refused('UNIT_CODE_INVALID', { at: 'unitCode' })
  if (!Number.isInteger(clientsLastYear) || clientsLastYear < 0)
    return refused('CLIENTS_LAST_YEAR_INVALID', { at: 'clientsLastYear' })
  const releaseProfile = releaseProfileFor(clientsLastYear)
  return done({ kind, name, code: unitCode, releaseProfile })
}

/** The records a unit begins with: what it is, and the keys of each code it speaks for. */
export const firstRecords = async (unit: UnitProfile, codes: readonly string[]): Promise<Change[]> => [
  { kind: unitProfileKind, id: drawId(), expectedRevision: 0, value: unit },
  ...(await Promise.all(
    codes.map(async (code) => ({
      kind: unitKeysKind,
      id: drawId(),
      expectedRevision: 0,
      value: await generateUnitKeys(code, now()),
    })),
  )),
]
