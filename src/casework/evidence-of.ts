import type { Evidence } from '../tiering/evidence.ts'
import type { Assessment } from './assessment.ts'
import type { CriticalAlert } from './critical-alert.ts'
import type { Stored } from './record.ts'

/**
 * What tiering may look at in one client's file: every score there is, also prorated or outside the ages meant, and
 * every critical item, from the moment staff entered what was found, till then from the moment it was answered.
 */
export const evidenceOf = (
  assessments: readonly Stored<Assessment>[],
  alerts: readonly Stored<CriticalAlert>[],
): Evidence[] => [...assessments.flatMap(scoresOf), ...alerts.map(findingOf)]

const scoresOf = ({ id, value: { answeredAt, result } }: Stored<Assessment>): Evidence[] =>
  answeredAt === null || result === null
    ? []
    : Object.entries(result.scores).map(([scale, value]) => ({
        kind: 'score',
        id,
        instrument: result.instrument,
        scale,
        value,
        band: result.bands[scale] ?? null,
        reached: result.reached?.[scale] ?? [],
        at: answeredAt,
      }))

const findingOf = ({
  id,
  value: { instrument, item, raisedAt, handling },
}: Stored<CriticalAlert>): Evidence => ({
  kind: 'criticalItem',
  id,
  instrument,
  item,
  finding: handling?.asked ?? 'open',
  at: handling?.handledAt ?? raisedAt,
})
