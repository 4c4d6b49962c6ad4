import { expect, test, vi } from 'vitest'
import { type CrisisEpisode, crisisEpisodeKind } from '../../src/casework/crisis/crisis-episode.ts'
import { crisisStanding } from '../../src/casework/crisis/crisis-standing.ts'
import { crisisWaits } from '../../src/casework/crisis/crisis-waits.ts'
import { safetyPlanKind } from '../../src/casework/crisis/safety-plan.ts'
import { urgencyAt } from '../../src/casework/today/wait.ts'
import { demoCrises } from '../../src/room/demo/demo-crises.ts'
import { proposedRules } from '../../src/room/rules-in-force.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import type { OpenVault } from '../../src/vault/vault.ts'
import { setting } from '../simulation/setting.ts'

const now = '2026-11-21T02:00:00.000Z'

test.each(['zh-CN', 'en'] as const)(
  'a demonstration has crises as they would have come about, in %s',
  (language) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
    const room = simulateRoom({ seed: 'anxin-demo', clients: 26, months: 13, until: '2026-11-21' }, setting)
    let drawn = 0
    const vault = {
      drawId: () => {
        drawn += 1
        return drawn.toString(16).padStart(32, '0')
      },
    } as Pick<OpenVault, 'drawId'>
    const changes = demoCrises(vault, room, language)
    vi.useRealTimers()

    const episodes = changes.flatMap(({ kind, id, value }) =>
      kind.table === crisisEpisodeKind.table ? [{ id, revision: 1, value: value as CrisisEpisode }] : [],
    )
    const states = episodes.map(({ value }) => crisisStanding(value, proposedRules.followUps.crisis).state)
    expect(new Set(states)).toEqual(new Set(['responding', 'closed']))
    for (const { kind, value } of changes) expect(kind.schema.parse(value)).toEqual(value)
    for (const { value } of episodes) {
      const moments = [value.openedAt, ...value.steps.map(({ at }) => at)].map((at) => Date.parse(at))
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      expect(moments.at(-1)).toBeLessThanOrEqual(Date.parse(now))
    }
    // Somebody works there: nothing was missed.
    const urgencies = episodes.flatMap((one) =>
      crisisWaits(one, proposedRules.followUps).map((wait) => urgencyAt(wait, now)),
    )
    expect(urgencies).not.toContain('now')
    expect(changes.filter(({ kind }) => kind.table === safetyPlanKind.table)).toHaveLength(2)
  },
)
