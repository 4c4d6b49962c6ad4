import { calledName } from '../../casework/clients/shown-name.ts'
import { referralKind } from '../../casework/referrals/referral.ts'
import { referralSlip } from '../../casework/referrals/referral-standing.ts'
import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { readReferralFile, referredClientSchema, writeReferralFile } from '../../exchange/referral-file.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import { fingerprint, readCard, writeCard } from '../../exchange/unit-card.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { today } from '../clock.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import type { ReferralsApi } from '../contract/referrals.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { identityAs } from '../unit-identity.ts'
import { handOut, readyToSend } from './handing-out.ts'

type FilesApi = Pick<ReferralsApi, 'sendReferralFile' | 'readReferral'>

/** Referrals that go from room to room as a file only the receiver can open. */
export const referralFiles = (session: () => Session): FilesApi => ({
  async sendReferralFile(
    input: Parameters<ReferralsApi['sendReferralFile']>[0],
  ): Promise<Outcome<OutgoingFile>> {
    const { vault, unit, commit } = session()
    const read = await readCard(input.card)
    if (!read.ok) return read
    const { card } = read.value
    if ((await fingerprint(card)) !== input.fingerprint) return refused('CARD_NOT_COMPARED')
    if (isDemoCode(card.unit) !== (unit.kind === 'demo')) return refused('DEMO_REFUSED')
    const ready = await readyToSend(session(), input)
    if (!ready.ok) return ready
    const { referral, client } = ready.value

    const { code, name, keys } = await identityAs('room', session())
    const own = await writeCard({ unit: code, name, created: today(), plan: null }, keys)
    const slip = referralSlip(referral.value, {
      fileNumber: client.value.fileNumber,
      name: calledName(client.value),
    })
    const writtenBy = staffNames(session())[slip.writtenBy] ?? slip.writtenBy
    const bytes = await writeReferralFile(
      referredClientSchema.parse({ ...slip, writtenBy }),
      { card: own.bytes, keys },
      card,
    )
    const changes = await handOut(session(), ready.value, input, {
      way: 'file',
      fileHash: await sha256Hex(bytes),
    })
    if (!changes.ok) return changes
    await commit(changes.value)
    void vault.trail.note({ action: 'exported', kind: referralKind, about: client.id })
    void vault.trail.sign().catch(() => undefined)
    return done({ name: `${dayOf(slip.writtenAt)}.anxin-referral`, bytes })
  },
  async readReferral(bytes: Uint8Array): ReturnType<ReferralsApi['readReferral']> {
    const { vault } = session()
    const { keys } = await identityAs('room', session())
    const read = await readReferralFile(bytes, keys.identity)
    if (!read.ok) return read
    void vault.trail.note({ action: 'imported', kind: referralKind })
    const { from, referral } = read.value
    return done({ from: { card: from.card, fingerprint: await fingerprint(from.card) }, referral })
  },
})
