import type { Stored } from '../../casework/records/record.ts'
import {
  qualificationSchema,
  type StaffProfile,
  staffProfileKind,
  staffProfileSchema,
  trainingSchema,
} from '../../casework/staff/staff-profile.ts'
import { qualificationsEnding, staffCounts, trainingIn } from '../../casework/staff/staff-register.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { StaffRegisterApi } from '../contract/staff-register.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

type Given<Name extends keyof StaffRegisterApi> = Parameters<StaffRegisterApi[Name]>[0]

const mayChangeAny = ({ me }: Session): boolean =>
  me.roles.includes('supervisor') || me.roles.includes('administrator')

/** Whether somebody may add to this profile: their own, or anybody's for supervisors and administrators. */
const mayAddTo = (session: Session, { staffId }: StaffProfile): boolean =>
  mayChangeAny(session) || staffId === session.me.id

const invalid = (issues: readonly { path: readonly PropertyKey[] }[]) =>
  refused('STAFF_PROFILE_INVALID', { at: String(issues[0]?.path[0] ?? '') })

const inOrder = (profiles: readonly Stored<StaffProfile>[], day: string): Stored<StaffProfile>[] => {
  const left = ({ value: { leftOn } }: Stored<StaffProfile>) => Number(leftOn !== null && leftOn < day)
  return profiles.toSorted((a, b) => left(a) - left(b) || a.value.name.localeCompare(b.value.name, 'zh-CN'))
}

/** 人员台账: who works with the room, what they are qualified for, and how they were trained. */
export const staffRegisterApi = (session: () => Session): StaffRegisterApi => {
  /** Adds to a profile, for whoever may. */
  const added = async (
    { id, revision }: { id: string; revision: number },
    add: (profile: StaffProfile, entered: { by: string; at: string }) => Outcome<StaffProfile>,
  ): Promise<Outcome<null>> => {
    const { me, get, commit } = session()
    const { value } = await get(staffProfileKind, id)
    if (!mayAddTo(session(), value)) return refused('NOT_YOUR_PROFILE')
    const after = add(value, { by: me.id, at: now() })
    if (!after.ok) return after
    const read = staffProfileSchema.safeParse(after.value)
    if (!read.success) return invalid(read.error.issues)
    await commit([{ kind: staffProfileKind, id, expectedRevision: revision, value: read.data }])
    return done(null)
  }

  return {
    async staffRegister(year) {
      const { vault, list } = session()
      if (!vault.opens(staffProfileKind.domain)) throw new RoomError('NO_KEY')
      const [{ records, unreadable }, { working }] = await Promise.all([
        list(staffProfileKind),
        roomRules(session()),
      ])
      const day = today()
      const people = inOrder(records, day).map((profile) => ({
        profile,
        training: trainingIn(year, profile.value, working),
        mayAdd: mayAddTo(session(), profile.value),
      }))
      const trained = records.flatMap(({ value }) => value.training.map((one) => Number(one.day.slice(0, 4))))
      const taken = new Set(records.flatMap(({ value }) => value.staffId ?? []))
      return {
        people,
        hours: people.reduce((sum, { training }) => sum + training.hours, 0),
        wanted: working.trainingHoursPerYear,
        years: [...new Set([Number(day.slice(0, 4)), ...trained])].sort((a, b) => b - a),
        ending: qualificationsEnding(records, day, working),
        counts: staffCounts(
          records.map(({ value }) => value),
          day,
        ),
        mayChange: mayChangeAny(session()),
        withoutProfile: vault.staffing
          .list()
          .filter(({ id }) => !taken.has(id))
          .map(({ id, name }) => ({ id, name })),
        staffNames: staffNames(session()),
        unreadable,
      }
    },
    ...commands({
      async saveStaffProfile({
        id,
        revision,
        entry,
      }: Given<'saveStaffProfile'>): Promise<Outcome<{ id: string }>> {
        const { vault, get, list, commit } = session()
        if (!mayChangeAny(session())) return refused('NOT_SUPERVISOR')
        const kept = id === null ? null : (await get(staffProfileKind, id)).value
        const { records } = await list(staffProfileKind)
        const { staffId } = entry
        if (staffId !== null && records.some((one) => one.id !== id && one.value.staffId === staffId))
          return refused('ACCOUNT_TAKEN', { at: 'staffId' })
        const { qualifications = [], training = [], struckOut = [] } = kept ?? {}
        const read = staffProfileSchema.safeParse({ ...entry, qualifications, training, struckOut })
        if (!read.success) return invalid(read.error.issues)
        const saved = id ?? vault.drawId()
        await commit([{ kind: staffProfileKind, id: saved, expectedRevision: revision, value: read.data }])
        return done({ id: saved })
      },
      addQualification: async ({ qualification, ...which }: Given<'addQualification'>) =>
        added(which, (profile, entered) => {
          const read = qualificationSchema.safeParse(qualification)
          if (!read.success) return invalid(read.error.issues)
          return done({
            ...profile,
            qualifications: [...profile.qualifications, { ...read.data, ...entered }],
          })
        }),
      addTraining: async ({ training, ...which }: Given<'addTraining'>) =>
        added(which, (profile, entered) => {
          const read = trainingSchema.safeParse(training)
          if (!read.success) return invalid(read.error.issues)
          if (read.data.day > today()) return refused('TRAINING_AHEAD', { at: 'day' })
          return done({ ...profile, training: [...profile.training, { ...read.data, ...entered }] })
        }),
      strikeOutLine: async ({ line, because, ...which }: Given<'strikeOutLine'>) =>
        added(which, (profile, entered) => {
          const why = because.trim()
          if (why.length < 2) return refused('REASON_NEEDED', { at: 'because' })
          const { list, place } = line
          if (profile[list][place] === undefined) return refused('STAFF_PROFILE_INVALID', { at: 'place' })
          const struck = { list, place, because: why, ...entered }
          return done({ ...profile, struckOut: [...profile.struckOut, struck] })
        }),
    }),
  }
}
