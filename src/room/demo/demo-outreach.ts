import {
  type OutreachActivity,
  type OutreachVersion,
  outreachKind,
} from '../../casework/activities/outreach.ts'
import type { Language } from '../../casework/records/values.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'
import { activityWords } from './activity-words.ts'

type Kind = Pick<OutreachActivity, 'category' | 'form' | 'audience' | 'materials'> & {
  daysAgo: number
  /** Its place among the titles. */
  title: number
}
const held: readonly Kind[] = [
  { daysAgo: 2, title: 1, category: 'villages', form: 'booth', audience: 85, materials: 120 },
  { daysAgo: 9, title: 0, category: 'schools', form: 'talk', audience: 210, materials: 210 },
  { daysAgo: 16, title: 2, category: 'families', form: 'visit', audience: 18, materials: 18 },
  { daysAgo: 24, title: 3, category: 'companies', form: 'talk', audience: 46, materials: 50 },
  { daysAgo: 31, title: 1, category: 'villages', form: 'booth', audience: 92, materials: 150 },
  { daysAgo: 38, title: 4, category: 'online', form: 'media', audience: 1300, materials: 0 },
  { daysAgo: 52, title: 2, category: 'neighbourhoods', form: 'visit', audience: 24, materials: 30 },
  { daysAgo: 60, title: 0, category: 'schools', form: 'talk', audience: 160, materials: 160 },
]

/** Outreach of some weeks: one activity was corrected, one was entered twice. */
export const demoOutreach = (vault: Pick<OpenVault, 'drawId' | 'staff'>, language: Language): Change[] => {
  const by = vault.staff.id
  const said = activityWords[language]
  const audiences = [said.pupils, said.villagers, said.elders, said.staffOfCompany, said.villagers]
  const activity = ({ daysAgo, title, ...told }: Kind): OutreachActivity => ({
    ...told,
    title: said.outreach[title] ?? '',
    day: addDays(today(), -daysAgo),
    place: said.place,
    forWhom: audiences[title] ?? '',
    materialNames: told.materials === 0 ? '' : said.leaflet,
    staff: [by],
    volunteers: title === 1 ? 3 : 0,
    note: '',
  })
  const version = (kind: Kind, more: Partial<OutreachVersion> = {}): OutreachVersion => ({
    activity: activity(kind),
    struckOut: false,
    because: '',
    by,
    at: instantAt(addDays(today(), -kind.daysAgo), 17 * 60),
    ...more,
  })
  const corrected = (kind: Kind): OutreachVersion[] => [
    version({ ...kind, audience: kind.audience + 40 }),
    version(kind, {
      because: said.miscounted,
      at: instantAt(addDays(today(), 1 - kind.daysAgo), 9 * 60),
    }),
  ]
  const twice = (kind: Kind): OutreachVersion[] => [
    version(kind),
    version(kind, {
      struckOut: true,
      because: said.twice,
      at: instantAt(addDays(today(), 1 - kind.daysAgo), 9.5 * 60),
    }),
  ]
  const [, second, ...others] = held
  const all = [
    ...held.slice(0, 1).map((kind) => [version(kind)]),
    ...(second === undefined ? [] : [corrected(second), twice(second)]),
    ...others.map((kind) => [version(kind)]),
  ]
  return all.map((versions) => ({
    kind: outreachKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value: { versions },
  }))
}
