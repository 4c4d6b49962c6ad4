import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { purposesInForce } from '../../casework/consent-standing.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { TierMark } from './tier-mark.tsx'

/** Whose file this is. The name can be hidden from somebody looking over the shoulder. */
export function ClientHeader({ file }: { file: ClientFile }) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const [nameHidden, setNameHidden] = useState(false)
  const { client, age, standing, consents } = file
  const { fileNumber, name, sex, township } = client.value
  const agreed = purposesInForce(consents.map(({ value }) => value))

  return (
    <header className="client-header">
      <Link to="/clients">{t('caseload.title')}</Link>
      <div className="client-who">
        <h1>
          <span>{fileNumber}</span> <span>{nameHidden ? t('header.hidden') : name}</span>
        </h1>
        <Button
          type="text"
          size="small"
          icon={nameHidden ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
          aria-label={t(nameHidden ? 'header.showName' : 'header.hideName')}
          onClick={() => setNameHidden(!nameHidden)}
        />
        <ul className="client-facts">
          <li>{age === null ? t('header.ageUnknown') : t('header.age', { age })}</li>
          <li>{t(`sex.${sex ?? 'unknown'}`)}</li>
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
        </ul>
      </div>
    </header>
  )
}
