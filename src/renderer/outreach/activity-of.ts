import type { OutreachActivity } from '../../casework/activities/outreach.ts'

/** An activity as it stands in a form: numbers that nobody typed are null. */
export type OutreachFormFields = Partial<Omit<OutreachActivity, 'audience' | 'materials' | 'volunteers'>> &
  Pick<OutreachActivity, 'form' | 'staff'> & {
    audience?: number | null
    materials?: number | null
    volunteers?: number | null
  }

/** What is saved of a form. */
export const activityOf = (fields: OutreachFormFields): OutreachActivity => ({
  title: fields.title ?? '',
  day: fields.day ?? '',
  category: fields.category ?? '',
  form: fields.form,
  place: fields.place ?? '',
  forWhom: fields.forWhom ?? '',
  audience: fields.audience ?? 0,
  materials: fields.materials ?? 0,
  materialNames: fields.materialNames ?? '',
  staff: fields.staff,
  volunteers: fields.volunteers ?? 0,
  note: fields.note ?? '',
})
