import { dayOf } from '../../tiering/calendar.ts'
import type { Evidence } from '../../tiering/evidence.ts'
import type { Tier } from '../../tiering/tier.ts'
import type { TierDecision } from './tier-decision.ts'

/** What a client may ask for, of whoever decided (PIPL art. 24 and 44 to 48). */
const rights = [
  'explained',
  'personNotMachine',
  'lookAgain',
  'correct',
  'copy',
  'withdraw',
  'complain',
] as const

const facts = [
  'ownAnswers',
  'othersAnswers',
  'staffRating',
  'formResult',
  'heavierThanBefore',
  'itemToTalkAbout',
  'saidYes',
  'saidNo',
  'toldThoughts',
  'toldPlan',
  'toldIntent',
  'toldAttempt',
  'askedDirectly',
  'noticedAndChecked',
  'none',
] as const

const courses = ['asSuggested', 'otherThanSuggested', 'withoutSuggestion'] as const

/** Every sentence the page may hold; screens have the words, without jargon, for the client to read. */
export const explanationSentences = [
  ...(['general', 'watch', 'priority'] as const).map((tier) => `tier.${tier}` as const),
  'meaning.care',
  'meaning.noDiagnosis',
  ...facts.map((fact) => `fact.${fact}` as const),
  'decided.byPerson',
  ...courses.map((course) => `decided.${course}` as const),
  'decided.withSupervisor',
  'decided.withOutsideSupervisor',
  'again.by',
  'again.overdue',
  'again.sooner',
  ...rights.map((right) => `right.${right}` as const),
] as const

/** A sentence by its key, with what stands in it: days as `YYYY-MM-DD`, instruments by id. */
export interface Sentence {
  key: (typeof explanationSentences)[number]
  values: Record<string, string | number>
}

/** One printed page for the client about their tier. */
export interface Explanation {
  tier: Tier
  meaning: Sentence[]
  /** What counted, newest first, each thing once. */
  facts: Sentence[]
  decided: Sentence[]
  again: Sentence[]
  rights: Sentence[]
}

/**
 * Explains the decision that holds to the client on `today`. Nothing in it names who told the room something, repeats what
 * was said in confidence, or calls the client anything.
 */
export function explanationOf(
  { tier, suggestion, decidedAt, reviewBy, approval }: TierDecision,
  decidedBy: string,
  today: string,
): Explanation {
  const counted = new Map(
    (suggestion?.fired ?? [])
      .flatMap(({ evidence }) => evidence)
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .map(factOf)
      .map((fact) => [JSON.stringify(fact), fact]),
  )
  const course =
    suggestion === null || suggestion.tier === null
      ? 'withoutSuggestion'
      : suggestion.tier === tier
        ? 'asSuggested'
        : 'otherThanSuggested'
  return {
    tier,
    meaning: [sentence(`tier.${tier}`), sentence('meaning.care'), sentence('meaning.noDiagnosis')],
    facts: counted.size === 0 ? [sentence('fact.none')] : [...counted.values()],
    decided: [
      sentence('decided.byPerson', { name: decidedBy, day: dayOf(decidedAt) }),
      sentence(`decided.${course}`),
      ...approvedBy(approval),
    ],
    again: [
      sentence(reviewBy <= today ? 'again.overdue' : 'again.by', { day: reviewBy }),
      sentence('again.sooner'),
    ],
    rights: rights.map((right) => sentence(`right.${right}`)),
  }
}

const sentence = (key: Sentence['key'], values: Sentence['values'] = {}): Sentence => ({ key, values })

const approvedBy = (approval: TierDecision['approval']): Sentence[] => {
  if (approval === undefined) return []
  return approval.kind === 'here'
    ? [sentence('decided.withSupervisor')]
    : [sentence('decided.withOutsideSupervisor', { name: approval.name, day: approval.day })]
}

function factOf(one: Evidence): Sentence {
  const day = dayOf(one.at)
  const fact = (of: (typeof facts)[number], values: Sentence['values'] = {}) =>
    sentence(`fact.${of}`, { day, ...values })
  switch (one.kind) {
    case 'score':
      return fact(whose(one.rater), { instrument: one.instrument, scale: one.scale, value: one.value })
    case 'change':
      return fact('heavierThanBefore', { instrument: one.instrument, since: dayOf(one.since) })
    case 'criticalItem':
      return fact(answered[one.finding])
    case 'interview':
      return fact(one.answer === 'yes' ? told[one.question] : 'askedDirectly')
    case 'clue':
      return fact('noticedAndChecked')
  }
}

/** By the side answers are from; a form from elsewhere has none. */
function whose(side: string | undefined): (typeof facts)[number] {
  if (side === undefined) return 'formResult'
  if (side === 'self') return 'ownAnswers'
  return side === 'staff' ? 'staffRating' : 'othersAnswers'
}

const answered = {
  open: 'itemToTalkAbout',
  notAsked: 'itemToTalkAbout',
  confirmed: 'saidYes',
  denied: 'saidNo',
} as const

const told = {
  ideation: 'toldThoughts',
  plan: 'toldPlan',
  intent: 'toldIntent',
  attempt: 'toldAttempt',
} as const
