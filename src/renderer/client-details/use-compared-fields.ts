import { useTranslation } from 'react-i18next'
import type { ClientFormValues } from '../clients/client-form-values.ts'
import type { ComparedField } from '../ui/side-by-side.tsx'
import { useTagNames } from './use-tag-names.ts'

/** The fields of the form about a client, as two states of them stand beside each other. */
export function useComparedFields(): ComparedField<ClientFormValues>[] {
  const { t } = useTranslation('clients')
  const tagName = useTagNames()
  const field = (
    name: keyof ClientFormValues & string,
    label: string,
    text: (values: ClientFormValues) => string,
  ): ComparedField<ClientFormValues> => ({ name, label, text })
  return [
    field('name', t('field.name'), ({ name }) => name ?? ''),
    field('alias', t('field.alias'), ({ alias }) => alias ?? ''),
    field('birthDate', t('field.birthDate'), ({ birthDate }) => birthDate ?? ''),
    field('sex', t('field.sex'), ({ sex }) => t(`sex.${sex ?? 'unknown'}`)),
    field('township', t('field.township'), ({ township }) => township ?? ''),
    field('phone', t('field.phone'), ({ phone }) => phone ?? ''),
    field('tags', t('field.tags'), ({ tags = [] }) => tags.map(tagName).join(t('listComma'))),
    field('guardianName', t('field.guardianName'), ({ guardianName }) => guardianName ?? ''),
    field('guardianRelation', t('field.guardianRelation'), ({ guardianRelation }) =>
      guardianRelation === undefined ? '' : t(`relation.${guardianRelation}`),
    ),
    field('guardianPhone', t('field.guardianPhone'), ({ guardianPhone }) => guardianPhone ?? ''),
  ]
}
