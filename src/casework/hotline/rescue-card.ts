import { callActions, type StandingCallAction } from './call-actions.ts'
import type { CallQuestion } from './call-answers.ts'
import type { HotlineCall } from './hotline-call.ts'

/** What an ambulance needs to hear, in the order it asks for it. */
export const rescueTopics = [
  'place',
  'danger',
  'means',
  'intoxication',
  'timeFrame',
  'alone',
  'person',
  'history',
  'number',
  'done',
] as const
export type RescueTopic = (typeof rescueTopics)[number]

/** One line of the card: what is known, or that it is not, and whether that was asked at all. */
export type RescueLine =
  | { topic: Exclude<RescueTopic, 'person' | 'done'>; state: 'known'; answer: string; said: string }
  | {
      topic: 'person'
      state: 'known'
      alias: string
      sex: HotlineCall['sex']
      ageBand: HotlineCall['ageBand']
    }
  | {
      topic: 'done'
      state: 'known'
      actions: Pick<StandingCallAction, 'what' | 'state' | 'note' | 'linkage'>[]
    }
  | { topic: RescueTopic; state: 'unknown'; asked: boolean }

/**
 * The card to read out to an ambulance, composed from what the call holds: every topic is on it, and what is not known is said to be unknown. `number` is
 * the one the caller can be reached on, null where nobody has it.
 */
export function rescueCard(call: HotlineCall, number: string | null): RescueLine[] {
  const { danger, alias, sex, ageBand, answers } = call
  const unknown = (topic: RescueTopic, asked: boolean): RescueLine => ({ topic, state: 'unknown', asked })
  const line = (topic: RescueTopic & CallQuestion): RescueLine => {
    const held = answers?.[topic]
    if (held === undefined || held.answer === 'unknown') return unknown(topic, held !== undefined)
    return { topic, state: 'known', answer: held.answer, said: held.said }
  }
  const person = alias.trim() !== '' || sex !== null || ageBand !== null
  const actions = callActions(call)
  return [
    placeLine(call),
    danger?.asked === 'yes'
      ? { topic: 'danger', state: 'known', answer: danger.answer, said: call.concern }
      : unknown('danger', false),
    line('means'),
    line('intoxication'),
    line('timeFrame'),
    line('alone'),
    person ? { topic: 'person', state: 'known', alias, sex, ageBand } : unknown('person', false),
    line('history'),
    number === null
      ? unknown('number', answers?.callBack !== undefined)
      : { topic: 'number', state: 'known', answer: number, said: '' },
    actions.length === 0
      ? unknown('done', false)
      : {
          topic: 'done',
          state: 'known',
          actions: actions.map(({ what, state, note, linkage }) => ({
            what,
            state,
            note,
            ...(linkage === undefined ? {} : { linkage }),
          })),
        },
  ]
}

/** An address nobody wrote down is not known, whatever was ticked; a township is better than nothing. */
function placeLine({ answers, area = '' }: HotlineCall): RescueLine {
  const place = answers?.place
  const said = [place?.said ?? '', area].map((one) => one.trim()).filter((one) => one !== '')
  if (said.length === 0 || (place?.answer === 'unknown' && area.trim() === ''))
    return { topic: 'place', state: 'unknown', asked: place !== undefined }
  const answer = place?.answer === 'known' && place.said.trim() !== '' ? 'known' : 'partly'
  return { topic: 'place', state: 'known', answer, said: said.join(' · ') }
}
