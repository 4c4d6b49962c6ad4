import { keptFile } from '../../exchange/kept-package.ts'
import { receivedPackageKind } from '../../exchange/received-package.ts'
import { packageName } from '../../exchange/write-package.ts'
import type { ReceivedFile } from '../contract/county-desk.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** What this county took in from a room, file by file, the newest first. Rejects with UNREADABLE when one cannot be read. */
export const packagesOf = async (session: Session, unit: string): Promise<ReceivedFile[]> => {
  await identityAs('county', session)
  const { records, unreadable } = await session.list(receivedPackageKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  const packages = records
    .map(({ value }) => value)
    .filter((received) => received.unit === unit)
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.seq - a.seq)
    .map((received) => ({
      period: received.period,
      seq: received.seq,
      file: { name: packageName(received), bytes: keptFile(received) },
    }))
  if (packages.length > 0) void session.vault.trail.note({ action: 'exported', kind: receivedPackageKind })
  return packages
}
