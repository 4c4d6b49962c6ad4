import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BackupStanding } from '../../room/contract/backup.ts'
import type { Health } from '../../room/contract/health.ts'
import { desktop } from '../bridge/desktop.ts'
import { useQuery } from '../room/use-query.ts'
import { useBytesText } from '../ui/bytes-text.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** A short list of what is what. */
function Facts({ title, facts }: { title: string; facts: readonly [name: string, fact: ReactNode][] }) {
  return (
    <section className="panel">
      <h2 className="panel-title">{title}</h2>
      <dl className="health-facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Whether all is there, and how far the second copy has come. */
export function CopyFacts({ health: { saves, savedAt, counted, copy } }: { health: Health }) {
  const { t } = useTranslation('health')
  const { dayTime } = useFormatTime()
  const result =
    counted === null
      ? t('whole.counting')
      : t(counted.complete ? 'whole.complete' : 'whole.misfit', { time: dayTime(counted.at) })
  return (
    <Facts
      title={t('whole.title')}
      facts={[
        [t('whole.last'), savedAt === '' ? '–' : t('whole.save', { saves, time: dayTime(savedAt) })],
        [t('whole.result'), result],
        [t('copy.where'), t(`copy.${copy.where}`)],
        [t('copy.upTo'), t(copy.saves < saves ? 'copy.behind' : 'copy.level', { saves: copy.saves })],
        [
          t('copy.snapshot'),
          copy.snapshot === null ? t('copy.noSnapshot') : t('copy.snapshotAt', { saves: copy.snapshot }),
        ],
      ]}
    />
  )
}

/** When the last backup was made and tried, with the way to where more is said. */
export function BackupFacts({ standing: { state, last } }: { standing: BackupStanding }) {
  const { t } = useTranslation('health')
  const { dayTime } = useFormatTime()
  const drill = last?.value.drill ?? null
  return (
    <Facts
      title={t('backup.title')}
      facts={[
        [t('backup.last'), last === null ? t('backup.none') : dayTime(last.value.madeAt)],
        [t('backup.drill'), drill?.refusal === null ? dayTime(drill.at) : t('backup.notDrilled')],
        [
          t('backup.state'),
          <Link key="state" to="/settings/backup">
            {t(`backup.${state}`)}
          </Link>,
        ],
      ]}
    />
  )
}

/** What the records are on. */
export function MachineFacts({ health: { space, layout } }: { health: Health }) {
  const { t } = useTranslation('health')
  const bytes = useBytesText()
  const { data: edition } = useQuery(() => desktop.edition(), [])
  return (
    <Facts
      title={t('machine.title')}
      facts={[
        [t('machine.space'), space.left === null ? t('machine.spaceUnknown') : bytes(space.left)],
        [t('machine.durability'), t('machine.strict')],
        [t('machine.persisted'), t(space.persisted ? 'machine.isPersisted' : 'machine.notPersisted')],
        [
          t('machine.version'),
          edition === null ? '–' : t(`machine.${edition.kind}`, { version: edition.version, layout }),
        ],
      ]}
    />
  )
}
