import { useTranslation } from 'react-i18next'
import type { ConsentPurpose } from '../../casework/consent-standing.ts'
import { useSession } from '../room/session.tsx'

/** The wording in use; older ones stay in the locale files, for consents are to the words that were read. */
export const currentConsentVersion = '2026-1'

const parts = ['what', 'why', 'who', 'exceptions', 'free'] as const
const languages = ['zh-CN', 'en'] as const

/** What was or is to be agreed to, in full and in both languages. */
export function ConsentText({ purpose, version }: { purpose: ConsentPurpose; version: string }) {
  const { t, i18n } = useTranslation('consent-texts')
  const { unit } = useSession()
  if (!i18n.exists(`${version}.${purpose}.what`, { ns: 'consent-texts' }))
    return <p>{t('unknownVersion', { version })}</p>
  return (
    <div className="consent-text">
      {languages.map((lng) => (
        <article key={lng} lang={lng}>
          <h3>{t(`${version}.${purpose}.title`, { lng })}</h3>
          {parts.map((part) => (
            <p key={part}>{t(`${version}.${purpose}.${part}`, { lng, unit: unit.name })}</p>
          ))}
        </article>
      ))}
    </div>
  )
}
