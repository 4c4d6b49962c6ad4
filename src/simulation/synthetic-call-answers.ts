import type { CallAnswers, CallQuestion } from '../casework/hotline/call-answers.ts'
import type { DangerEnquiry } from '../casework/hotline/hotline-call.ts'
import type { Random } from './random.ts'

/** What a synthetic caller tells of danger; null when nobody could ask. */
export type Told = Extract<DangerEnquiry, { asked: 'yes' }>['answer'] | null

const acute = (told: Told): boolean => told === 'plan' || told === 'acting'
const nothing = ''

type Answers = {
  [Question in CallQuestion]: (told: Told, random: Random) => Required<CallAnswers>[Question]
}

const answers: Answers = {
  opening: () => ({ answer: 'said', said: nothing }),
  plan: (told) =>
    acute(told) ? { answer: 'yes', said: '示例：说想好了怎么做。' } : { answer: 'no', said: nothing },
  means: (told) =>
    acute(told)
      ? { answer: 'yes', said: '示例：家里有农药。' }
      : { answer: 'no', said: '示例：身边没有危险的东西。' },
  timeFrame: (told) =>
    told === 'acting'
      ? { answer: 'now', said: nothing }
      : told === 'plan'
        ? { answer: 'within24h', said: '示例：说是今晚。' }
        : { answer: 'notFixed', said: nothing },
  history: (_, random) => ({ answer: random.pick(['none', 'none', 'earlier', 'unknown']), said: nothing }),
  alone: (_, random) => ({ answer: random.pick(['yes', 'no', 'no']), said: nothing }),
  place: (told) =>
    told === null
      ? { answer: 'unknown', said: nothing }
      : { answer: 'known', said: '示例：在家，示例镇示例路 1 号。' },
  intoxication: (_, random) =>
    random.chance(0.15) ? { answer: 'yes', said: '示例：喝了啤酒。' } : { answer: 'no', said: nothing },
  protection: () => ({ answer: 'yes', said: '示例：放心不下孩子。' }),
  safetyPlan: (_, random) => ({ answer: random.pick(['made', 'made', 'declined']), said: nothing }),
  callBack: (told, random) => ({
    answer: told === null ? 'notPossible' : random.chance(0.85) ? 'agreed' : 'refused',
    said: nothing,
  }),
  signs: () => ({ answer: 'noted', said: '示例：能听到呼吸声，三分钟后对方挂断。' }),
  pattern: () => ({ answer: 'noted', said: '示例：和上次一样，说的是夜里睡不着。' }),
  limits: () => ({ answer: 'set', said: '示例：说明了热线能做什么，请对方想谈时再打来。' }),
  relation: () => ({ answer: 'noted', said: '示例：对方是当事人的姐姐。' }),
  personKnows: (_, random) => ({ answer: random.pick(['yes', 'no']), said: nothing }),
  personReachable: (_, random) => ({ answer: random.pick(['yes', 'yes', 'unknown']), said: nothing }),
  guardian: (_, random) => ({ answer: random.pick(['yes', 'yes', 'no']), said: nothing }),
  harmSuspected: () => ({ answer: 'no', said: nothing }),
  urging: () => ({ answer: 'no', said: '示例：说有声音，没有叫自己做什么。' }),
  doctor: (_, random) => ({ answer: random.pick(['advised', 'seesOne']), said: nothing }),
}

/** What a synthetic caller answers to these questions; nobody is said to have answered any other. */
export function syntheticCallAnswers(
  questions: readonly CallQuestion[],
  told: Told,
  random: Random,
): CallAnswers {
  const given: CallAnswers = {}
  for (const question of questions) Object.assign(given, { [question]: answers[question](told, random) })
  return given
}
