import type { Consent } from '../../src/casework/consent.ts'
import type { ClientDraft } from '../../src/room/contract/clients.ts'
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

export const agree = async (
  room: RoomApi,
  clientId: string,
  purpose: Consent['purpose'] = 'assessment',
): Promise<void> => {
  const consent = { clientId, purpose, textVersion: '2026-1', givenBy: 'self', manner: 'written' } as const
  given(await room.recordConsent(consent))
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
