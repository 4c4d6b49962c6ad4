import { expect, test } from 'vitest'
import shipped from '../../../resources/privacy-rules.json' with { type: 'json' }
import type { Disclosure } from '../../../src/casework/disclosures/disclosure.ts'
import type { MandatoryReport } from '../../../src/casework/disclosures/mandatory-report.ts'
import { privacyRulesSchema } from '../../../src/casework/privacy/privacy-rules.ts'
import type { RightsRequest } from '../../../src/casework/privacy/rights-request.ts'
import { dutiesDue } from '../../../src/casework/today/duties-due.ts'

const rules = privacyRulesSchema.parse(shipped)
const [one, client, staff] = ['1', 'c', 'a'].map((digit) => digit.repeat(32)) as [string, string, string]
const stored = <T>(value: T) => ({ id: one, revision: 1, value })
const now = '2026-06-10T04:00:00.000Z'

const report: MandatoryReport = {
  duty: 'minorHarm',
  clientId: client,
  about: '',
  learnedBy: staff,
  learnedAt: '2026-06-10T03:30:00.000Z',
  steps: [],
}
const request: RightsRequest = {
  clientId: client,
  fileNumber: '2026-0001',
  asked: 'copy',
  askedBy: 'self',
  askedOn: '2026-06-01',
  answerBy: '2026-06-16',
  words: '',
  recordedBy: staff,
  recordedAt: now,
  checks: [],
  answer: null,
  lifted: null,
}
const disclosure: Disclosure = {
  clientId: client,
  what: { kind: 'words' },
  fileHash: null,
  recipient: '示例急救中心',
  basis: 'savingLife',
  purpose: '示例',
  consent: null,
  disclosedBy: staff,
  disclosedAt: now,
  clientTold: [{ state: 'notYet', by: staff, at: now, because: '示例' }],
}

const due = (more: Partial<Parameters<typeof dutiesDue>[0]>) =>
  dutiesDue(
    { reports: [], requests: [], disclosures: [], ...more },
    (id) => (id === client ? '2026-0007' : null),
    rules,
    now,
  )

test('a report that is owed waits now, by its file number, until the law’s hours are over and beyond', () => {
  expect(due({ reports: [stored(report)] })).toEqual([
    {
      kind: 'mandatoryReport',
      urgency: 'now',
      id: one,
      record: one,
      fileNumber: '2026-0007',
      staffId: staff,
      at: '2026-06-10T05:30:00.000Z',
    },
  ])
  const late = { ...report, clientId: null, about: '示例', learnedAt: '2026-06-01T00:00:00.000Z' }
  expect(due({ reports: [stored(late)] })).toMatchObject([{ kind: 'mandatoryReport', fileNumber: null }])
})

test('one that was made waits to be finished, a closed one for nothing', () => {
  const taken = { by: staff, at: now }
  const made = {
    ...taken,
    kind: 'reported',
    when: now,
    office: 'police',
    person: '示例警官',
    way: 'phone',
    receipt: '',
    disclosure: one,
  } as const
  expect(due({ reports: [stored({ ...report, steps: [made] })] })).toMatchObject([
    { kind: 'mandatoryReportOpen', urgency: 'week', at: now },
  ])
  const closed = { ...taken, kind: 'closed', because: '示例' } as const
  expect(due({ reports: [stored({ ...report, steps: [made, closed] })] })).toEqual([])
})

test('a request waits from a few days before its day on, more urgently on it', () => {
  const answeredBy = (answerBy: string) => due({ requests: [stored({ ...request, answerBy })] })
  expect(answeredBy('2026-06-16')).toEqual([])
  expect(answeredBy('2026-06-13')).toMatchObject([
    { kind: 'rightsRequest', urgency: 'week', at: '2026-06-13' },
  ])
  expect(answeredBy('2026-06-10')).toMatchObject([{ urgency: 'today' }])
  expect(answeredBy('2026-06-01')).toMatchObject([{ urgency: 'today', fileNumber: '2026-0001' }])
})

test('whoever was not told yet is to be told', () => {
  expect(due({ disclosures: [stored(disclosure)] })).toMatchObject([
    { kind: 'tellingOwed', id: client, record: one, fileNumber: '2026-0007' },
  ])
  const told = { state: 'told', by: staff, at: now, note: '' } as const
  expect(due({ disclosures: [stored({ ...disclosure, clientTold: [told] })] })).toEqual([])
})
