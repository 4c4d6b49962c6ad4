import type { UnitKey } from '../../../room/contract/county-units.ts'

/** Where a unit's own page is. */
export const unitPath = ({ level, code }: UnitKey): string => `/county/units/${level}/${code}`
