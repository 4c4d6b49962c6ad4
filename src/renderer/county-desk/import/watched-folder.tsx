import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedFiles } from '../../../bridge/desktop-api.ts'
import { desktop } from '../../bridge/desktop.ts'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'

const lookEvery = 5_000

/** In the desktop edition: a folder whose new files are read by themselves while this page is open. They are still accepted by hand. */
export function WatchedFolder({
  extensions,
  maxBytes,
  isFree,
  onFiles,
}: {
  extensions: string[]
  maxBytes: number
  /** Nothing else lies on the desk. */
  isFree: boolean
  onFiles: (files: OfferedFiles) => void
}) {
  const { t } = useTranslation('county-import')
  const { data: edition } = useQuery(() => desktop.edition(), [])
  const [folder, setFolder] = useState<string | null>(null)
  const watch = useCommand(() => desktop.watchFolder(extensions, maxBytes))
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (folder === null || !isFree) return undefined
    const look = async () => {
      const found = await desktop.watchedFiles()
      if (found.ok && found.value !== null) latest.current(found.value)
    }
    const looking = setInterval(() => void look(), lookEvery)
    return () => clearInterval(looking)
  }, [folder, isFree])
  if (edition?.kind !== 'desktop') return null
  const choose = async () => {
    const chosen = await watch.run()
    if (chosen !== null && chosen.value !== null) setFolder(chosen.value)
  }
  return (
    <section className="panel county-watch" aria-label={t('watch.label')}>
      <p role="status">{folder === null ? t('watch.none') : t('watch.on', { folder })}</p>
      <Button loading={watch.running} onClick={() => void choose()}>
        {t(folder === null ? 'watch.choose' : 'watch.other')}
      </Button>
      <RefusalNotice refusal={watch.refusal} />
    </section>
  )
}
