import type { ScaleOf } from '../casework/tiers/evidence-of.ts'
import type { Instrument } from '../instruments/instrument.ts'

/** Scales of these instruments, in the version they are in. */
export const scaleOn =
  (instruments: readonly Instrument[]): ScaleOf =>
  (instrument, version, scale) =>
    instruments
      .find((one) => one.id === instrument && one.version === version)
      ?.scales.find(({ id }) => id === scale) ?? null
