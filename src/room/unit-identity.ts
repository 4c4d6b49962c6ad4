import { DEMO_COUNTY_CODE, DEMO_UNIT_CODE, type UnitProfile } from '../casework/unit/unit-profile.ts'
import { type UnitKeys, unitKeysKind } from '../exchange/unit-keys.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'

/** The codes a unit speaks for; a demonstration is a room and its county at once. */
export const codesOf = ({ kind, code }: UnitProfile): { room: string | null; county: string | null } => ({
  room: kind === 'demo' ? DEMO_UNIT_CODE : kind === 'room' ? code : null,
  county: kind === 'demo' ? DEMO_COUNTY_CODE : kind === 'county' ? code : null,
})

/** One of the parts this unit plays, with the keys it plays it by and those it had before, newest first. Rejects with NOT_THIS_KIND_OF_UNIT. */
export const identityAs = async (
  part: 'room' | 'county',
  { unit, list }: Session,
): Promise<{ code: string; name: string; keys: UnitKeys; earlier: UnitKeys[] }> => {
  const code = codesOf(unit)[part]
  if (code === null) throw new RoomError('NOT_THIS_KIND_OF_UNIT')
  const held = (await list(unitKeysKind)).records
    .map(({ value }) => value)
    .filter((value) => value.unit === code)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  const [keys, ...earlier] = held
  if (!keys) throw new RoomError('NO_KEY')
  return { code, name: unit.name, keys, earlier }
}
