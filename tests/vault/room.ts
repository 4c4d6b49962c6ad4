import { Dexie } from 'dexie'
import { onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { clientKind } from '../../src/casework/clients/client.ts'
import type { RecordKind } from '../../src/casework/records/record.ts'
import type { Role } from '../../src/casework/staff/staff.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { drawRecoveryWords } from '../../src/vault/keys/recovery-words.ts'
import { drawId } from '../../src/vault/primitives/random.ts'
import type { VaultPlace } from '../../src/vault/store/place.ts'
import { type Change, createVault, type OpenVault, openVault } from '../../src/vault/vault.ts'
import { type MemoryFolder, memoryFolder } from '../support/memory-folder.ts'

// Every sign-in derives a key, which takes its time on purpose.
vi.setConfig({ testTimeout: 60_000 })

const noteSchema = z.strictObject({ clientId: z.string(), text: z.string() })
export type Note = z.infer<typeof noteSchema>
export const noteKind: RecordKind<Note> = {
  table: 'notes',
  domain: 'case',
  version: 1,
  schema: noteSchema,
  clientOf: ({ clientId }) => clientId,
  indexes: { text: ({ text }) => (text === '' ? null : text) },
  fromAnyRole: true,
}

/** Looks like a note and belongs to the same domain, but is another table, and comes only from who can read it. */
export const planKind: RecordKind<Note> = {
  table: 'plans',
  domain: noteKind.domain,
  version: noteKind.version,
  schema: noteSchema,
  clientOf: noteKind.clientOf,
}

export const kinds = [clientKind, noteKind, planKind]

export const someClient = {
  fileNumber: '2026-0001',
  name: '示例甲',
  birthDate: '1980-01-01',
  sex: null,
  township: null,
  phone: '00000000001',
  registeredAt: '2026-11-02T08:00:00.000Z',
  registeredBy: '0'.repeat(32),
} as const

export const passphraseOf = (person: string): string => `${person}的示例口令:溪水流过石桥`

/** A room on disk, with ways to sign in. */
export interface TestRoom {
  name: string
  place: VaultPlace & { folder: MemoryFolder }
  first: string
  words: string[]
  open(staffId: string, passphrase?: string): Promise<OpenVault>
  add(by: OpenVault, name: string, roles: Role[]): Promise<string>
}

export const makeRoom = async (
  roles: Role[] = ['counsellor', 'administrator'],
  records: Change[] = [],
  words = drawRecoveryWords('zh-CN'),
  ofKinds: readonly RecordKind<unknown>[] = kinds,
): Promise<TestRoom> => {
  const name = `room-${drawId()}`
  const place = { name, kinds: ofKinds, folder: memoryFolder() }
  const opened: OpenVault[] = []
  const names = new Map<string, string>()
  const person = '示例首位'
  const { staffId } = await createVault({
    ...place,
    kind: 'room',
    unitName: '示例咨询室',
    language: 'zh-CN',
    first: { name: person, roles, passphrase: passphraseOf(person) },
    recoveryWords: words,
    records,
    kdf: kdfFloor,
  })
  names.set(staffId, person)
  onTestFinished(() => {
    for (const vault of opened) vault.lock()
  })
  return {
    name,
    place,
    first: staffId,
    words,
    async open(id, passphrase = passphraseOf(names.get(id) ?? '')) {
      const vault = await openVault({ ...place, staffId: id, passphrase })
      opened.push(vault)
      return vault
    },
    async add(by, newcomer, newRoles) {
      const added = { name: newcomer, roles: newRoles, passphrase: passphraseOf(newcomer), kdf: kdfFloor }
      const { id } = await by.staffing.add(added)
      names.set(id, newcomer)
      return id
    },
  }
}

/** The stored rows as anyone with the disk sees and changes them, past every check of ours. */
export const onDisk = async <T>(name: string, work: (database: Dexie) => Promise<T>): Promise<T> => {
  const database = await new Dexie(name).open()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}
