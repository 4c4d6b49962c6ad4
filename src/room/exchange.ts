import type { Stored } from '../casework/records/record.ts'
import {
  type EnrolledCard,
  enrolledCard,
  enrolledCardKind,
  openEnrolledCard,
} from '../exchange/enrolled-card.ts'
import { checkEnrolment } from '../exchange/enrolment.ts'
import { keyEventKind } from '../exchange/keys/key-event.ts'
import { isInForce, type KeyStanding, keyStandings } from '../exchange/keys/key-standing.ts'
import { fingerprint, type ReadCard, readCard, writeCard } from '../exchange/unit-card.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { now, today } from './clock.ts'
import { commands } from './commands.ts'
import type { CardOnShow, ExchangeApi } from './contract/exchange.ts'
import { keyChanges } from './key-changes.ts'
import { onceFor } from './once-for.ts'
import { planReference } from './release-plan.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'
import { codesOf, identityAs } from './unit-identity.ts'

const openedCards = onceFor((records: readonly Stored<EnrolledCard>[]) =>
  Promise.all(
    records
      .toSorted((a, b) => a.value.enrolledAt.localeCompare(b.value.enrolledAt))
      .map(({ value }) => openEnrolledCard(value)),
  ),
)

/** The cards this desk has accepted, oldest first; each signature is checked once in a sitting. */
export const acceptedCards = async ({ list }: Session): Promise<readonly ReadCard[]> =>
  openedCards((await list(enrolledCardKind)).records)

/** The keys of those cards, by thumbprint, and from when to when each counts. Rejects with KEYS_UNREADABLE. */
export const acceptedKeys = async (session: Session): Promise<Map<string, KeyStanding>> => {
  const { records, unreadable } = await session.list(keyEventKind)
  // A revocation that cannot be read must not let a lost key count again.
  if (unreadable > 0) throw new RoomError('KEYS_UNREADABLE')
  return keyStandings(
    await acceptedCards(session),
    records.map(({ value }) => value),
  )
}

const onShow = async ({ card }: ReadCard): Promise<CardOnShow> => ({
  card,
  fingerprint: await fingerprint(card),
})

/** Takes a card in, unless this desk may not; a card it has already changes nothing. */
const enrol = async (session: Session, bytes: Uint8Array): Promise<Outcome<ReadCard>> => {
  const read = await readCard(bytes)
  if (!read.ok) return read
  const own = codesOf(session.unit)
  const part = read.value.card.kind === 'county' && own.room !== null ? 'room' : 'county'
  const code = own[part]
  if (code === null) return refused('WRONG_KIND_OF_CARD')
  const checked = checkEnrolment(read.value, {
    me: { kind: part, code },
    enrolled: await acceptedKeys(session),
    plans: new Set([(await planReference()).sha256]),
  })
  if (!checked.ok) return checked
  if (checked.value === 'new') {
    const value = enrolledCard(bytes, read.value, { enrolledAt: now(), enrolledBy: session.me.id })
    await session.commit([{ kind: enrolledCardKind, id: session.vault.drawId(), expectedRevision: 0, value }])
  }
  return read
}

/** Who this unit is to others, and whom it trusts. */
export const exchangeApi = (session: () => Session): ExchangeApi => ({
  async enrolledCards() {
    const keys = await acceptedKeys(session())
    const inForce = (await acceptedCards(session())).filter(({ kid }) => {
      const standing = keys.get(kid)
      return standing !== undefined && isInForce(standing)
    })
    return Promise.all(inForce.map(onShow))
  },
  ...commands({
    async myCard() {
      const part = codesOf(session().unit).room === null ? 'county' : 'room'
      const { code, name, keys } = await identityAs(part, session())
      const plan = part === 'county' ? await planReference() : null
      const file = await writeCard({ unit: code, name, created: today(), plan }, keys)
      const read = await readCard(file.bytes)
      return read.ok ? done({ ...(await onShow(read.value)), file }) : read
    },
    ...keyChanges(session, { acceptedKeys, onShow }),
    async readCard(bytes: Uint8Array) {
      const read = await readCard(bytes)
      return read.ok ? done(await onShow(read.value)) : read
    },
    async enrolCard(bytes: Uint8Array) {
      const enrolled = await enrol(session(), bytes)
      return enrolled.ok ? done(await onShow(enrolled.value)) : enrolled
    },
  }),
})
