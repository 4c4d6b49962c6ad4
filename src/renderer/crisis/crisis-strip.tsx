import { useTranslation } from 'react-i18next'
import { Link, useMatch } from 'react-router'
import type { ClientFile } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useEpisodes } from './use-episodes.ts'
import { useNextText } from './use-next-text.ts'
import './crisis-strip.css'

/** An open crisis stands in red above every page of the file, with who is responsible and what is next. */
export function CrisisStrip({ file }: { file: ClientFile }) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const { data, failed } = useEpisodes(file)
  const nextText = useNextText(data?.staffNames ?? {})
  const onItsPage = useMatch('/clients/:clientId/crisis/:episodeId')?.params.episodeId
  if (failed !== null) return <RefusalNotice refusal={failed} />
  const open = data?.episodes.filter(({ standing }) => standing.state !== 'closed') ?? []
  const nameOf = (id: string) => data?.staffNames[id] ?? t('somebody')
  return open.map((onShow) => {
    const { id, value } = onShow.episode
    const { responsible, handedTo, level } = onShow.standing
    const next = nextText(onShow)
    return (
      <section key={id} className="crisis-strip" aria-label={t('strip.label')}>
        <ul>
          <li>
            <strong>
              <span aria-hidden>▲</span> {t('strip.since', { at: dayTime(value.openedAt) })}
            </strong>
          </li>
          <li>{level === null ? t('level.none') : t('strip.level', { level: t(`level.${level}`) })}</li>
          <li>
            {handedTo === null
              ? t('strip.who', { who: nameOf(responsible) })
              : t('strip.handing', { who: nameOf(handedTo) })}
          </li>
          {next !== null && <li>{next}</li>}
        </ul>
        {onItsPage !== id && <Link to={`/clients/${file.client.id}/crisis/${id}`}>{t('strip.act')}</Link>}
      </section>
    )
  })
}
