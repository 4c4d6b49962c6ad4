import type { RecordKind, Stored } from '../../../src/casework/records/record.ts'
import { type UnitProfile, unitProfileKind } from '../../../src/casework/unit/unit-profile.ts'
import { machineKdf } from '../../../src/room/access/kdf-policy.ts'
import { firstRecords, firstRoles } from '../../../src/room/access/set-up.ts'
import { placeOf } from '../../../src/room/place-of.ts'
import { beginSession, type Session } from '../../../src/room/session.ts'
import { drawRecoveryWords } from '../../../src/vault/keys/recovery-words.ts'
import {
  type Change,
  createVault,
  describeVault,
  type OpenVault,
  openVault,
} from '../../../src/vault/vault.ts'

export const name = 'anxin'
export const passphrase = '溪水流过石桥的示例口令'

const unit: UnitProfile = {
  kind: 'room',
  name: '示例镇心理咨询室',
  code: '990101101',
  releaseProfile: 'large',
}

/** These records as new ones. */
export const stored = <T>(kind: RecordKind<T>, records: readonly Stored<T>[]): Change[] =>
  records.map(({ id, value }) => ({ kind, id, expectedRevision: 0, value }))

/** Makes a vault with one counsellor and nothing in it, and opens it. */
export const newVault = async (): Promise<OpenVault> => {
  await createVault({
    ...(await placeOf(name)),
    kind: unit.kind,
    unitName: unit.name,
    language: 'zh-CN',
    first: { name: '示例咨询师', roles: firstRoles.room, passphrase },
    recoveryWords: drawRecoveryWords('zh-CN'),
    records: await firstRecords(unit, [unit.code]),
    kdf: await machineKdf.forNew(),
  })
  return open()
}

/** Opens the vault as the one who works there. */
export const open = async (): Promise<OpenVault> => {
  const place = await placeOf(name)
  const [staff] = (await describeVault(place))?.staff ?? []
  return openVault({ ...place, staffId: staff?.id ?? '', passphrase })
}

/** A session with nothing read yet. */
export const sessionOn = async (): Promise<Session> => {
  const vault = await open()
  const [found] = (await vault.list(unitProfileKind)).records
  return beginSession(vault, found?.value ?? unit)
}
