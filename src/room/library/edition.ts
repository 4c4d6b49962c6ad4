import { applyWordingPack } from '../../instruments/apply-wording-pack.ts'
import { refusalOf } from '../../instruments/fault.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import {
  checkQuestionnaire,
  type PartPlace,
  type Questionnaire,
  type QuestionnaireFiles,
} from '../../instruments/questionnaire.ts'
import { compareVersions } from '../../instruments/version.ts'
import type { WordingPack } from '../../instruments/wording-pack.ts'
import type { ShelfEntry, SignedIn } from '../contract/library.ts'
import { vectorFaults } from './vector-faults.ts'

/** One version of an instrument: as it came, and the wordings that were added to it. */
export interface Edition extends Pick<ShelfEntry, 'questionnaire' | 'signedIn' | 'wordings'> {
  /** What it was before each of its wordings. */
  before: Questionnaire[]
}

export const editionOf = (questionnaire: Questionnaire, signedIn: SignedIn | null): Edition => ({
  questionnaire,
  signedIn,
  wordings: [],
  before: [],
})

/** The edition with one more wording. */
export const withWording = (
  edition: Edition,
  pack: WordingPack,
  signedIn: SignedIn,
  file: string,
): Outcome<Edition, Refusal[]> => {
  const worded = applyWordingPack(edition.questionnaire, pack, file)
  if (!worded.ok) return worded
  return {
    ok: true,
    value: {
      ...edition,
      questionnaire: worded.value,
      wordings: [...edition.wordings, { pack, signedIn }],
      before: [...edition.before, edition.questionnaire],
    },
  }
}

/** The latest edition of each instrument, by its id. */
export const latestEditions = (editions: readonly Edition[]): Map<string, Edition> => {
  const latest = new Map<string, Edition>()
  for (const edition of editions) {
    const { id, version } = edition.questionnaire.instrument
    const known = latest.get(id)
    if (!known || compareVersions(version, known.questionnaire.instrument.version) > 0)
      latest.set(id, edition)
  }
  return latest
}

/** An instrument of the room's own, checked and scored on its own worked examples. */
export const provenQuestionnaire = (
  files: QuestionnaireFiles,
  placeOf: (part: keyof Questionnaire) => PartPlace,
): Outcome<Questionnaire, Refusal[]> => {
  const read = checkQuestionnaire(files, placeOf)
  if (!read.ok) return read
  const { file, path } = placeOf('vectors')
  const differing = [...vectorFaults(read.value)].map((fault) =>
    refusalOf(file, { ...fault, path: [...path, ...fault.path] }),
  )
  return differing.length > 0 ? { ok: false, refusal: differing } : read
}
