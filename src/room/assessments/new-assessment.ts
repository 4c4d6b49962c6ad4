import { type Assessment, assessmentKind, type Rater } from '../../casework/assessments/assessment.ts'
import { informantBlocks } from '../../casework/assessments/informant-blocks.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import type { CareAction } from '../../casework/consents/consent-needed.ts'
import { standingConsent } from '../../casework/consents/consent-standing.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { mayDo } from '../consents/may-do.ts'
import { heldBackFrom, libraryOf } from '../library/room-library.ts'
import type { Session } from '../session.ts'

/** What somebody wants to begin. */
export interface AssessmentStart {
  clientId: string
  instrument: string
  rater: Rater
  language: Language
}

/** What it is to have somebody answer. */
export const askedFor: Record<Rater['kind'], CareAction> = {
  self: 'askClient',
  informant: 'askInformant',
  staff: 'noteObservation',
}

/** Refused as `informantBlocks` says for an informant. */
const accountOfInformant = async (
  { ofClient }: Session,
  rater: Rater,
  clientId: string,
): Promise<Outcome<null>> => {
  if (rater.kind !== 'informant') return done(null)
  const { records } = await ofClient(consentKind, clientId)
  return unlessBlocked(
    informantBlocks(rater, standingConsent(records, 'assessment')?.value ?? null),
    () => null,
  )
}

/**
 * A new assessment, not yet saved. Refused when the instrument is not made for this rater, language or page, when it is held
 * back, as `informantBlocks` says, and as `mayDo` is; what staff note down themselves needs no consent. Rejects with NOT_FOUND.
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
  const agreed = await mayDo(session, askedFor[rater.kind], clientId)
  if (!agreed.ok) return agreed
  const told = await accountOfInformant(session, rater, clientId)
  if (!told.ok) return told
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
