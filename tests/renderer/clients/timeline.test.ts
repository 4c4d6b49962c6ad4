import { expect, test } from 'vitest'
import { timelineOf } from '../../../src/renderer/clients/timeline.ts'
import type { ClientFile } from '../../../src/room/contract/clients.ts'

const clientId = '0'.repeat(32)
const staff = '1'.repeat(32)

const file: ClientFile = {
  client: {
    id: clientId,
    revision: 1,
    value: {
      fileNumber: '2026-0001',
      name: '示例甲',
      birthDate: null,
      sex: null,
      township: null,
      phone: null,
      registeredAt: '2026-11-01T08:00:00.000Z',
      registeredBy: staff,
    },
  },
  age: null,
  consents: [
    {
      id: 'consent',
      revision: 2,
      value: {
        clientId,
        purpose: 'assessment',
        textVersion: '2026-1',
        givenBy: 'self',
        manner: 'spoken',
        givenAt: '2026-11-01T08:10:00.000Z',
        recordedBy: staff,
        withdrawnAt: '2026-11-05T08:00:00.000Z',
      },
    },
  ],
  assessments: [],
  alerts: [
    {
      id: 'alert',
      revision: 2,
      value: {
        clientId,
        assessmentId: '2'.repeat(32),
        instrument: 'phq-9',
        item: 'q9',
        value: 1,
        raisedAt: '2026-11-02T08:00:00.000Z',
        handling: {
          handledBy: staff,
          handledAt: '2026-11-02T08:30:00.000Z',
          asked: 'denied',
          responseLevel: 'today',
          entry: '示例记录一句',
        },
      },
    },
  ],
  episodes: [
    {
      id: 'episode',
      revision: 3,
      value: {
        clientId,
        openedBy: staff,
        openedAt: '2026-11-02T08:00:00.500Z',
        from: { kind: 'alert', alertId: '3'.repeat(32) },
        steps: [
          {
            kind: 'interviewed',
            by: staff,
            at: '2026-11-02T08:30:00.000Z',
            asked: 'denied',
            said: '示例记录一句',
          },
          { kind: 'levelSet', by: staff, at: '2026-11-02T08:30:00.000Z', level: 'today', because: '示例' },
          { kind: 'closed', by: staff, at: '2026-11-04T08:00:00.000Z', because: '示例：平稳' },
        ],
      },
    },
  ],
  decisions: [],
  groups: [{ course: '9'.repeat(32), title: '示例小组', session: 2, startsAt: '2026-11-05T06:00:00.000Z' }],
  proposals: [],
  standing: null,
  suggestion: null,
  staffNames: {},
  unreadable: 0,
}

test('everything that happened is there, newest first and once; what ended stands apart from what began', () => {
  expect(timelineOf(file).map(({ kind }) => kind)).toEqual([
    'consentWithdrawn',
    'groupAttended',
    'crisisStep',
    'alertHandled',
    'crisisOpened',
    'alertRaised',
    'consentGiven',
    'registered',
  ])
})
