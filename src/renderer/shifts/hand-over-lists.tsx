import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ResponseLevel } from '../../casework/crisis/response-level.ts'
import type { HandOverLists as Lists } from '../../casework/shifts/compose-hand-over.ts'
import { type HandOverItem, handOverLists } from '../../casework/shifts/hand-over-sheet.ts'
import type { CrisisFiles } from '../../room/contract/shifts.ts'
import { useFormatTime } from '../ui/format-time.ts'

const shapes: Record<ResponseLevel, string> = { atOnce: '●', today: '◐', planned: '○' }

/** What is passed on, list by list: by number alone, and by when. */
export function HandOverLists({ lists, files }: { lists: Lists; files: CrisisFiles }) {
  const { t } = useTranslation('shifts')
  const base = useId()
  return handOverLists.map((list) => (
    <section key={list} aria-labelledby={`${base}${list}`}>
      <h3 id={`${base}${list}`}>{t(`list.${list}.title`, { count: lists[list].length })}</h3>
      {lists[list].length === 0 ? (
        <p className="quiet">{t(`list.${list}.none`)}</p>
      ) : (
        <table className="hand-over-list" aria-label={t(`list.${list}.label`)}>
          <thead>
            <tr>
              <th scope="col">{t('list.number')}</th>
              <th scope="col">{t(`list.${list}.at`)}</th>
              <th scope="col">{t('list.level')}</th>
            </tr>
          </thead>
          <tbody>
            {lists[list].map((item) => (
              <Item key={`${item.of} ${item.record} ${item.at}`} item={item} files={files} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  ))
}

function Item({
  item: { of, record, number, at, level },
  files,
}: {
  item: HandOverItem
  files: CrisisFiles
}) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const file = files[record]
  return (
    <tr>
      <th scope="row">
        {of === 'call' && (
          <Link to={`/hotline/${record}`}>{number === '' ? t('list.someCall') : number}</Link>
        )}
        {of === 'crisis' && file === undefined && t('list.someFile')}
        {of === 'crisis' && file !== undefined && (
          <Link to={`/clients/${file.clientId}/crisis/${record}`}>
            {t('list.file', { number: file.fileNumber })}
          </Link>
        )}
      </th>
      <td>{dayTime(at)}</td>
      <td>
        {level === null ? (
          t('list.noLevel')
        ) : (
          <span className={`hand-over-level-${level}`}>
            <span aria-hidden>{shapes[level]}</span> {t(`hotline:responseLevel.${level}`)}
          </span>
        )}
      </td>
    </tr>
  )
}
