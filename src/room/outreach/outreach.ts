import {
  type OutreachActivity,
  outreachActivitySchema,
  outreachKind,
  outreachNow,
} from '../../casework/activities/outreach.ts'
import { outreachCounts } from '../../casework/activities/outreach-categories.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { OutreachApi } from '../contract/outreach.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** The whole of time, by days. */
const always = { from: '0000-01-01', until: '9999-12-31' }
const monthOf = (day: string): string => day.slice(0, 7)

/** What can be entered: an activity of today or before, in a category of the room's; one that is retired only where it stood before. */
const checked = async (
  session: Session,
  activity: OutreachActivity,
  before: string | null,
): Promise<Outcome<OutreachActivity>> => {
  const read = outreachActivitySchema.safeParse(activity)
  if (!read.success) return refused('OUTREACH_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
  if (read.data.day > today()) return refused('OUTREACH_AHEAD', { at: 'day' })
  const { categories } = (await roomRules(session)).outreach
  const { category } = read.data
  const isKnown = categories.some(({ id, retired }) => id === category && !retired) || category === before
  return isKnown ? done(read.data) : refused('CATEGORY_UNKNOWN', { at: 'category' })
}

/** 科普宣教: what was done to make psychology known, corrected by later versions only. */
export const outreachApi = (session: () => Session): OutreachApi => ({
  async outreach({ month, category }) {
    const { vault, list } = session()
    if (!vault.opens(outreachKind.domain)) throw new RoomError('NO_KEY')
    const [{ records, unreadable }, { outreach: categories }] = await Promise.all([
      list(outreachKind),
      roomRules(session()),
    ])
    const known = records.flatMap((stored) => {
      const entered = stored.value.versions.at(-1)?.activity
      return entered === undefined ? [] : [{ stored, entered }]
    })
    const inMonth = known.filter(({ entered }) => month === null || monthOf(entered.day) === month)
    return {
      activities: inMonth
        .filter(({ entered }) => category === null || entered.category === category)
        .sort((a, b) => b.entered.day.localeCompare(a.entered.day))
        .map(({ stored }) => stored),
      counts: outreachCounts(
        inMonth.flatMap(({ stored }) => outreachNow(stored.value) ?? []),
        categories,
        always,
      ),
      months: [...new Set(known.map(({ entered }) => monthOf(entered.day)))].sort().reverse(),
      categories,
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  async outreachActivity(id) {
    return {
      activity: await session().get(outreachKind, id),
      categories: (await roomRules(session())).outreach,
      staffNames: staffNames(session()),
    }
  },
  async outreachStaff() {
    return session()
      .vault.staffing.list()
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  },
  ...commands({
    async recordOutreach(activity: OutreachActivity): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      if (!vault.opens(outreachKind.domain)) return refused('NO_KEY')
      const read = await checked(session(), activity, null)
      if (!read.ok) return read
      const id = vault.drawId()
      const version = { activity: read.value, struckOut: false, because: '', by: me.id, at: now() }
      await commit([{ kind: outreachKind, id, expectedRevision: 0, value: { versions: [version] } }])
      return done({ id })
    },
    async correctOutreach({
      id,
      revision,
      activity,
      struckOut,
      because,
    }: Parameters<OutreachApi['correctOutreach']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { versions } = (await get(outreachKind, id)).value
      const why = because.trim()
      if (why.length < 2) return refused('REASON_NEEDED', { at: 'because' })
      const read = await checked(session(), activity, versions.at(-1)?.activity.category ?? null)
      if (!read.ok) return read
      const version = { activity: read.value, struckOut, because: why, by: me.id, at: now() }
      const value = { versions: [...versions, version] }
      await commit([{ kind: outreachKind, id, expectedRevision: revision, value }])
      return done(null)
    },
  }),
})
