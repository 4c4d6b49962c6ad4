import { readReceipt } from '../../exchange/receipts/receipt.ts'
import { takenReceipt, takenReceiptKind } from '../../exchange/receipts/taken-receipt.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { now } from '../clock.ts'
import { acceptedKeys } from '../exchange.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** Takes a receipt of one of this room's counties in; the same one twice is kept once. */
export const takeReceipt = async (
  session: Session,
  bytes: Uint8Array,
): Promise<Outcome<{ period: string | null; seq: number }>> => {
  const { vault, me, list, commit } = session
  const { code } = await identityAs('room', session)
  const read = await readReceipt(new Uint8Array(bytes), code, await acceptedKeys(session), dayOf)
  if (!read.ok) return read
  const value = takenReceipt(new Uint8Array(bytes), read.value, { takenAt: now(), takenBy: me.id })
  const known = (await list(takenReceiptKind)).records.some((record) => record.value.jws === value.jws)
  if (!known) {
    await commit([{ kind: takenReceiptKind, id: vault.drawId(), expectedRevision: 0, value }])
    void vault.trail.note({ action: 'imported', kind: takenReceiptKind })
  }
  return done({ period: read.value.period, seq: read.value.seq })
}
