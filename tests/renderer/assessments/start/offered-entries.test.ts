import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Instrument, instrumentSchema } from '../../../../src/instruments/instrument.ts'
import { surveySchema } from '../../../../src/instruments/survey.ts'
import { isForAge, offeredEntries } from '../../../../src/renderer/assessments/start/offered-entries.ts'
import { subjectOf } from '../../../../src/renderer/assessments/start/subjects.ts'
import type { ShelfEntry } from '../../../../src/room/contract/library.ts'

const folder = new URL('../../../../questionnaires/', import.meta.url)
const json = (id: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${id}/${file}.json`, folder), 'utf8'))
const shelf = readdirSync(folder).map(
  (id): ShelfEntry => ({
    questionnaire: {
      instrument: instrumentSchema.parse(json(id, 'instrument')),
      survey: surveySchema.parse(json(id, 'survey')),
      vectors: { cases: [] },
    },
    signedIn: null,
    wordings: [],
    heldBack: null,
    qualified: [],
  }),
)
const ids = (entries: ShelfEntry[]) => entries.map(({ questionnaire }) => questionnaire.instrument.id)
const instruments: Instrument[] = shelf.map(({ questionnaire }) => questionnaire.instrument)

test('what is only asked by staff is never offered for the client’s page', () => {
  const offered = offeredEntries(shelf, 'clientMode')
  expect(ids(offered)).toContain('phq-9')
  expect(ids(offered)).not.toContain('asq')
  for (const { questionnaire } of offered) expect(questionnaire.instrument.modes).toContain('client')
})

test('an informant alone is offered what informants answer and what may be given on the client’s page', () => {
  const offered = ids(offeredEntries(shelf, 'informantClientMode'))
  expect(offered).toEqual(expect.arrayContaining(['psc-35', 'psc-17', 'adl-elder']))
  for (const other of ['phq-9', 'behaviour-clues', 'observation-record']) expect(offered).not.toContain(other)
})

test('each way offers exactly the instruments made for whoever answers', () => {
  expect(ids(offeredEntries(shelf, 'self'))).toEqual(
    instruments.filter(({ raters }) => raters.includes('self')).map(({ id }) => id),
  )
  expect(ids(offeredEntries(shelf, 'informant'))).toContain('observation-record')
  expect(ids(offeredEntries(shelf, 'informant'))).not.toContain('phq-9')
})

test('an age outside what an instrument is made for keeps it aside; an unknown age keeps nothing aside', () => {
  const gds = shelf.filter(({ questionnaire }) => questionnaire.instrument.id === 'gds-15')
  expect(gds.map((entry) => isForAge(entry, 59))).toEqual([false])
  expect(gds.map((entry) => isForAge(entry, 60))).toEqual([true])
  expect(shelf.every((entry) => isForAge(entry, null))).toBe(true)
})

test('every shipped instrument stands under a subject of its own', () => {
  expect(instruments.filter(({ id, kind }) => subjectOf(id, kind) === 'other').map(({ id }) => id)).toEqual(
    [],
  )
})
