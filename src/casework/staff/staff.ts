import { z } from 'zod'

/** What a member of staff does here; each role holds its own set of keys. */
export const roles = ['counsellor', 'supervisor', 'hotline', 'administrator', 'coordinator'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Someone who can sign in. `name` stands on the lock screen. */
export interface StaffMember {
  id: string
  name: string
  roles: Role[]
}
