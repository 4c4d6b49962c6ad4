import type { HotlineCall } from './hotline-call.ts'
import { type ResponseLevel, responseLevelSchema } from './response-level.ts'

/** From this strength on (0–100) thoughts of suicide, or hopelessness, call for help no later than the level beside it. */
const ideationLevels = [
  { from: 70, level: 'atOnce' },
  { from: 1, level: 'today' },
] as const
const hopelessnessLevels = [{ from: 70, level: 'today' }] as const

const dangerLevels = { none: 'planned', thoughts: 'today', plan: 'atOnce', acting: 'atOnce' } as const

/** How soon help should come, as a proposal to the worker. Not having asked about danger never gives the lowest level. */
export function suggestedResponseLevel({
  danger,
  ideation,
  hopelessness,
}: Pick<HotlineCall, 'danger' | 'ideation' | 'hopelessness'>): ResponseLevel {
  const asked = [
    danger?.asked === 'yes' ? dangerLevels[danger.answer] : 'today',
    ideationLevels.find(({ from }) => (ideation ?? 0) >= from)?.level,
    hopelessnessLevels.find(({ from }) => (hopelessness ?? 0) >= from)?.level,
  ]
  return responseLevelSchema.options.find((level) => asked.includes(level)) ?? 'today'
}
