import { enrolledCard, enrolledCardKind } from '../exchange/enrolled-card.ts'
import { readKeyChange, writeKeyChange } from '../exchange/keys/key-change.ts'
import { type KeyEvent, keyEventKind } from '../exchange/keys/key-event.ts'
import type { KeyStanding } from '../exchange/keys/key-standing.ts'
import { type ReadCard, readCard, writeCard } from '../exchange/unit-card.ts'
import { renewUnitKeys, unitKeysKind } from '../exchange/unit-keys.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { now, nowAfter, today } from './clock.ts'
import type { CardOnShow, ExchangeApi, OutgoingFile } from './contract/exchange.ts'
import { planReference } from './release-plan.ts'
import type { Session } from './session.ts'
import { codesOf, identityAs } from './unit-identity.ts'

/** The accepted cards as the room keeps and shows them. */
interface CardShelf {
  acceptedKeys: (session: Session) => Promise<Map<string, KeyStanding>>
  onShow: (read: ReadCard) => Promise<CardOnShow>
}

/** A unit's new signing key: drawn here, or vouched for by the one it had. */
export const keyChanges = (
  session: () => Session,
  { acceptedKeys, onShow }: CardShelf,
): Pick<ExchangeApi, 'changeMyKey' | 'takeKeyChange'> => ({
  async changeMyKey(): Promise<Outcome<CardOnShow & { file: OutgoingFile }>> {
    const part = codesOf(session().unit).room === null ? 'county' : 'room'
    const { code, name, keys } = await identityAs(part, session())
    const renewed = await renewUnitKeys(keys, nowAfter(keys.createdAt))
    const plan = part === 'county' ? await planReference() : null
    const card = await writeCard({ unit: code, name, created: today(), plan }, renewed)
    const read = await readCard(card.bytes)
    if (!read.ok) return read
    const file = await writeKeyChange({ unit: code, card: card.bytes, on: today() }, keys)
    const { vault, commit } = session()
    await commit([{ kind: unitKeysKind, id: vault.drawId(), expectedRevision: 0, value: renewed }])
    return done({ ...(await onShow(read.value)), file })
  },
  async takeKeyChange(bytes: Uint8Array): Promise<Outcome<CardOnShow>> {
    const read = await readKeyChange(bytes, await acceptedKeys(session()))
    if (!read.ok) return read
    const { from, card, file, on } = read.value
    if (card.card.kind === 'county' && card.card.plan.sha256 !== (await planReference()).sha256)
      return refused('UNKNOWN_PLAN', { detail: { plan: card.card.plan.id, version: card.card.plan.version } })
    if (on > today()) return refused('STATEMENT_INVALID', { at: 'on' })
    const { vault, me, commit } = session()
    const entered = { enteredAt: now(), enteredBy: me.id }
    const replaced: KeyEvent = {
      event: 'replaced',
      unit: card.card.unit,
      kid: from,
      successor: card.kid,
      on,
      ...entered,
    }
    const accepted = enrolledCard(file, card, { enrolledAt: entered.enteredAt, enrolledBy: me.id })
    await commit([
      { kind: enrolledCardKind, id: vault.drawId(), expectedRevision: 0, value: accepted },
      { kind: keyEventKind, id: vault.drawId(), expectedRevision: 0, value: replaced },
    ])
    return done(await onShow(card))
  },
})
