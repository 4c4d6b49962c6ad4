import type { Change, OpenVault } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { signedEntry } from '../library/entries.ts'
import { shippedQuestionnaires } from '../library/shipped-questionnaires.ts'

/** In the demonstration every instrument can be tried: it makes no profit, and whoever works there is trained for all of them. */
export const demoLibrary = async (vault: OpenVault): Promise<Change[]> => {
  const trained = shippedQuestionnaires.available
    .filter(({ instrument }) => instrument.qualification !== null)
    .map(({ instrument: { id } }) => ({ instrument: id, offered: true, qualified: [vault.staff.id] }))
  return Promise.all([
    signedEntry(vault, { subject: 'nonCommercial', content: { confirmed: true } }, now()),
    ...trained.map((content) => signedEntry(vault, { subject: 'offer', content }, now())),
  ])
}
