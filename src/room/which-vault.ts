import { Inbox } from '../vault/inbox.ts'
import { describeVault, type VaultDescription } from '../vault/vault.ts'
import { inboxFolder } from './journal/folders.ts'
import { placeOf } from './place-of.ts'

/** Names of the databases. They are fixed for good: a renamed one would look like an empty one. */
export const realVault = 'anxin'
export const demoVault = 'anxin-demo'

/** The vault this installation works with: the real one as soon as there is one. Null before either was made. */
export const currentVault = async (): Promise<(VaultDescription & { name: string }) | null> => {
  for (const name of [realVault, demoVault]) {
    const description = await describeVault(await placeOf(name))
    if (description) return { name, ...description }
  }
  return null
}

/** Where the client's page leaves its sealed answers for this vault. Throws HOST_SHUT. */
export const inboxOf = async (vault: string): Promise<Inbox> => new Inbox(await inboxFolder(vault))
