import { describe, expect, it } from 'vitest'
import shipped from '../../../resources/impact-assessment.json'
import {
  filledAssessment,
  type ImpactAssessment,
  impactAssessmentDue,
  impactAssessmentKind,
} from '../../../src/casework/privacy/impact-assessment.ts'
import { readImpactTemplate } from '../../../src/casework/privacy/impact-template.ts'
import {
  type ProcessedRecords,
  processingLog,
  processings,
  roomProcessing,
} from '../../../src/casework/privacy/processing-log.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { clueOf, disclosureOf, followUpOf, noteOf, privacyRules, reportOf } from '../file-records.ts'
import { assessmentOf, clientOf, consentOf, idOf, stored } from '../records.ts'

const template = given(readImpactTemplate(shipped))
const nothing: ProcessedRecords = {
  client: null,
  consents: [],
  assessments: [],
  notes: [],
  decisions: [],
  followUps: [],
  crises: [],
  clues: [],
  disclosures: [],
  reports: [],
}
const casefile = stored(1, consentOf({ purpose: 'casefile' }))

describe('a client’s log', () => {
  it('is empty without records', () => {
    expect(processingLog(nothing)).toEqual([])
  })

  it('says what was done on what ground, since when', () => {
    const log = processingLog({
      ...nothing,
      client: clientOf(),
      consents: [casefile, stored(2, consentOf({ withdrawnAt: '2026-06-01T01:00:00.000Z' }))],
      notes: [noteOf(), noteOf({ heldAt: '2026-04-01T02:00:00.000Z' })],
      assessments: [
        assessmentOf({ startedAt: '2026-05-01T01:00:00.000Z' }),
        assessmentOf(),
        assessmentOf({ rater: { kind: 'staff', staffId: idOf(900) } }),
      ],
      clues: [clueOf()],
      disclosures: [disclosureOf(), disclosureOf({ basis: 'consentedReferral', consent: idOf(3) })],
      reports: [reportOf()],
    })
    expect(log).toEqual([
      {
        processing: 'caseFile',
        basis: 'consent',
        since: '2026-03-01T01:00:00.000Z',
        last: '2026-11-20T02:00:00.000Z',
        records: 3,
      },
      {
        processing: 'assessment',
        basis: 'consent',
        since: '2026-05-01T01:00:00.000Z',
        last: '2026-05-01T01:00:00.000Z',
        records: 1,
      },
      {
        processing: 'assessment',
        basis: null,
        since: '2026-11-20T01:00:00.000Z',
        last: '2026-11-20T01:00:00.000Z',
        records: 1,
      },
      {
        processing: 'observation',
        basis: 'consent',
        since: '2026-11-20T01:00:00.000Z',
        last: '2026-11-20T01:00:00.000Z',
        records: 1,
      },
      {
        processing: 'clue',
        basis: 'consent',
        since: '2026-11-01T02:00:00.000Z',
        last: '2026-11-01T02:00:00.000Z',
        records: 1,
      },
      {
        processing: 'referral',
        basis: 'consent',
        since: '2026-11-20T02:00:00.000Z',
        last: '2026-11-20T02:00:00.000Z',
        records: 1,
      },
      {
        processing: 'disclosure',
        basis: 'savingLife',
        since: '2026-11-20T02:00:00.000Z',
        last: '2026-11-20T02:00:00.000Z',
        records: 1,
      },
      {
        processing: 'mandatoryReport',
        basis: 'legalDuty',
        since: '2026-11-20T02:00:00.000Z',
        last: '2026-11-20T02:00:00.000Z',
        records: 1,
      },
    ])
  })

  it('counts a follow-up when it was done', () => {
    const result = {
      doneBy: idOf(900),
      doneAt: '2026-11-21T02:00:00.000Z',
      mode: 'phone',
      reached: 'reached',
      askedAgain: 'none',
      entry: '示例',
    } as const
    expect(processingLog({ ...nothing, followUps: [followUpOf()] })).toEqual([])
    expect(processingLog({ ...nothing, followUps: [followUpOf({ result })] })).toMatchObject([
      { processing: 'followUp', basis: null, records: 1 },
    ])
  })
})

const log = roomProcessing([
  processingLog({ ...nothing, client: clientOf(), consents: [casefile], notes: [noteOf()] }),
  processingLog({ ...nothing, client: clientOf({ registeredAt: '2026-02-01T01:00:00.000Z' }) }),
])

it('the room’s log adds up clients and records, and shows what nothing stood for', () => {
  expect(log).toEqual([
    {
      processing: 'caseFile',
      since: '2026-02-01T01:00:00.000Z',
      last: '2026-11-20T02:00:00.000Z',
      clients: 2,
      records: 3,
      withoutBasis: 1,
    },
  ])
  expect(roomProcessing([])).toEqual([])
})

describe('an impact assessment', () => {
  const assessment = (more: Partial<ImpactAssessment> = {}): ImpactAssessment => ({
    version: 1,
    ...filledAssessment(template, log, 'zh-CN'),
    assessedBy: idOf(900),
    assessedAt: '2026-03-15T02:00:00.000Z',
    conclusion: 'goOn',
    because: '示例：措施到位',
    measuresBy: null,
    ...more,
  })

  it('has a section for everything a room can do with data', () => {
    expect(template.sections.map(({ processing }) => processing).toSorted()).toEqual(
      [...processings].toSorted(),
    )
    const [, ...fewer] = shipped.sections
    expect(codeOf(readImpactTemplate({ ...shipped, sections: fewer }))).toBe('IMPACT_TEMPLATE_INVALID')
  })

  it('is filled with what this room does, in either language, and can be kept', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const filled = filledAssessment(template, log, language)
      expect(filled.assessed).toMatchObject([
        { processing: 'caseFile', clients: 2, records: 3, withoutBasis: 1 },
      ])
      const value = assessment(filled)
      expect(impactAssessmentKind.schema.parse(value)).toEqual(value)
    }
    expect(checkChange(impactAssessmentKind, assessment(), assessment({ because: '别的' })).ok).toBe(false)
  })

  const due = (newest: ImpactAssessment | null, today: string, now = log, of = template) =>
    impactAssessmentDue(newest, { log: now, template: of, today }, privacyRules).map(({ code }) => code)

  it('is due when there is none, when it is old, or when more is done or asked', () => {
    expect(due(null, '2026-11-20')).toEqual(['NO_ASSESSMENT'])
    expect(due(null, '2026-11-20', [])).toEqual([])
    expect(due(assessment(), '2027-03-14')).toEqual([])
    expect(due(assessment(), '2027-03-15')).toEqual(['ASSESSMENT_OLD'])
    expect(due(assessment(), '2026-04-01', log, { ...template, version: '2027-1' })).toEqual([
      'TEMPLATE_CHANGED',
    ])
    const more = roomProcessing([processingLog({ ...nothing, clues: [clueOf()] })])
    expect(due(assessment(), '2026-04-01', [...log, ...more])).toEqual(['NEW_PROCESSING'])
  })
})
