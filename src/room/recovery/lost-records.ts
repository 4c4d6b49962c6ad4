import { VaultError } from '../../vault/errors.ts'
import { readJournals } from '../../vault/store/read-journals.ts'
import { type Standing, standingOf } from '../../vault/store/standing.ts'
import { describeVault, type VaultDescription } from '../../vault/vault.ts'
import { placeOf } from '../place-of.ts'
import { codeOf } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { demoVault, realVault } from '../which-vault.ts'

/** What opening ends with where records cannot be worked with before they are recovered. */
export const lostCodes = ['RECOVERY_NEEDED', 'UNREADABLE']

/** The vault whose records cannot be worked with, and why. */
export type LostRecords = Extract<Standing, { state: 'lost' }> & { name: string }

/**
 * Whether records that can be read open for nobody: what says who works here is gone, or somebody's passphrase was right and
 * what it leads to is not there. A row can be lost without an error.
 */
export const isShut = (
  { shut }: Pick<Seat, 'shut'>,
  name: string,
  { staff }: Pick<VaultDescription, 'staff'>,
) => shut === name || staff.length === 0

/** How the records of a vault stand, those that open for nobody as damaged ones. */
export const standingFor = async (seat: Pick<Seat, 'shut'>, name: string): Promise<Standing> => {
  const place = await placeOf(name)
  const standing = await standingOf(place)
  if (standing.state !== 'ready') return standing
  const opens = await describeVault(place).then(
    (vault) => vault !== null && !isShut(seat, name, vault),
    (problem: unknown) => {
      if (lostCodes.includes(codeOf(problem))) return false
      throw problem
    },
  )
  if (opens) return standing
  const { seq } = await readJournals(place.folder)
  return { state: 'lost', loss: 'DAMAGED', seq, database: standing.database }
}

/**
 * The records of the vault this installation works with, if they are lost; where nothing can be opened at all, of the one
 * that has a second copy. Throws NEWER_VAULT, or FolderError.
 */
export const lostRecords = async (seat: Pick<Seat, 'shut'>): Promise<LostRecords | null> => {
  const lost: LostRecords[] = []
  for (const name of [realVault, demoVault]) {
    const standing = await standingFor(seat, name)
    if (standing.state === 'newer') throw new VaultError('NEWER_VAULT')
    if (standing.state === 'lost') lost.push({ ...standing, name })
    if (standing.state === 'lost' && standing.seq > 0) break
    if (standing.state === 'ready') break
  }
  return lost.find(({ seq }) => seq > 0) ?? lost[0] ?? null
}
