import type { Vectors } from '../../instruments/vectors.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'

/** A result as worked examples give it: without the instrument, which they stand beside. */
export const findingOf = ({
  instrument: _,
  version: __,
  reached = {},
  notes = [],
  ...found
}: ScoreResult): Vectors['cases'][number]['result'] => ({ ...found, reached, notes })
