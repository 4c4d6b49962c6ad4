import { Button, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { Choice } from './choice.tsx'
import { DemoReady } from './demo-ready.tsx'
import { countyDrawing, demoDrawing, roomDrawing } from './drawings.tsx'
import './access.css'

/** The first screen of all: three ways to begin. */
export function Welcome({
  onChoose,
  onOpen,
  onDemo,
  onRestore,
}: {
  onChoose: (kind: SetUp['kind']) => void
  onOpen: () => void
  /** Instead of making a demonstration. */
  onDemo?: (() => void) | undefined
  onRestore: () => void
}) {
  const { t } = useTranslation('access')
  const [language] = useLanguage()
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const demo = useCommand(() => room.tryDemo(language))

  const tryDemo = async () => {
    const made = await demo.run()
    if (made !== null) setPassphrase(made.value.passphrase)
  }

  if (passphrase !== null) return <DemoReady passphrase={passphrase} onOpen={onOpen} />

  return (
    <Doorway title={t('welcome.title')} lead={t('welcome.lead')} width="wide">
      <div className="choices">
        <Choice
          drawing={roomDrawing}
          title={t('welcome.room')}
          text={t('welcome.roomText')}
          disabled={demo.running}
          onChoose={() => onChoose('room')}
        />
        <Choice
          drawing={countyDrawing}
          title={t('welcome.county')}
          text={t('welcome.countyText')}
          disabled={demo.running}
          onChoose={() => onChoose('county')}
        />
        <Choice
          drawing={demoDrawing}
          title={t('welcome.demo')}
          text={t('welcome.demoText')}
          busy={demo.running}
          disabled={demo.running}
          onChoose={onDemo ?? (() => void tryDemo())}
        />
      </div>
      <p role="status" className="welcome-status">
        {demo.running && (
          <>
            <Spin size="small" /> {t('welcome.makingDemo')}
          </>
        )}
      </p>
      <RefusalNotice refusal={demo.refusal} />
      <p className="welcome-restore">
        <Button type="link" disabled={demo.running} onClick={onRestore}>
          {t('welcome.restore')}
        </Button>
      </p>
      <p className="welcome-promise">{t('welcome.promise')}</p>
    </Doorway>
  )
}
