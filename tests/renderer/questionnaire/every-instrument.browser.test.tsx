import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands } from 'vitest/browser'
import type { Language } from '../../../src/casework/records/values.ts'
import { itemsNotFor } from '../../../src/instruments/applies-to.ts'
import type { Instrument } from '../../../src/instruments/instrument.ts'
import { type Questionnaire as Files, readQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { surveyFor } from '../../../src/instruments/survey-for.ts'
import type { About, Answers } from '../../../src/instruments/vectors.ts'
import { Questionnaire } from '../../../src/renderer/questionnaire/questionnaire.tsx'
import type { Arrangement } from '../../../src/renderer/questionnaire/survey-model.ts'
import { type Questions, useQuestions } from '../../../src/renderer/questionnaire/use-questions.ts'
import { createScorer } from '../../../src/scoring/score.ts'

declare module 'vitest/browser' {
  interface BrowserCommands {
    scoreByCli: (instrument: string, lines: unknown[]) => Promise<unknown[]>
  }
}

const everybody: readonly About[] = [
  { sex: 'female', age: 34 },
  { sex: 'male', age: 34 },
  {},
  { sex: 'female', age: 15 },
]
/** Every shipped instrument is answered by so many at least, and until one of them has answered something. */
const people = import.meta.env.VITE_ANXIN_LONG ? everybody.length : 1
/** One after the other are answered as a list and one by one. */
const arrangements: readonly Arrangement[] = ['list', 'oneByOne']

const files = import.meta.glob<unknown>('../../../questionnaires/*/*.json', {
  eager: true,
  import: 'default',
})
const shipped = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))].map(
  (id): Files => {
    const file = (name: string) => files[`../../../questionnaires/${id}/${name}.json`]
    const read = readQuestionnaire(id, {
      instrument: file('instrument'),
      survey: file('survey'),
      vectors: file('vectors'),
    })
    if (!read.ok) throw new Error(`${id}: ${read.refusal.map(({ code, at }) => `${code} ${at}`).join(', ')}`)
    return read.value
  },
)

/** A die that falls the same way every time (mulberry32). */
function dieOf(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * sides)
  }
}

/** SurveyJS draws a moment after an answer, and there are thousands. */
const soon = <T,>(look: () => T) => expect.poll(look, { interval: 4 })

let place: HTMLElement
let root: Root
let questions: Questions
let kept: Record<string, number>

function Sheet({
  survey,
  language,
  arrangement,
}: {
  survey: Files['survey']
  language: Language
  arrangement: Arrangement
}) {
  questions = useQuestions({
    survey,
    language,
    arrangement,
    answers: {},
    answeredBefore: [],
    onAnswer: (question, value) => {
      if (value === null) delete kept[question]
      else kept[question] = value
    },
  })
  return <Questionnaire questions={questions} />
}

beforeEach(() => {
  kept = {}
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const shown = (name: string) => place.querySelector(`[data-name="${name}"]`)
const rows = (name: string): HTMLInputElement[] => [
  ...place.querySelectorAll<HTMLInputElement>(`[data-name="${name}"] input[type=radio]`),
]

/** Clicks one of the answers as they stand on the screen. */
async function clickOne(name: string, roll: (sides: number) => number) {
  const choices = rows(name)
  choices[roll(choices.length)]?.click()
  await soon(() => rows(name).some(({ checked }) => checked)).toBe(true)
}

/** From the first question to the last, one in eight left open; then some are answered once more. */
async function answerList({ instrument }: Files, roll: (sides: number) => number) {
  for (const { id } of instrument.items) if (shown(id) !== null && roll(8) > 0) await clickOne(id, roll)
  for (const { id } of instrument.items) if (shown(id) !== null && roll(6) === 0) await clickOne(id, roll)
}

/** As on the client's page: one question after the other, and once in a while back to the one before. */
async function answerOneByOne(roll: (sides: number) => number) {
  let steps = 0
  for (;;) {
    const { current } = questions
    if (current === undefined) throw new Error('no question')
    await soon(() => shown(current.name)).not.toBeNull()
    if (roll(8) > 0) await clickOne(current.name, roll)
    const back = steps < 200 && current.number > 1 && roll(7) === 0
    steps += 1
    // Answering may have made questions appear or go.
    const now = questions.current
    if (!back && now?.number === now?.of) return
    questions.move(back ? -1 : 1)
    await soon(() => questions.current?.name).not.toBe(current.name)
  }
}

/** Whether a rule of the instrument leaves this question unasked; written here once more, from the rule as it is published. */
function isAsked({ skips }: Instrument, answers: Answers, item: string): boolean {
  return skips
    .filter(({ items }) => items.includes(item))
    .every(({ askedIfAny, atLeast, atMost }) =>
      askedIfAny.some((other) => {
        const value = answers[other]
        return value !== undefined && value >= atLeast && value <= (atMost ?? value)
      }),
    )
}

test.each(shipped.map((one, nth) => [one.instrument.id, one, nth] as const))(
  '%s answered at random on the screen scores the same on the command line',
  async (id, questionnaire, nth) => {
    const { instrument } = questionnaire
    const score = createScorer(instrument)
    const roll = dieOf([...id].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7))
    const given: { answers: Answers; about: About }[] = []
    const hasAnswers = () => given.some(({ answers }) => Object.keys(answers).length > 0)
    for (const [round, about] of everybody.entries()) {
      if (round >= people && hasAnswers()) break
      const turn = nth + round
      const language = instrument.languages[turn % instrument.languages.length] ?? 'zh-CN'
      const arrangement = arrangements[turn % arrangements.length] ?? 'list'
      kept = {}
      root.render(
        <Sheet
          key={round}
          survey={surveyFor(questionnaire, about)}
          language={language}
          arrangement={arrangement}
        />,
      )
      await expect
        .poll(() => place.querySelector(`.questionnaire-${arrangement} input[type=radio]`))
        .not.toBeNull()
      if (arrangement === 'list') await answerList(questionnaire, roll)
      else await answerOneByOne(roll)
      const answers = { ...kept }

      for (const item of itemsNotFor(instrument, about)) expect(answers).not.toHaveProperty(item)
      for (const item of Object.keys(answers)) expect(isAsked(instrument, answers, item), item).toBe(true)
      expect(questions.model.data).toEqual(answers)
      given.push({ answers, about })
    }
    expect(hasAnswers()).toBe(true)

    const byCli = await commands.scoreByCli(
      id,
      given.map(({ answers, about }) => ({ answers, ...about })),
    )
    expect(byCli).toEqual(given.map(({ answers, about }) => score(answers, about)))
    expect(JSON.stringify(byCli)).not.toMatch(/UNKNOWN_QUESTION|ANSWER_OUTSIDE_CODING/)
  },
)
