import type { Client } from '../../casework/clients/client.ts'
import type { GuardianRelation } from '../../casework/clients/guardian.ts'
import type { ClientDraft } from '../../room/contract/clients.ts'

/** What stands in the form about a client; everything is text, for a form knows no null. */
export interface ClientFormValues {
  name?: string
  alias?: string
  birthDate?: string
  sex?: 'female' | 'male' | 'unknown'
  township?: string
  phone?: string
  tags?: string[]
  guardianName?: string
  guardianRelation?: GuardianRelation
  guardianPhone?: string
}

const orNull = (text: string | undefined): string | null => text?.trim() || null

/** What is saved of a form. */
export function draftOf(values: ClientFormValues): ClientDraft {
  const { name, alias, birthDate, sex, township, phone, tags = [], ...guardian } = values
  const otherName = orNull(alias)
  const guardianName = orNull(guardian.guardianName)
  return {
    name: orNull(name),
    ...(otherName === null ? {} : { alias: otherName }),
    birthDate: orNull(birthDate),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    township: orNull(township),
    phone: orNull(phone),
    ...(tags.length === 0 ? {} : { tags }),
    ...(guardianName === null
      ? {}
      : {
          guardian: {
            name: guardianName,
            relation: guardian.guardianRelation ?? null,
            phone: orNull(guardian.guardianPhone),
          },
        }),
  }
}

/** What a form shows of a client. */
export const formValuesOf = ({
  name,
  alias,
  birthDate,
  sex,
  township,
  phone,
  tags,
  guardian,
}: ClientDraft | Client): ClientFormValues => ({
  name: name ?? '',
  alias: alias ?? '',
  birthDate: birthDate ?? '',
  sex: sex ?? 'unknown',
  township: township ?? '',
  phone: phone ?? '',
  tags: tags ?? [],
  guardianName: guardian?.name ?? '',
  ...(guardian?.relation == null ? {} : { guardianRelation: guardian.relation }),
  guardianPhone: guardian?.phone ?? '',
})
