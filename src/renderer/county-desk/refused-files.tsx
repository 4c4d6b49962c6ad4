import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedFile } from '../../room/contract/county-desk.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Files that were not taken in, each with its reason. */
export function RefusedFiles({ files }: { files: readonly RefusedFile[] }) {
  const { t } = useTranslation('county-desk')
  const refusalText = useRefusalText()
  const { dayTime } = useFormatTime()
  const title = useId()
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('refused.title')}
      </h2>
      {files.length === 0 ? (
        <p className="county-quiet">{t('refused.none')}</p>
      ) : (
        <table className="county-table">
          <thead>
            <tr>
              <th scope="col">{t('refused.file')}</th>
              <th scope="col">{t('refused.at')}</th>
              <th scope="col">{t('refused.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, code, at }) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">{name}</th>
                <td>{dayTime(at)}</td>
                <td>{refusalText({ code })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
