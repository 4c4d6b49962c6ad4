import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../casework/clients/client.ts'
import type { Stored } from '../../casework/records/record.ts'
import { ClientName } from '../clients/client-name.tsx'
import { useShownName } from '../clients/shown-names.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useTagNames } from './use-tag-names.ts'

/** What is known of a client. Whatever would tell who they are stands there only once the name was asked for. */
export function DetailsList({ client: { id, value }, age }: { client: Stored<Client>; age: number | null }) {
  const { t } = useTranslation(['client-details', 'clients'])
  const { day } = useFormatTime()
  const named = useShownName(id) !== null
  const tagName = useTagNames()
  const { fileNumber, alias, birthDate, sex, township, phone, tags = [], guardian, registeredAt } = value
  const hidden = (text: string | null | undefined): ReactNode =>
    text == null ? t('unknown') : named ? text : t('hidden')
  const lines: [string, ReactNode][] = [
    [t('line.who'), <ClientName key="who" clientId={id} fileNumber={fileNumber} />],
    [t('line.alias'), hidden(alias)],
    [
      t('line.birthDate'),
      birthDate === null ? t('unknown') : `${day(birthDate)}${age === null ? '' : ` · ${t('age', { age })}`}`,
    ],
    [t('line.sex'), t(`clients:sex.${sex ?? 'unknown'}`)],
    [t('line.township'), township ?? t('unknown')],
    [t('line.phone'), hidden(phone)],
    [t('line.tags'), tags.length === 0 ? t('none') : tags.map(tagName).join(t('clients:listComma'))],
    [
      t('line.guardian'),
      guardian === undefined
        ? t('none')
        : [
            hidden(guardian.name),
            ...(guardian.relation === null ? [] : [t(`clients:relation.${guardian.relation}`)]),
            ...(guardian.phone === null ? [] : [hidden(guardian.phone)]),
          ].join(' · '),
    ],
    [t('line.registered'), day(registeredAt)],
  ]
  return (
    <dl className="details-list">
      {lines.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
