import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClientFile } from '../../room/contract/clients.ts'
import { useFileQuery } from '../crisis/use-file-query.ts'
import { room } from '../room/room.ts'

/** The way to the clues, with how many of them wait for somebody to look into them. */
export function ClueNotice({ file }: { file: ClientFile }) {
  const { t } = useTranslation('clues')
  const { data } = useFileQuery(file, () => room.clues(file.client.id))
  const waiting = data?.clues.filter(({ clue }) => clue.value.outcome === null).length ?? 0
  return (
    <Link to={`/clients/${file.client.id}/clues`}>
      {waiting === 0 ? t('title') : t('waiting', { count: waiting })}
    </Link>
  )
}
