import type { Domain } from '../../../src/casework/records/record.ts'
import type { Role } from '../../../src/casework/staff/staff.ts'

const row = (cells: string): Record<Domain, boolean> => {
  const [identity, case_, assessment, hotline, schedule, statistics, exchange, audit, config] = [
    ...cells.replaceAll(' ', ''),
  ].map((cell) => cell === 'x')
  const known = { identity, case: case_, assessment, hotline, schedule, statistics, exchange, audit, config }
  return Object.fromEntries(
    Object.entries(known).map(([domain, opens]) => [domain, opens === true]),
  ) as Record<Domain, boolean>
}

/** The design's matrix, written a second time. Columns: identity, case, assessment, hotline, schedule, statistics, exchange, audit, config. */
export const matrix: Record<Role, Record<Domain, boolean>> = {
  counsellor: row('x x x x x x x . x'),
  supervisor: row('x x x x x x x . x'),
  hotline: row('. . . x x . . . x'),
  administrator: row('. . . . x . x x x'),
  coordinator: row('. . . . . . x . x'),
}
