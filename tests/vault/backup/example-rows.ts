import type { GatheredRows } from '../../../src/vault/backup/gather-rows.ts'
import { writeBackup } from '../../../src/vault/backup/write-backup.ts'
import { type DomainKey, domainKey } from '../../../src/vault/keys/domain-key.ts'
import { makeGrant } from '../../../src/vault/keys/grant.ts'
import { headerStatement } from '../../../src/vault/keys/header.ts'
import { kdfFloor } from '../../../src/vault/keys/key-derivation.ts'
import { makeStaffRow } from '../../../src/vault/keys/new-staff.ts'
import { drawRecoveryWords, recoveryIdentity } from '../../../src/vault/keys/recovery-words.ts'
import type { Bytes } from '../../../src/vault/primitives/bytes.ts'
import { joined } from '../../../src/vault/primitives/bytes.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import { sign } from '../../../src/vault/primitives/signature.ts'
import { type HeaderRow, headerId, headId, recoveryId } from '../../../src/vault/store/database.ts'
import { encodeWrites, type StoredRow, type TableWrite } from '../../../src/vault/store/row-codec.ts'

export const passphrase = '溪水流过石桥的示例口令'
export const createdAt = '2026-11-22T08:00:00.000Z'

/** The rows of a small vault with one member of staff, and everything that opens it. */
export const exampleRows = async (records: readonly TableWrite[][] = []) => {
  const vaultId = drawId()
  const words = drawRecoveryWords('zh-CN')
  const recovery = await recoveryIdentity(words)
  const signer = { id: recoveryId, privateKey: recovery.signing.privateKey }
  const root = recovery.signing.publicKey
  const member = { id: drawId(), name: '示例咨询师', roles: ['counsellor' as const] }
  const staff = {
    ...(await makeStaffRow(vaultId, member, { passphrase, kdf: kdfFloor }, { unitName: '示例咨询室', root })),
    revision: 1,
  }
  const secret = drawBytes(32)
  const config = await domainKey('config', 1, secret)
  const target = { staffId: member.id, sealKey: staff.sealKey, domain: 'config' as const, generation: 1 }
  const grant = { ...(await makeGrant(vaultId, target, secret)), revision: 1 }
  const signed = {
    vaultId,
    kind: 'room' as const,
    domains: [{ domain: 'config' as const, generation: 1, publicKey: config.sealing.publicKey }],
    root,
    recovery: { sheet: 1, halves: false, sealKey: recovery.sealing.publicKey, signKey: root },
  }
  const header = {
    ...signed,
    id: headerId,
    revision: 1,
    layout: 2,
    unitName: '示例咨询室',
    language: 'zh-CN',
    signature: await sign(signer.privateKey, headerStatement(signed)),
  } as HeaderRow
  const head = { id: headId, revision: 7, sealed: drawBytes(64) }
  const ofRecovery = {
    staffId: recoveryId,
    sealKey: recovery.sealing.publicKey,
    domain: 'config' as const,
    generation: 1,
  }
  const recovered = { ...(await makeGrant(vaultId, ofRecovery, secret)), revision: 1 }
  const own: TableWrite[][] = [
    [{ table: 'head', row: head }],
    [{ table: 'vault', row: header }],
    [{ table: 'staff', row: staff }],
    [
      { table: 'grants', row: grant },
      { table: 'grants', row: recovered },
    ],
  ]
  const parts = [...own, ...records]
  const counts: Record<string, number> = {}
  for (const { table } of parts.flat()) counts[table] = (counts[table] ?? 0) + 1
  const gathered: GatheredRows = {
    header,
    head,
    staff: [staff],
    grants: [grant, recovered],
    counts,
    parts: parts.map(encodeWrites),
  }
  return { gathered, rows: parts.flat(), words, staffId: member.id, config, recovery, vaultId }
}

/** A table's row with a made-up envelope. */
export const exampleRecord = (table: string, id: string, envelope: Bytes): StoredRow => ({
  table,
  row: Object.assign({ id, revision: 1 }, { domain: 'case', index: ['client:00000000'], envelope }),
})

export const noAudit = { size: 0, hashes: [] }

export const allOf = async <T>(pieces: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

/** The bytes of a backup of these rows. */
export const backupOf = async ({
  gathered,
  config,
}: {
  gathered: GatheredRows
  config: DomainKey
}): Promise<Bytes> =>
  joined(...(await allOf(writeBackup(gathered, { createdAt, config, audit: noAudit }, []))))
