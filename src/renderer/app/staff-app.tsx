import { Button, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { FirstStart } from '../access/first-start.tsx'
import { Locked } from '../access/locked.tsx'
import { useLanguage } from '../locale/locale.ts'
import { room, roomBroken } from '../room/room.ts'
import { type Session, SessionProvider } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { pageNonce } from '../style-nonce.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { createStaffRouter } from './router.tsx'
import { theme } from './theme.ts'
import './base.css'

/** The staff window: one look, one language, and the screen for where this installation stands. */
export function StaffApp() {
  const [language] = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh-CN' ? zhCN : enUS}
      csp={{ nonce: pageNonce }}
      button={{ autoInsertSpace: false }}
      virtual={false}
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
    case 'locked':
      return <Locked standing={standing} onOpen={again} />
    case 'open':
      return <Open session={standing} />
  }
}

function Open({ session }: { session: Session }) {
  const [router] = useState(createStaffRouter)
  return (
    <SessionProvider value={session}>
      <RouterProvider router={router} />
    </SessionProvider>
  )
}
