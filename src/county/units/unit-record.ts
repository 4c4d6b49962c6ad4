import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'
import { type Unit, unitSchema } from './unit.ts'

const { level, code, ...version } = unitSchema.shape

/** One unit of a county desk as its coordinator entered it: everything it was, the first version first. */
const countyUnitSchema = z.strictObject({
  level,
  code,
  /** None when it was entered by mistake. */
  versions: z.array(z.strictObject(version)).max(200),
  enteredAt: instantSchema,
  enteredBy: idSchema,
})
export type CountyUnit = z.infer<typeof countyUnitSchema>

export const countyUnitKind: RecordKind<CountyUnit> = {
  table: 'countyUnits',
  domain: 'exchange',
  version: 1,
  schema: countyUnitSchema,
  clientOf: () => null,
}

/** The versions of a unit as they are stored. */
export const storedVersions = (versions: readonly Unit[]): CountyUnit['versions'] =>
  versions.map(({ level: _level, code: _code, ...one }) => one)

/** The units that records tell of. */
export const unitsIn = (records: readonly CountyUnit[]): Unit[] =>
  records.flatMap(({ level, code, versions }) => versions.map((one) => ({ level, code, ...one })))
