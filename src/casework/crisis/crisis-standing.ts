import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { stateAfter } from '../records/course.ts'
import { type CrisisAction, crisisActions, verifiedKinds } from './crisis-actions.ts'
import { type CrisisState, crisisCourse } from './crisis-course.ts'
import type { CrisisEpisode, CrisisStep } from './crisis-episode.ts'
import { type CrisisFollowUp, crisisFollowUps, hoursAfter, lateness, stepsOf } from './crisis-follow-ups.ts'
import { type ResponseLevel, responseLevelSchema } from './response-level.ts'

/** So many different verified actions an episode that calls for help at once takes. */
export const verifiedActionsNeeded = 2

/** What is due next in an episode, and when. */
export interface CrisisNext {
  what: 'interview' | 'level' | 'action' | 'acceptance' | 'followUp'
  at: string
}

/** How a crisis episode stands; it follows from the record alone, whatever the time. */
export interface CrisisStanding {
  state: CrisisState
  /** Whose it is: whoever opened it, then whoever took it on. */
  responsible: string
  /** To whom it is being handed over; null when to nobody. */
  handedTo: string | null
  /** What came of the newest talk; null before there was one. */
  asked: Extract<CrisisStep, { kind: 'interviewed' }>['asked'] | null
  /** At a follow-up since that talk the client told of thoughts or a plan. */
  toldAgain: boolean
  /** As set last; null when it has to be set, anew after every talk. */
  level: ResponseLevel | null
  /** The most urgent that was ever set: what it asks for is owed until the end. */
  highestLevel: ResponseLevel | null
  actions: CrisisAction[]
  followUps: CrisisFollowUp[]
  /** A supervisor approved of it as it stands. */
  approved: boolean
  /** When it was passed to a supervisor who has not answered yet; null when it was not, or they have. */
  escalatedAt: string | null
  /** When a supervisor last knew of it, because it was passed to them or they answered. */
  supervisorKnewAt: string | null
  next: CrisisNext | null
}

const changesThings = (step: CrisisStep): boolean =>
  step.kind === 'interviewed' ||
  step.kind === 'levelSet' ||
  step.kind === 'escalated' ||
  step.kind === 'followUpAdded' ||
  (step.kind === 'followedUp' && tells(step))

const tells = ({ askedAgain }: Extract<CrisisStep, { kind: 'followedUp' }>): boolean =>
  askedAgain === 'thoughts' || askedAgain === 'plan'

const isAnswer = ({ kind }: CrisisStep): boolean => kind === 'consulted' || kind === 'approved'

/** How an episode stands. Throws on steps that cannot have been taken: no stored record has them. */
export function crisisStanding(episode: CrisisEpisode, crisis: FollowUpIntervals['crisis']): CrisisStanding {
  const { openedBy, steps } = episode
  const state = stateAfter(crisisCourse, steps)
  if (state === null) throw new RangeError('these steps lead nowhere')
  const talk = steps.findLastIndex(({ kind }) => kind === 'interviewed')
  const levels = stepsOf(steps, 'levelSet')
  const escalated = steps.findLastIndex(({ kind }) => kind === 'escalated')
  const answered = steps.findLastIndex(isAnswer)
  const standing = {
    state,
    responsible: steps.findLast(({ kind }) => kind === 'accepted')?.by ?? openedBy,
    handedTo: state === 'handingOver' ? (stepsOf(steps, 'handedOver').at(-1)?.to ?? null) : null,
    asked: stepsOf(steps, 'interviewed').at(-1)?.asked ?? null,
    toldAgain: stepsOf(steps.slice(talk + 1), 'followedUp').some(tells),
    level: stepsOf(steps.slice(talk + 1), 'levelSet').at(-1)?.level ?? null,
    highestLevel:
      responseLevelSchema.options.find((option) => levels.some(({ level }) => level === option)) ?? null,
    actions: crisisActions(episode),
    followUps: crisisFollowUps(episode, crisis),
    approved: steps.findLastIndex(({ kind }) => kind === 'approved') > steps.findLastIndex(changesThings),
    escalatedAt: escalated > answered ? (steps[escalated]?.at ?? null) : null,
    supervisorKnewAt: steps[Math.max(escalated, answered)]?.at ?? null,
  }
  return { ...standing, next: state === 'closed' ? null : nextOf(episode, standing, crisis) }
}

/** Whether an episode that calls for help at once still lacks verified actions, and nobody may do without. */
export const lacksVerified = ({
  highestLevel,
  actions,
  approved,
}: Pick<CrisisStanding, 'highestLevel' | 'actions' | 'approved'>): boolean =>
  highestLevel === 'atOnce' && !approved && verifiedKinds(actions) < verifiedActionsNeeded

function nextOf(
  { openedAt, steps }: CrisisEpisode,
  standing: Omit<CrisisStanding, 'next'>,
  crisis: FollowUpIntervals['crisis'],
): CrisisNext | null {
  const { state, asked, level, toldAgain, actions, followUps } = standing
  const talkedAt = stepsOf(steps, 'interviewed').at(-1)?.at ?? openedAt
  const levelAt = stepsOf(steps, 'levelSet').at(-1)?.at ?? talkedAt
  const toldAt = stepsOf(steps, 'followedUp').findLast(tells)?.at ?? talkedAt
  const handedAt = stepsOf(steps, 'handedOver').at(-1)?.at ?? openedAt
  const acts = actions.some(({ state: done }) => done !== 'intended')

  const due: CrisisNext[] = followUps
    .filter((followUp) => followUp.state === 'left')
    .map(({ due: at }) => ({ what: 'followUp', at }))
  const owe = (stands: boolean, what: CrisisNext['what'], since: string, hours: number): void => {
    if (stands) due.push({ what, at: hoursAfter(since, hours) })
  }
  owe(asked === null, 'interview', openedAt, crisis.interview)
  owe(asked === 'notAsked', 'interview', talkedAt, crisis.action[level ?? 'today'])
  owe(toldAgain, 'interview', toldAt, crisis.interview)
  owe(asked !== null && level === null, 'level', talkedAt, crisis.level)
  owe(state === 'handingOver', 'acceptance', handedAt, crisis.acceptance)
  owe(lacksVerified(standing), 'action', levelAt, crisis.action.atOnce)
  owe(level === 'today' && !acts, 'action', levelAt, crisis.action.today)
  return due.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null
}

/** The first follow-up that was missed at a moment without a supervisor knowing; null when there is none. */
export const unreportedMiss = (
  { state, followUps, supervisorKnewAt }: CrisisStanding,
  now: string,
): CrisisFollowUp | null =>
  state === 'closed'
    ? null
    : (followUps.find(
        (followUp) =>
          lateness(followUp, now) === 'missed' &&
          (supervisorKnewAt === null || Date.parse(supervisorKnewAt) < Date.parse(followUp.missed)),
      ) ?? null)
