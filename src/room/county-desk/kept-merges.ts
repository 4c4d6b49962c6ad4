import type { KeptMerge } from '../../county/packages/rebuild.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import { readMerge } from '../../exchange/merge/merged-file.ts'
import { receivedMergeKind } from '../../exchange/merge/received-merge.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { mergeDesk } from './package-desk.ts'

/** Every merged package this desk took in, verified anew as on the day it came. Rejects with UNREADABLE when one cannot be read. */
export const keptMerges = async (session: Session): Promise<KeptMerge[]> => {
  const { records, unreadable } = await session.list(receivedMergeKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  if (records.length === 0) return []
  const desk = await mergeDesk(session)
  return Promise.all(
    records.map(async ({ value }) => {
      const day = dayOf(value.receivedAt)
      const read = await readMerge(keptFile(value), { ...desk, today: day })
      if (!read.ok) throw new RoomError(read.refusal.code)
      return { merge: read.value, day }
    }),
  )
}
