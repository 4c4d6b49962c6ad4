import { useTranslation } from 'react-i18next'
import type { ConsentPurpose, ConsentReader } from '../../casework/consents/consent.ts'
import { consentText, type ConsentText as Text } from '../../casework/consents/consent-texts.ts'
import type { Language } from '../../casework/records/values.ts'
import { useLanguage } from '../locale/locale.ts'
import { useSession } from '../room/session.tsx'
import { consentTexts } from './consent-texts.ts'

/** What was or is to be agreed to, in full; in the language of the screen, and folded in the other. */
export function ConsentText({
  purpose,
  reader,
  version,
}: {
  purpose: ConsentPurpose
  /** Whom it speaks to. */
  reader: ConsentReader
  version: string
}) {
  const { t } = useTranslation('clients')
  const [language] = useLanguage()
  const { unit } = useSession()
  const wordedIn = (one: Language) =>
    consentText(consentTexts, { version, purpose, reader, language: one }, { unit: unit.name, contact: null })
  const other = language === 'en' ? 'zh-CN' : 'en'
  const [own, others] = [wordedIn(language), wordedIn(other)]
  if (own === null || others === null) return <p>{t('consent.unknownVersion', { version })}</p>
  return (
    <div className="consent-text">
      <Words text={own} language={language} />
      <details>
        <summary>{t('consent.otherLanguage')}</summary>
        <Words text={others} language={other} />
      </details>
    </div>
  )
}

function Words({ text: { title, parts }, language }: { text: Text; language: Language }) {
  return (
    <article lang={language}>
      <h3>{title}</h3>
      {parts.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </article>
  )
}
