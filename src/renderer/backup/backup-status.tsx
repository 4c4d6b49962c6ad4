import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { BackupStanding } from '../../room/contract/backup.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { useFormatTime } from '../ui/format-time.ts'

const icons = {
  good: <CheckCircleOutlined aria-hidden />,
  late: <ClockCircleOutlined aria-hidden />,
  overdue: <WarningOutlined aria-hidden />,
}

/** Days after which a copy away from this computer is asked for. */
const awayAfter = 31
const dayLength = 86_400_000

const hasCopyAway = ({ backups }: BackupStanding): boolean =>
  backups.some(
    ({ value }) =>
      value.where !== 'computer' &&
      value.verifiedAt !== null &&
      Date.now() - Date.parse(value.madeAt) < awayAfter * dayLength,
  )

/** In one sentence: from when everything could be brought back. */
export function BackupStatus({ standing }: { standing: BackupStanding }) {
  const { t } = useTranslation('backup')
  const { dateTime } = useFormatTime()
  const refusalText = useRefusalText()
  const { state, last, days, failed } = standing
  const when = last === null ? '' : dateTime(last.value.madeAt)
  const sentence =
    last === null || days === null ? t('state.none') : t(`state.${state}`, { when, count: days })
  return (
    <section className={`panel backup-status backup-${state}`} aria-labelledby="backup-status">
      <h2 className="backup-sentence" id="backup-status">
        {icons[state]}
        <span className="backup-word">{t(`word.${state}`)}</span>
        {sentence}
      </h2>
      {failed !== null && (
        <p>
          {t('state.failed', { when: dateTime(failed.value.madeAt) })}{' '}
          {refusalText({ code: failed.value.refusal ?? 'UNEXPECTED' })}
        </p>
      )}
      {last !== null && (
        <p className="quiet">
          {last.value.drill?.refusal === null
            ? t('state.drilled', { when: dateTime(last.value.drill.at), rows: last.value.drill.rows })
            : t('state.notDrilled')}
        </p>
      )}
      {!hasCopyAway(standing) && <p className="backup-away">{t('state.noneAway')}</p>}
    </section>
  )
}
