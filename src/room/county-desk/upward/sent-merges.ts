import { thumbprintOf } from '../../../exchange/compact-jws.ts'
import { keptFile } from '../../../exchange/kept-package.ts'
import { isInForce } from '../../../exchange/keys/key-standing.ts'
import { type MergeDesk, readMerge } from '../../../exchange/merge/merged-file.ts'
import { isAbove, type MergedPayload } from '../../../exchange/merge/merged-payload.ts'
import { type SentMerge, sentMergeKind } from '../../../exchange/merge/sent-merge.ts'
import type { ReadCard } from '../../../exchange/unit-card.ts'
import type { Outcome } from '../../../instruments/outcome.ts'
import { today } from '../../clock.ts'
import { acceptedCards, acceptedKeys } from '../../exchange.ts'
import { planReference, releasePlan } from '../../release-plan.ts'
import { RoomError } from '../../room-error.ts'
import type { Session } from '../../session.ts'
import { identityAs } from '../../unit-identity.ts'

/** Everything this desk passed on. Rejects with LEDGER_BROKEN when one cannot be read: its period might be passed on twice. */
export const sentMerges = async ({ list }: Session): Promise<SentMerge[]> => {
  const { records, unreadable } = await list(sentMergeKind)
  if (unreadable > 0) throw new RoomError('LEDGER_BROKEN')
  return records.map(({ value }) => value)
}

/** The desk of the next level, by the key it has in force; the newest where several were accepted, null before any was. */
export const nextLevel = async (session: Session): Promise<ReadCard | null> => {
  const { code } = await identityAs('county', session)
  const keys = await acceptedKeys(session)
  const isOpen = ({ kid, card }: ReadCard): boolean => {
    const standing = keys.get(kid)
    return standing !== undefined && isInForce(standing) && isAbove(card.unit, code)
  }
  return (await acceptedCards(session)).findLast(isOpen) ?? null
}

/** The name a desk's card gives; its code where there is none any more. */
export const nameOfDesk = async (session: Session, code: string): Promise<{ name: string; code: string }> => {
  const card = (await acceptedCards(session)).findLast((accepted) => accepted.card.unit === code)
  return { name: card?.card.name ?? code, code }
}

/** Reads a merge of this very desk back, as the next level will. */
export const readOwnMerge = async (
  session: Session,
  bytes: Uint8Array,
  { to, created }: { to: MergedPayload['to']; created: string },
): Promise<Outcome<{ payload: MergedPayload; sha256: string }>> => {
  const { code, keys, earlier } = await identityAs('county', session)
  const own = await Promise.all(
    [keys, ...earlier].map(
      async ({ signing: { x } }) => [await thumbprintOf(x), { unit: code, signing: x }] as const,
    ),
  )
  const desk: MergeDesk = {
    identity: keys.identity,
    senders: new Map(own),
    addressee: to,
    plans: new Map([[(await planReference()).sha256, releasePlan]]),
    today: created,
  }
  return readMerge(bytes, desk)
}

/** What a merge that was passed on says, from the stored file. */
export const saidInMerge = async (session: Session, sent: SentMerge): Promise<MergedPayload> => {
  const cards = (await acceptedCards(session)).filter(({ card }) => card.unit === sent.to)
  const to = { unit: sent.to, key: cards.at(-1)?.kid ?? '', before: cards.map(({ kid }) => kid) }
  const read = await readOwnMerge(session, keptFile(sent), { to, created: today() })
  if (!read.ok) throw new RoomError(read.refusal.code)
  return read.value.payload
}
