import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrivateNote } from '../../room/contract/notes.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** One private note, to read and to change; one that was sealed with earlier keys says so. */
export function PrivateNoteLine({
  note: { writtenAt, text },
  onChange,
}: {
  note: PrivateNote
  /** Null while another one is being changed. */
  onChange: (() => void) | null
}) {
  const { t } = useTranslation('notes')
  const { dateTime } = useFormatTime()
  const at = dateTime(writtenAt)
  return (
    <li>
      <span className="note-line-head">
        <span className="quiet">{at}</span>
        {text !== null && onChange !== null && (
          <Button size="small" aria-label={t('private.changeOne', { at })} onClick={onChange}>
            {t('private.change')}
          </Button>
        )}
      </span>
      {text === null ? (
        <p className="note-late">{t('private.gone')}</p>
      ) : (
        <p className={text.trim() === '' ? 'quiet' : 'note-written'}>
          {text.trim() === '' ? t('private.emptied') : text}
        </p>
      )}
    </li>
  )
}
