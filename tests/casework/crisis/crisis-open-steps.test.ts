import { expect, test } from 'vitest'
import { crisisBlocks } from '../../../src/casework/crisis/crisis-blocks.ts'
import { crisisCourse } from '../../../src/casework/crisis/crisis-course.ts'
import type { CrisisStep } from '../../../src/casework/crisis/crisis-episode.ts'
import { approvalWay, crisisOpenSteps } from '../../../src/casework/crisis/crisis-open-steps.ts'
import { crisisStanding } from '../../../src/casework/crisis/crisis-standing.ts'
import {
  alone,
  codesOf,
  colleague,
  counsellor,
  crisisStep,
  deputy,
  episodeOf,
  intervals,
  responding,
  supervisor,
  takingOf,
} from '../course-records.ts'

const { crisis } = intervals
const kinds = Object.keys(crisisCourse.steps) as CrisisStep['kind'][]
const places: Record<string, CrisisStep[]> = {
  begun: [],
  asked: [crisisStep('interviewed', 1)],
  responding,
  'being handed over': [...responding, crisisStep('handedOver', 3, { to: colleague })],
  'taken on': [
    ...responding,
    crisisStep('handedOver', 3, { to: colleague }),
    crisisStep('accepted', 4, { by: colleague }),
  ],
  closed: [...responding, crisisStep('closed', 5)],
}
const whose = new Set([
  'STEP_NOT_OPEN',
  'NOT_RESPONSIBLE',
  'NOT_HANDED_TO',
  'SUPERVISOR_NEEDED',
  'OWN_APPROVAL',
])

test.each(
  Object.entries(places).flatMap(([place, steps]) =>
    [counsellor, colleague, supervisor, deputy].map((by) => ({ place, steps, by })),
  ),
)('$place: offered to $by is what is not refused for whose it is', ({ steps, by }) => {
  const episode = episodeOf(steps)
  const taking = takingOf(by)
  const isRefused = (kind: CrisisStep['kind']) => {
    const step = crisisStep(kind, 6, { by, ...(kind === 'handedOver' ? { to: deputy } : {}) })
    return codesOf(crisisBlocks(episode, step, taking, crisis)).some((code) => whose.has(code))
  }
  const offered = crisisOpenSteps(by, crisisStanding(episode, crisis), taking)
  expect(offered).toEqual(kinds.filter((kind) => !isRefused(kind)))
})

test('who does no casework is offered nothing', () => {
  const standing = crisisStanding(episodeOf(responding), crisis)
  expect(crisisOpenSteps(counsellor, standing, { roles: ['hotline'], supervisors: [] })).toEqual([])
})

test('a supervisor approves as one; where nobody else can, one outside is named', () => {
  const standing = { responsible: counsellor }
  expect(approvalWay(supervisor, standing, takingOf(supervisor))).toBe('here')
  expect(approvalWay(counsellor, standing, takingOf(counsellor))).toBeNull()
  expect(approvalWay(counsellor, standing, alone)).toBe('outside')
  const only = { roles: ['supervisor'] as const, supervisors: [supervisor] }
  expect(approvalWay(supervisor, { responsible: supervisor }, { ...only, roles: [...only.roles] })).toBe(
    'outside',
  )
})
