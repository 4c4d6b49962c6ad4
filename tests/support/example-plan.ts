import { readReleasePlan } from '../../src/statistics/release-plan.ts'
import { shippedPlan } from './release-plan.ts'

const title = { 'zh-CN': '示例', en: 'Example' }
const common = {
  title,
  only: null,
  measure: 'entries',
  period: 'month',
  stock: false,
  replaces: [],
  dims: [],
} as const
const additive = { ...common, class: 'A', base: 3, profile: 'small' } as const

/** A plan of few tables, one or more of every class, which stays as it is whatever the plan that comes with the program becomes. */
export const examplePlan = readReleasePlan({
  format: 'anxin-release-plan/3',
  id: 'example',
  version: 2,
  fromYear: 2025,
  places: shippedPlan.places,
  dimensions: shippedPlan.dimensions,
  tables: [
    { ...additive, id: 'clients-sex-age', unit: 'person', counts: ['client'], dims: ['sex', 'ageBand'] },
    {
      ...additive,
      id: 'assessments-instrument',
      unit: 'assessment',
      counts: ['assessment'],
      dims: ['instrument'],
    },
    { ...additive, id: 'calls', unit: 'call', counts: ['call'] },
    { ...common, id: 'groups-held', class: 'P', unit: 'session', counts: ['groupMeeting'], profile: 'small' },
    {
      ...common,
      id: 'referrals',
      class: 'S',
      k: 5,
      zeros: 'withheld',
      unit: 'event',
      counts: ['referral'],
      profile: 'medium',
      dims: ['referralStage', 'sex'],
    },
    {
      ...additive,
      id: 'assessments-instrument-band',
      base: 5,
      unit: 'assessment',
      counts: ['assessment'],
      profile: 'large',
      replaces: ['assessments-instrument'],
      dims: ['instrumentBand'],
    },
    {
      ...additive,
      id: 'calls-type',
      base: 5,
      unit: 'call',
      counts: ['call'],
      profile: 'large',
      replaces: ['calls'],
      dims: ['callType'],
    },
    {
      ...additive,
      id: 'clients-tier',
      base: 5,
      unit: 'person',
      counts: ['tier'],
      period: 'quarter',
      stock: true,
      profile: 'large',
      dims: ['tier'],
    },
  ],
})
