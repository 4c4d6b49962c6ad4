import { EyeOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WindowStanding } from '../../room/contract/windows.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useBytesText } from '../ui/bytes-text.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useWindowStanding } from './use-window-standing.ts'
import './window-banner.css'

/** Says above every page when this window only follows another one, and when something is not saved; nothing else. */
export function WindowBanner({ lock }: { lock: () => void }) {
  const standing = useWindowStanding()
  const leaves = standing?.part === 'leaves'
  useEffect(() => {
    if (leaves) lock()
  }, [leaves, lock])

  return (
    <>
      <div role="status">{standing?.part === 'reads' && <Following writer={standing.writer} />}</div>
      {standing !== null && standing.unsaved !== null && <Unsaved unsaved={standing.unsaved} />}
      {standing?.misfit === true && <Misfit />}
      {standing !== null && standing.lowSpace !== null && <LowSpace lowSpace={standing.lowSpace} />}
    </>
  )
}

function Following({ writer }: Pick<WindowStanding, 'writer'>) {
  const { t } = useTranslation('windows')
  const { time } = useFormatTime()
  return (
    <div className="window-banner">
      <EyeOutlined aria-hidden />
      <p>
        <strong>
          {writer === null
            ? t('reads.other')
            : t('reads.by', { name: writer.name, time: time(writer.since) })}
        </strong>{' '}
        {t('reads.what')}
      </p>
    </div>
  )
}

function Misfit() {
  const { t } = useTranslation('windows')
  return (
    <div className="window-banner window-unsaved" role="alert">
      <WarningOutlined aria-hidden />
      <p>
        <strong>{t('misfit.title')}</strong> {t('misfit.what')}{' '}
        <Link to="/settings/health">{t('misfit.see')}</Link>
      </p>
    </div>
  )
}

function LowSpace({ lowSpace: { left, stopped } }: { lowSpace: NonNullable<WindowStanding['lowSpace']> }) {
  const { t } = useTranslation('windows')
  const bytes = useBytesText()
  return (
    <div className="window-banner window-unsaved" role="status">
      <WarningOutlined aria-hidden />
      <p>{t(stopped ? 'space.none' : 'space.low', { free: bytes(left) })}</p>
    </div>
  )
}

function Unsaved({ unsaved }: { unsaved: NonNullable<WindowStanding['unsaved']> }) {
  const { t } = useTranslation('windows')
  const { time } = useFormatTime()
  const again = useCommand(room.trySavingAgain)
  if (unsaved.mended)
    return (
      <div className="window-banner" role="status">
        <p>
          <strong>{t('mended.title')}</strong> {t('mended.what')}
        </p>
      </div>
    )
  return (
    <div className="window-banner window-unsaved" role="alert">
      <WarningOutlined aria-hidden />
      <div>
        <p>
          <strong>{t('unsaved.title', { time: time(unsaved.since) })}</strong> {t('unsaved.what')}
        </p>
        <RefusalNotice refusal={again.refusal} />
      </div>
      <Button loading={again.running} onClick={() => void again.run()}>
        {t('unsaved.again')}
      </Button>
    </div>
  )
}
