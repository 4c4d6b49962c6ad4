import { takeCrisisStep } from '../../casework/crisis/crisis-blocks.ts'
import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import {
  type CrisisEpisode,
  type CrisisStep,
  crisisEpisodeKind,
} from '../../casework/crisis/crisis-episode.ts'
import { crisisFollowUps, hoursAfter } from '../../casework/crisis/crisis-follow-ups.ts'
import { episodeAfterAlert } from '../../casework/crisis/episode-after-alert.ts'
import { type SafetyPlan, safetyPlanKind } from '../../casework/crisis/safety-plan.ts'
import { stateAfter } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { proposedRules } from '../rules-in-force.ts'

const { crisis } = proposedRules.followUps

/** The day somebody looks at the plan again, so many days from now. */
const reviewsIn = 3

interface Words {
  stayed: string
  asked: string
  reached: string
  safe: string
  plan: Omit<SafetyPlan, 'clientId' | 'version' | 'madeBy' | 'madeAt' | 'reviewBy' | 'givenToClient'>
}
const words: Record<Language, Words> = {
  'zh-CN': {
    stayed: '示例：家人当天一直陪着。',
    asked: '示例：第二天当面问过，本人说没有这样的想法。',
    reached: '示例：电话联系，本人说好些了，睡得着了。',
    safe: '示例：三个月里没有再出现这样的想法，家人知道怎样联系。',
    plan: {
      warningSigns: ['示例：连着几晚睡不着', '示例：不想接电话'],
      copingAlone: ['示例：出门走一圈', '示例：给阳台的花浇水'],
      peopleAndPlaces: ['示例：去棋牌室坐坐'],
      peopleToAsk: [{ name: '示例姐姐', phone: '000-0000-0001' }],
      professionals: [{ name: '示例镇心理咨询室', phone: '000-0000-0002' }],
      safeSurroundings: ['示例：家里的药交给姐姐收着'],
    },
  },
  en: {
    stayed: 'Example: the family stayed all day.',
    asked: 'Example: asked the next day, no such thoughts.',
    reached: 'Example: by phone, feeling better, sleeping again.',
    safe: 'Example: no such thoughts for three months, and the family knows whom to call.',
    plan: {
      warningSigns: ['Example: several nights without sleep', 'Example: not answering the phone'],
      copingAlone: ['Example: a walk around the block', 'Example: watering the flowers'],
      peopleAndPlaces: ['Example: the tea house'],
      peopleToAsk: [{ name: 'Example sister', phone: '000-0000-0001' }],
      professionals: [{ name: 'Example Township Counselling Room', phone: '000-0000-0002' }],
      safeSurroundings: ["Example: the sister keeps the household's medicine"],
    },
  },
}

/** What followed from the critical answers that were dealt with: crises as far as they have come, and a safety plan in the newest. */
export const demoCrises = (
  vault: Pick<OpenVault, 'drawId'>,
  { alerts }: Pick<SimulatedRoom, 'alerts'>,
  language: Language,
): Change[] => {
  const said = words[language]
  const episodes = new Map<string, Stored<CrisisEpisode>[]>()
  const handled = alerts.flatMap(({ id, value }) =>
    value.handling === null ? [] : [{ alert: { id, value }, handling: value.handling }],
  )
  handled.sort((a, b) => Date.parse(a.handling.handledAt) - Date.parse(b.handling.handledAt))
  for (const { alert, handling } of handled) {
    const known = (episodes.get(alert.value.clientId) ?? []).map((one) => ({
      ...one,
      value: lookedAfter(one.value, handling.handledAt, said),
    }))
    const after = episodeAfterAlert(alert, handling, known)
    const into = after?.kind === 'join' ? after.into : vault.drawId()
    const others = known.filter(({ id }) => id !== into)
    episodes.set(alert.value.clientId, [
      ...others,
      ...(after === null ? [] : [{ id: into, revision: 1, value: after.episode }]),
    ])
  }
  const all = [...episodes.values()]
    .flat()
    .map(({ id, value }) => ({ id, value: lookedAfter(value, now(), said) }))
    .sort((a, b) => Date.parse(b.value.openedAt) - Date.parse(a.value.openedAt))
  return [
    ...all.map(({ id, value }) => ({ kind: crisisEpisodeKind, id, expectedRevision: 0, value })),
    ...all
      .slice(0, 1)
      .flatMap(({ value }) => plansIn(value, said))
      .map((plan) => ({ kind: safetyPlanKind, id: vault.drawId(), expectedRevision: 0, value: plan })),
  ]
}

/** Two versions of a plan made in an episode: one with the first talk, one with the last step. */
const plansIn = ({ clientId, steps }: CrisisEpisode, said: Words): SafetyPlan[] => {
  const [first] = steps
  const last = steps.at(-1)
  if (first === undefined || last === undefined) return []
  const madeBy = first.by
  const reviewBy = addDays(today(), reviewsIn)
  const plan = { ...said.plan, clientId, madeBy, reviewBy, givenToClient: true }
  return [
    { ...plan, version: 1, madeAt: first.at, copingAlone: [] },
    { ...plan, version: 2, madeAt: last.at },
  ]
}

/** An episode after everything that was due until a moment was done. */
const lookedAfter = (episode: CrisisEpisode, until: string, said: Words): CrisisEpisode => {
  const last = episode.steps.at(-1)
  if (last === undefined || stateAfter(crisisCourse, episode.steps) === 'closed') return episode
  const { by } = last
  const due = crisisFollowUps(episode, crisis).filter(({ state }) => state === 'left')
  const notAsked = episode.steps.findLast(({ kind }) => kind === 'interviewed')
  const asked: CrisisStep[] =
    notAsked?.kind === 'interviewed' && notAsked.asked === 'notAsked'
      ? [
          { kind: 'interviewed', by, at: hoursAfter(last.at, 20), asked: 'denied', said: said.asked },
          { kind: 'levelSet', by, at: hoursAfter(last.at, 20.1), level: 'planned', because: said.asked },
        ]
      : []
  const helped = { action: 1, what: 'familyInformed', state: 'done', note: said.stayed } as const
  const steps: CrisisStep[] = [
    { kind: 'acted', by, at: hoursAfter(last.at, 0.2), ...helped },
    ...asked,
    ...due.map(
      ({ afterHours, due: at }): CrisisStep => ({
        kind: 'followedUp',
        by,
        at: hoursAfter(at, -0.5),
        afterHours,
        reached: true,
        askedAgain: 'none',
        note: said.reached,
      }),
    ),
    { kind: 'closed', by, at: hoursAfter(due.at(-1)?.due ?? last.at, 0.5), because: said.safe },
  ]
  // Whatever cannot be taken, or has not come yet, was not done.
  return steps
    .filter(({ at }) => Date.parse(at) <= Date.parse(until))
    .reduce((after, step) => {
      const taken = takeCrisisStep(after, step, { roles: ['counsellor'], supervisors: [] }, crisis)
      return taken.ok ? taken.value : after
    }, episode)
}
