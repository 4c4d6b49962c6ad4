import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { purposesInForce } from '../../casework/consents/consent-standing.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { FileState } from '../closure/file-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { NameEye } from './name-eye.tsx'
import { useShownName } from './shown-names.ts'
import { TierMark } from './tier-mark.tsx'

/** Whose file this is: the file number stands for them until somebody asks for the name. */
export function ClientHeader({ file }: { file: ClientFile }) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const { client, age, standing, consents } = file
  const { fileNumber, sex, township } = client.value
  const name = useShownName(client.id)
  const agreed = purposesInForce(consents.map(({ value }) => value))

  return (
    <header className="client-header">
      <Link to="/clients">{t('caseload.title')}</Link>
      <div className="client-who">
        <h1>
          <span>{fileNumber}</span> {name !== null && <span>{name}</span>}
        </h1>
        <NameEye clientId={client.id} fileNumber={fileNumber} />
        <FileState file={file} />
        <ul className="client-facts">
          <li>{age === null ? t('header.ageUnknown') : t('header.age', { age })}</li>
          <li>{t(sex === null ? 'header.sexUnknown' : `sex.${sex}`)}</li>
          {township !== null && <li>{t('header.township', { township })}</li>}
          <li>
            <TierMark tier={standing?.tier ?? null} />
            {standing !== null && (
              <span className={standing.overdue ? 'client-overdue' : 'client-review'}>
                {t(standing.overdue ? 'header.overdueSince' : 'header.reviewBy', {
                  day: day(standing.reviewBy),
                })}
              </span>
            )}
          </li>
          <li>
            {agreed.length === 0
              ? t('header.noConsent')
              : t('header.consent', {
                  purposes: agreed.map((purpose) => t(`purpose.${purpose}`)).join(t('listComma')),
                })}
          </li>
          <li>
            <Link to={`/clients/${client.id}/crisis`}>{t('header.crisis')}</Link>
          </li>
        </ul>
      </div>
    </header>
  )
}
