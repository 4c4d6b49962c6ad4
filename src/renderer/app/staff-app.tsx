import { Button, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import type { GuardedAction } from '../../room/contract/access.ts'
import { FirstStart } from '../access/first-start.tsx'
import { Locked } from '../access/locked.tsx'
import { useLanguage } from '../locale/locale.ts'
import { NewerRecords } from '../recovery/newer-records.tsx'
import { Recovery } from '../recovery/recovery.tsx'
import { room, roomBroken } from '../room/room.ts'
import { type Session, SessionProvider } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { pageNonce } from '../style-nonce.ts'
import { ConfirmMe } from '../ui/confirm-me.tsx'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { atLock } from './before-lock.ts'
import { createStaffRouter } from './router.tsx'
import { useShade } from './shade.ts'
import { themes } from './theme.ts'
import './base.css'

/** The staff window: one look, one language, and the screen for where this installation stands. */
export function StaffApp() {
  const [language] = useLanguage()
  const [shade] = useShade()
  return (
    <ConfigProvider
      theme={themes[shade]}
      locale={language === 'zh-CN' ? zhCN : enUS}
      csp={{ nonce: pageNonce }}
      button={{ autoInsertSpace: false }}
      virtual={false}
      // What is missing may stand above what a form that long shows beside its button.
      form={{ scrollToFirstError: { block: 'center', focus: true } }}
    >
      <Standing />
    </ConfigProvider>
  )
}

function Standing() {
  const { t } = useTranslation('app')
  const { data: standing, failed, again } = useQuery(() => Promise.race([room.phase(), roomBroken]), [])
  if (failed !== null)
    return (
      <Doorway title={t('notStarted')}>
        <RefusalNotice refusal={failed} />
        <Button type="primary" onClick={again}>
          {t('tryAgain')}
        </Button>
      </Doorway>
    )
  if (standing === null) return null
  switch (standing.phase) {
    case 'new':
      return <FirstStart onOpen={again} />
    case 'newer':
      return <NewerRecords onRetry={again} />
    case 'recovery':
      return <Recovery standing={standing} onDone={again} />
    case 'locked':
      return <Locked standing={standing} onOpen={again} />
    case 'open':
      return <Open session={standing} />
  }
}

/** Whoever signs in wants to see their day first: the one worker that would make a backup also reads the records. */
const backUpAfter = 20_000

/** Makes a backup in the background when one is due, and at the close of work. */
const backUpByItself = () => {
  const begin = setTimeout(() => void room.backUpIfDue('unlock').catch(() => undefined), backUpAfter)
  const forget = atLock(() => room.backUpIfDue('lock'))
  return () => {
    clearTimeout(begin)
    forget()
  }
}

/** The kind of action comes back as the room named it. */
const showItIsMe = (passphrase: string, action: string) => room.confirmMe(passphrase, action as GuardedAction)

function Open({ session }: { session: Session }) {
  const [router] = useState(createStaffRouter)
  useEffect(backUpByItself, [])
  return (
    <SessionProvider value={session}>
      <ConfirmMe name={session.me.name} confirm={showItIsMe}>
        <RouterProvider router={router} />
      </ConfirmMe>
    </SessionProvider>
  )
}
