import type { AdoptedRules } from '../../casework/tiers/adopted-rules.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type Replay, replay } from '../../tiering/replay.ts'
import { replaysTogether } from '../../tiering/replays-together.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import type { FiredRule } from '../../tiering/suggestion.ts'
import { today } from '../clock.ts'
import type { ReplayOnShow, ReplayProgress } from '../contract/tier-rules.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import { type ReplayCases, replayCases } from './replay-cases.ts'
import { tierRulesOf } from './rules-in-force.ts'

/** So many clients are looked at in one go; between them the room answers whatever else it is asked. */
const slice = 400

/** A replay that is under way, or was the last. */
interface Running {
  rules: string
  day: string
  cases: ReplayCases
  parts: Replay[]
  reached: number
}

const runningIn = onceFor((_: Session): { current: Running | null } => ({ current: null }))

/** Two rule sets that ask for the same compared with the same. */
const nameOf = (...sets: RuleSet[]): string => JSON.stringify(sets)

/** Looks at the next clients; `begin` reads the caseload anew. */
export const replayOn = async (
  session: Session,
  changed: RuleSet,
  begin: boolean,
): Promise<Outcome<ReplayProgress>> => {
  const { inForce } = await tierRulesOf(session)
  const place = runningIn(session)
  const rules = nameOf(inForce, changed)
  if (begin) {
    place.current = null
    place.current = { rules, day: today(), cases: await replayCases(session), parts: [], reached: 0 }
    return done({ done: 0, of: place.current.cases.clients.length, replay: null })
  }
  const running = place.current
  if (running === null || running.rules !== rules) return refused('REPLAY_BEGUN_ANEW')
  const { cases, day, parts } = running
  const next = cases.clients.slice(running.reached, running.reached + slice)
  parts.push(replay({ inForce, changed }, next.map(cases.caseOf), day))
  running.reached += next.length
  const isDone = running.reached >= cases.clients.length
  return done({
    done: running.reached,
    of: cases.clients.length,
    replay: isDone ? onShow(parts, cases) : null,
  })
}

/** How many would move, by the replay of exactly these rules today; null when nobody looked, or not at everybody. */
export const movesSeen = async (
  session: Session,
  changed: RuleSet,
): Promise<AdoptedRules['moves'] | null> => {
  const { inForce } = await tierRulesOf(session)
  const { current } = runningIn(session)
  if (current === null || current.rules !== nameOf(inForce, changed) || current.day !== today()) return null
  const whole = replaysTogether(current.parts)
  if (whole === null || current.reached < current.cases.clients.length) return null
  return { up: whole.up, down: whole.down, other: whole.other, of: whole.of }
}

const onShow = (parts: readonly Replay[], { clients, unreadable }: ReplayCases): ReplayOnShow | null => {
  const whole = replaysTogether(parts)
  if (whole === null) return null
  const known = new Map(clients.map((client) => [client.id, client]))
  return {
    ...whole,
    moves: whole.moves.map(({ id, from, to, way, begins, ends }) => ({
      id,
      fileNumber: known.get(id)?.fileNumber ?? '',
      from,
      to,
      way,
      held: known.get(id)?.held ?? null,
      begins: begins.map(sentenceOf),
      ends: ends.map(sentenceOf),
    })),
    unreadable,
  }
}

const sentenceOf = ({ rule, reason }: FiredRule) => ({ rule, reason })
