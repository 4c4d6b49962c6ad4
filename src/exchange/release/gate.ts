import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { payloadText } from '../package-payload.ts'
import { type PackageDesk, readPackage, type VerifiedPackage } from '../read-package.ts'
import { attackRelease } from './attack-release.ts'
import type { Guard } from './guard.ts'
import type { CountedPeriod } from './prepare-release.ts'
import { ReleaseError } from './release-refused.ts'

/** What the bytes are held against. */
export interface Expected {
  /** The text that was shown to whoever lets it go. */
  text: string
  counted: CountedPeriod
}

/**
 * The last step before a file leaves: its very bytes are opened as the county would, and what they say is attacked together with all
 * that was released before. Refused with one of `releaseRefusals`, the tables in `at`; the bytes must then be thrown away.
 */
export async function passGate(
  bytes: Uint8Array,
  desk: PackageDesk,
  { text, counted }: Expected,
  guard: Guard,
): Promise<Outcome<VerifiedPackage>> {
  const read = await readPackage(bytes, desk)
  if (!read.ok) return refused('RELEASE_NOT_READ_BACK', { at: read.refusal.code })
  const { payload } = read.value
  if (payloadText(payload) !== text) return refused('RELEASE_NOT_READ_BACK', { at: 'text' })
  try {
    const protection = await attackRelease(payload.tables, counted, guard)
    if (JSON.stringify(protection) !== JSON.stringify(payload.protection))
      return refused('RELEASE_NOT_READ_BACK', { at: 'protection' })
  } catch (problem) {
    if (problem instanceof ReleaseError) return refused(problem.code, { at: problem.at })
    return refused('RELEASE_SOLVER', { at: counted.period })
  }
  return done(read.value)
}
