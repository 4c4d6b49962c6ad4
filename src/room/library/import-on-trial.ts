import { applyWordingPack, mayBeOfficial } from '../../instruments/apply-wording-pack.ts'
import { type Fault, refusalOf } from '../../instruments/fault.ts'
import { questionnaireFromDraft } from '../../instruments/fhir/questionnaire-from-draft.ts'
import { questionnaireFromFhir } from '../../instruments/fhir/questionnaire-from-fhir.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import { checkQuestionnaire, type PartPlace, type Questionnaire } from '../../instruments/questionnaire.ts'
import { type ReadImport, readImportFiles } from '../../instruments/read-import-files.ts'
import { shortened } from '../../instruments/shortened.ts'
import { baseVersion, compareVersions } from '../../instruments/version.ts'
import { score } from '../../scoring/score.ts'
import type { ImportFacts, ImportFiles, ImportOnTrial } from '../contract/library.ts'
import { chosenTexts } from './chosen-texts.ts'
import { findingOf } from './finding.ts'
import type { RoomLibrary } from './read-library.ts'
import { shippedQuestionnaires } from './shipped-questionnaires.ts'
import { vectorFaults } from './vector-faults.ts'

interface Import {
  files: ImportFiles
  facts: ImportFacts | null
}
type Trial = Outcome<ImportOnTrial, Refusal[]>
type TriedInstrument = Extract<ImportOnTrial, { kind: 'instrument' }>
type Read<Kind> = Extract<ReadImport, { kind: Kind }>

/** What chosen files would add to the library, or everything that is wrong with them. Nothing is stored. */
export const importOnTrial = async (library: RoomLibrary, input: Import): Promise<Trial> => {
  const tried = await onTrial(library, input)
  return tried.ok ? tried : { ok: false, refusal: shortened(tried.refusal) }
}

const onTrial = async (library: RoomLibrary, { files, facts }: Import): Promise<Trial> => {
  const texts = chosenTexts(files)
  if (!texts.ok) return texts
  const read = readImportFiles(texts.value)
  if (!read.ok) return read
  switch (read.value.kind) {
    case 'wording':
      return wordingOnTrial(library, read.value)
    case 'instrument':
      return instrumentOnTrial(library, { ...read.value, notUnderstood: [] })
    case 'fhir':
      return fhirOnTrial(library, read.value, facts)
  }
}

const wordingOnTrial = ({ given }: RoomLibrary, { pack, file }: Read<'wording'>): Trial => {
  const edition = given.get(pack.instrument)
  if (!edition)
    return { ok: false, refusal: [refusalOf(file, { code: 'INSTRUMENT_MISSING', path: ['instrument'] })] }
  const worded = applyWordingPack(edition.questionnaire, pack, file)
  return worded.ok ? { ok: true, value: { kind: 'wording', pack, questionnaire: worded.value } } : worded
}

/** A form of another house. What it does not say is given by hand, and reported as missing while it is not. */
const fhirOnTrial = async (
  library: RoomLibrary,
  { file, resource }: Read<'fhir'>,
  facts: ImportFacts | null,
): Promise<Trial> => {
  const draft = questionnaireFromFhir(file, resource)
  if (!draft.ok) return draft
  const given = facts ?? { instrument: {}, examples: [] }
  const parts = questionnaireFromDraft(draft.value, given, (instrument, answers) =>
    findingOf(score(instrument, answers)),
  )
  if (!parts.ok) return parts
  const placeOf = (part: keyof Questionnaire): PartPlace => ({ file: `${part}.json`, path: [] })
  const checked = checkQuestionnaire(parts.value, placeOf)
  if (!checked.ok) return checked
  const { notUnderstood } = draft.value
  return instrumentOnTrial(library, { questionnaire: checked.value, source: 'fhir', placeOf, notUnderstood })
}

const instrumentOnTrial = async (
  library: RoomLibrary,
  {
    questionnaire,
    source,
    placeOf,
    notUnderstood,
  }: Pick<Read<'instrument'>, 'questionnaire' | 'placeOf'> &
    Pick<TriedInstrument, 'source' | 'notUnderstood'>,
): Promise<Trial> => {
  const refusals: Refusal[] = []
  const refuse = (part: keyof Questionnaire, faults: Iterable<Fault>) => {
    const { file, path } = placeOf(part)
    for (const fault of faults) refusals.push(refusalOf(file, { ...fault, path: [...path, ...fault.path] }))
  }
  const { instrument, survey, vectors } = questionnaire
  // SurveyJS is large and needed for nothing else here.
  const { checkSurvey } = await import('../../instruments/check-survey.ts')
  refuse('instrument', placingFaults(library, questionnaire))
  refuse(
    'survey',
    checkSurvey(survey).map((said) => ({ code: 'SURVEY_NOT_ACCEPTED', path: [], detail: { said } })),
  )
  refuse('vectors', vectorFaults(questionnaire))
  if (refusals.length > 0) return { ok: false, refusal: refusals }
  const replaces = library.given.get(instrument.id)?.questionnaire.instrument.version ?? null
  const count = vectors.cases.length
  return {
    ok: true,
    value: { kind: 'instrument', source, questionnaire, replaces, notUnderstood, vectors: count },
  }
}

/** Why an instrument cannot take its place in this library. */
function* placingFaults({ given, earlier }: RoomLibrary, { instrument }: Questionnaire): Generator<Fault> {
  const { id, version } = instrument
  if (version !== baseVersion(version)) yield { code: 'VERSION_RESERVED', path: ['version'] }
  const shipped = shippedQuestionnaires.available.find((one) => one.instrument.id === id)
  if (shipped?.instrument.terms.noModification) yield { code: 'MODIFICATION_NOT_ALLOWED', path: ['id'] }
  if (shipped) yield* termsFaults(shipped.instrument, instrument)
  const known = [given.get(id)?.questionnaire ?? [], ...earlier]
    .flat()
    .filter((one) => one.instrument.id === id)
    .map((one) => baseVersion(one.instrument.version))
  if (known.includes(version)) yield { code: 'VERSION_EXISTS', path: ['version'], detail: { version } }
  else {
    const later = known.find((one) => compareVersions(one, version) >= 0)
    if (later !== undefined)
      yield { code: 'VERSION_NOT_LATER', path: ['version'], detail: { version: later } }
  }
}

const binding = ['nonCommercial', 'noModification', 'officialTranslationOnly'] as const

/** What the terms of an instrument that came with the program forbid stays forbidden in a version of the room's own. */
function* termsFaults(shipped: Instrument, { terms, provenance }: Instrument): Generator<Fault> {
  for (const term of binding)
    if (shipped.terms[term] && !terms[term]) yield { code: 'TERMS_LOOSENED', path: ['terms', term] }
  if (!shipped.terms.officialTranslationOnly) return
  for (const [language, { status }] of Object.entries(provenance))
    if (!mayBeOfficial.includes(status) && !Object.hasOwn(shipped.provenance, language))
      yield { code: 'OFFICIAL_WORDING_NEEDED', path: ['provenance', language, 'status'] }
}
