import { useTranslation } from 'react-i18next'
import { desktop } from '../bridge/desktop.ts'
import { useQuery } from '../room/use-query.ts'

/** Where the data is, and which program this is. */
export function Foot() {
  const { t } = useTranslation('app')
  const { data: edition } = useQuery(() => desktop.edition(), [])
  return (
    <footer className="frame-foot">
      <span>{t('foot.here')}</span>
      <span>{t('foot.offline')}</span>
      {edition !== null && <span>{t(`foot.${edition.kind}`, { version: edition.version })}</span>}
    </footer>
  )
}
