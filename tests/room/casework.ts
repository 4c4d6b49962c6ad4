import shipped from '../../resources/consent-texts.json'
import type { Consent } from '../../src/casework/consents/consent.ts'
import type { ClientDraft } from '../../src/room/contract/clients.ts'
import type { ConsentDraft, Withdrawal } from '../../src/room/contract/consents.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given } from '../support/exchange.ts'

export const draft = (changed: Partial<ClientDraft> = {}): ClientDraft => ({
  name: '示例甲',
  birthDate: null,
  sex: null,
  township: null,
  phone: null,
  ...changed,
})

/** Registers somebody; gives the client's id. */
export const register = async (room: RoomApi, changed: Partial<ClientDraft> = {}): Promise<string> =>
  given(await room.registerClient(draft(changed))).id

/** An adult's own consent to the words that are read now. */
export const consentOf = (clientId: string, more: Partial<ConsentDraft> = {}): ConsentDraft => ({
  clientId,
  purpose: 'assessment',
  textVersion: shipped.current,
  textFor: 'client',
  givenBy: 'self',
  manner: 'written',
  ...more,
})

/** A guardian's consent for a child under 14. */
export const motherAgrees = async (room: RoomApi, clientId: string): Promise<void> => {
  const guardian = { name: '示例母亲', as: 'mother' } as const
  given(await room.recordConsent(consentOf(clientId, { givenBy: 'guardian', guardian, textFor: 'guardian' })))
}

/** Takes a consent back, as the client does. */
export const takesBack = (consent: { id: string; revision: number } | undefined): Withdrawal => ({
  id: consent?.id ?? '',
  revision: consent?.revision ?? 0,
  by: 'self',
  manner: 'spoken',
  because: '示例：本人撤回了同意',
})

export const agree = async (
  room: RoomApi,
  clientId: string,
  purpose: Consent['purpose'] = 'assessment',
): Promise<void> => {
  given(await room.recordConsent(consentOf(clientId, { purpose })))
}

/** Somebody who has agreed to be assessed. */
export const clientWhoAgreed = async (room: RoomApi, changed: Partial<ClientDraft> = {}): Promise<string> => {
  const id = await register(room, { birthDate: '1980-05-01', sex: 'female', ...changed })
  await agree(room, id)
  return id
}

/** PHQ-9 with the same answer to the first eight questions and another to the ninth: its total is 8 × `each` + `ninth`. */
export const phq9 = (each: number, ninth: number): Record<string, number> => ({
  ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`q${index + 1}`, each])),
  q9: ninth,
})

/** A PHQ-9 entered by staff from beginning to end; gives the assessment's id. */
export const assessed = async (
  room: RoomApi,
  clientId: string,
  answers: Record<string, number>,
): Promise<string> => {
  const begun = given(
    await room.startAssessment({ clientId, instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' }),
  )
  given(await room.finishAssessment({ id: begun.id, revision: begun.revision, answers }))
  return begun.id
}

export const fileOf = async (room: RoomApi, clientId: string) => given(await room.openClient(clientId))
