import type { Assessment, Rater } from '../../casework/assessments/assessment.ts'
import { ageOn } from '../../casework/records/age.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import { score } from '../../scoring/score.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'

const words: Record<Language, Record<'mother' | 'teacher' | 'who' | 'other' | 'purpose', string>> = {
  'zh-CN': {
    mother: '示例：母亲',
    teacher: '示例：班主任',
    who: '示例家长',
    other: '示例老师',
    purpose: '示例：了解在家、在学校的情况',
  },
  en: {
    mother: 'Example: mother',
    teacher: 'Example: teacher',
    who: 'Example parent',
    other: 'Example teacher',
    purpose: 'Example: how things are at home and at school',
  },
}

/** Who answers what so many days ago, every question so heavily on the whole (0–2). */
const told = [
  { by: 'self', instrument: 'y-psc', ago: 90, weight: 1.1 },
  { by: 'mother', instrument: 'psc-35', ago: 88, weight: 1 },
  { by: 'self', instrument: 'y-psc', ago: 45, weight: 0.8 },
  { by: 'mother', instrument: 'psc-35', ago: 44, weight: 0.9 },
  { by: 'teacher', instrument: 'psc-35', ago: 40, weight: 0.5 },
  { by: 'self', instrument: 'y-psc', ago: 8, weight: 0.5 },
  { by: 'mother', instrument: 'psc-35', ago: 6, weight: 0.7 },
] as const

/** A minor's own ratings, and beside them what a parent and a teacher say; the client is the first who is of that age. */
export const demoRatings = (
  drawId: () => string,
  { clients, consents }: Pick<SimulatedRoom, 'clients' | 'consents'>,
  instruments: readonly Instrument[],
  { by, today, language }: { by: string; today: string; language: Language },
): Stored<Assessment>[] => {
  const said = words[language]
  const child = clients.find(({ value }) => {
    const age = ageOn(value.birthDate, today)
    return age !== null && age >= 11 && age < 18
  })
  if (child === undefined) return []
  const agreed = consents.find(({ value }) => value.clientId === child.id && value.purpose === 'assessment')
    ?.value.givenBy
  const informant = (relation: string, who: string): Rater => ({
    kind: 'informant',
    relation,
    who,
    purpose: said.purpose,
    basis: agreed === 'guardian' ? 'guardianAgreed' : 'clientAgreed',
  })
  const raters: Record<(typeof told)[number]['by'], Rater> = {
    self: { kind: 'self' },
    mother: informant(said.mother, said.who),
    teacher: informant(said.teacher, said.other),
  }
  return told.flatMap(({ by: whose, instrument: id, ago, weight }): Stored<Assessment>[] => {
    const instrument = instruments.find((one) => one.id === id)
    const day = addDays(today, -ago)
    if (instrument === undefined || day < dayOf(child.value.registeredAt)) return []
    const [asked = language] = instrument.languages
    const rater = raters[whose]
    const age = ageOn(child.value.birthDate, day)
    const answers = Object.fromEntries(
      instrument.items.map((item, place) => [
        item.id,
        Math.floor((place + 1) * weight) - Math.floor(place * weight),
      ]),
    )
    const result = score(instrument, answers, { rater: rater.kind, ...(age === null ? {} : { age }) })
    const value: Assessment = {
      clientId: child.id,
      instrument: id,
      instrumentVersion: instrument.version,
      rater,
      language: asked,
      mode: 'client',
      startedAt: instantAt(day, 600),
      startedBy: by,
      answeredAt: instantAt(day, 610),
      answers,
      result,
    }
    return [{ id: drawId(), revision: 1, value }]
  })
}
