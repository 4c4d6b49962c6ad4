import { type Assessment, assessmentKind, type Rater } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import { consentKind } from '../../casework/consent.ts'
import { purposesInForce } from '../../casework/consent-standing.ts'
import type { Stored } from '../../casework/record.ts'
import type { Language } from '../../casework/values.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { consentsByClient } from '../clients/by-client.ts'
import { now } from '../clock.ts'
import { heldBackFrom, libraryOf } from '../library/room-library.ts'
import type { Session } from '../session.ts'

/** What somebody wants to begin. */
export interface AssessmentStart {
  clientId: string
  instrument: string
  rater: Rater
  language: Language
}

/**
 * A new assessment, not yet saved. Refused when the instrument is not made for this rater, language or page, when it is held
 * back, and when the client has not agreed to be assessed; what staff note down themselves needs no consent. Rejects with
 * NOT_FOUND.
 */
export const newAssessment = async (
  session: Session,
  { clientId, instrument: id, rater, language }: AssessmentStart,
  mode: Assessment['mode'],
): Promise<Outcome<Pick<Stored<Assessment>, 'id' | 'value'>>> => {
  const library = await libraryOf(session)
  const instrument = library.given.get(id)?.questionnaire.instrument
  if (!instrument) return refused('INSTRUMENT_MISSING', { at: id })
  const onPage = mode === 'client'
  // Nobody says in a colleague's name what they saw.
  const isForAnother = rater.kind === 'staff' && rater.staffId !== session.me.id
  if (!instrument.raters.includes(rater.kind) || (onPage && rater.kind === 'staff') || isForAnother)
    return refused('RATER_NOT_MEANT', { at: id })
  if (!instrument.languages.includes(language)) return refused('LANGUAGE_MISSING', { at: id })
  if (onPage && !instrument.modes.includes('client')) return refused('NOT_GIVEN_ON_CLIENT_PAGE', { at: id })
  const heldBack = heldBackFrom(session.me.id, instrument, library)
  if (heldBack) return refused(heldBack, { at: id })
  await session.get(clientKind, clientId)
  const consents = consentsByClient((await session.list(consentKind)).records).get(clientId) ?? []
  const agreed = purposesInForce(consents.map(({ value }) => value))
  if (rater.kind !== 'staff' && !agreed.includes('assessment')) return refused('CONSENT_NEEDED')
  const value: Assessment = {
    clientId,
    instrument: id,
    instrumentVersion: instrument.version,
    rater,
    language,
    mode,
    startedAt: now(),
    startedBy: session.me.id,
    answeredAt: null,
    answers: {},
    result: null,
  }
  return done({ id: session.vault.drawId(), value })
}

/** What saves a new assessment. */
export const begun = ({ id, value }: Pick<Stored<Assessment>, 'id' | 'value'>): Change => ({
  kind: assessmentKind,
  id,
  expectedRevision: 0,
  value,
})
