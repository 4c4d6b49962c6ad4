import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BadRow } from '../../room/contract/client-list.ts'
import { BadRows } from './bad-rows.tsx'

/** What came of a list. */
export interface Imported {
  added: number
  known: number
  badRows: BadRow[]
}

/** Who was registered, who was there already, and which rows are still to be put right. */
export function ListTakenIn({ imported: { added, known, badRows } }: { imported: Imported }) {
  const { t } = useTranslation('client-list')
  return (
    <>
      <section className="panel">
        <p role="status">
          {t('done.added', { count: added })} {known > 0 && t('done.known', { count: known })}{' '}
          {badRows.length > 0 && t('done.bad', { count: badRows.length })}
        </p>
        <Link to="/clients">{t('done.toCaseload')}</Link>
      </section>
      {badRows.length > 0 && <BadRows rows={badRows} />}
    </>
  )
}
