import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { type ConsentPurpose, consentPurposes } from '../../casework/consents/consent.ts'
import { consentText } from '../../casework/consents/consent-texts.ts'
import { readerFor } from '../../casework/consents/who-consents.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { consentTexts } from '../clients/consent-texts.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { useLanguage } from '../locale/locale.ts'
import { useSession } from '../room/session.tsx'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './consent-sheet.css'

/** The wording for one purpose on paper, in large print if wanted: to be read at home, to be signed. */
export function ConsentSheetPage() {
  const { purpose } = useParams()
  const known = consentPurposes.find((one) => one === purpose)
  return known === undefined ? (
    <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  ) : (
    <ConsentSheet purpose={known} />
  )
}

const byGuardian = ['child', 'guardian', 'relation', 'day'] as const
const byClient = ['self', 'guardianIfNeeded', 'day'] as const

function ConsentSheet({ purpose }: { purpose: ConsentPurpose }) {
  const { t } = useTranslation('consents')
  const [language] = useLanguage()
  const { unit } = useSession()
  const { file } = useClientOnShow()
  const [large, setLarge] = useState(false)
  const { id, value } = file.client
  const reader = readerFor(file.age)
  const version = consentTexts.current
  const text = consentText(
    consentTexts,
    { version, purpose, reader, language },
    { unit: unit.name, contact: null },
  )
  return (
    <Page
      title={t('sheet.title')}
      lead={t('sheet.lead')}
      actions={
        <>
          <Checkbox checked={large} onChange={({ target }) => setLarge(target.checked)}>
            {t('sheet.large')}
          </Checkbox>
          <PrintOfClient clientId={id} what="consent" />
          <Link to={`/clients/${id}/consent`}>{t('sheet.back')}</Link>
        </>
      }
    >
      <A4Sheet label={t('sheet.title')}>
        <div className={large ? 'consent-sheet consent-sheet-large' : 'consent-sheet'}>
          <h2>{text?.title}</h2>
          {text?.parts.map((part) => (
            <p key={part.text}>{part.text}</p>
          ))}
          <div className="consent-signed a4-whole">
            {purpose === 'referral' && <p>{t('sheet.line.recipient')}</p>}
            <p>{t('sheet.choice')}</p>
            {(reader === 'guardian' ? byGuardian : byClient).map((line) => (
              <p key={line}>{t(`sheet.line.${line}`)}</p>
            ))}
          </div>
          <p className="a4-sheet-small">{t('sheet.foot', { fileNumber: value.fileNumber, version })}</p>
        </div>
      </A4Sheet>
    </Page>
  )
}
