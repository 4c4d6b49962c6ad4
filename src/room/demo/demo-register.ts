import type { Language } from '../../casework/records/values.ts'
import { type StaffProfile, staffProfileKind } from '../../casework/staff/staff-profile.ts'
import { addDays } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { activityWords } from './activity-words.ts'

/** Who works with the demonstration's room: the two who sign in, a volunteer and a supervisor from outside. */
export const demoRegister = (
  vault: Pick<OpenVault, 'drawId' | 'staff' | 'staffing'>,
  language: Language,
): Change[] => {
  const said = activityWords[language]
  const entered = { by: vault.staff.id, at: now() }
  const ago = (days: number) => addDays(today(), -days)
  const qualification = (title: string, until: string | null) => ({
    title,
    issuedBy: said.issuer,
    day: ago(900),
    until,
    ...entered,
  })
  const training = (place: number, daysAgo: number, quarterHours: number) => ({
    day: ago(daysAgo),
    title: said.trainings[place] ?? '',
    quarterHours,
    supervision: place === 1,
    ...entered,
  })
  const profile = (more: Partial<StaffProfile>): StaffProfile => ({
    name: '',
    staffId: null,
    employment: 'fullTime',
    crisisTeam: false,
    supervises: false,
    qualifications: [],
    training: [],
    struckOut: [],
    note: '',
    leftOn: null,
    ...more,
  })
  const accounts = vault.staffing.list().map(({ id, name }) =>
    profile({
      name,
      staffId: id,
      crisisTeam: true,
      supervises: id === vault.staff.id,
      qualifications:
        id === vault.staff.id
          ? [qualification(said.counsellorTitle, addDays(today(), 45))]
          : [qualification(said.hotlineTitle, null)],
      training: [training(0, 20, 64), training(1, 34, 6), training(2, 70, 16), training(0, 410, 48)],
      struckOut: [{ list: 'training', place: 2, because: said.twice, ...entered }],
    }),
  )
  const others = [
    profile({ name: said.volunteer, employment: 'volunteer', training: [training(2, 15, 13)] }),
    profile({
      name: said.outside,
      employment: 'external',
      supervises: true,
      qualifications: [qualification(said.counsellorTitle, ago(12))],
    }),
  ]
  return [...accounts, ...others].map((value) => ({
    kind: staffProfileKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value,
  }))
}
