import { useTranslation } from 'react-i18next'
import { kioskDesktop } from '../bridge/kiosk-desktop.ts'

/** The way to the staff's lock screen, which opens with a passphrase only. What was answered is kept. */
export function StaffDoor() {
  const { t } = useTranslation('kiosk')
  return (
    <button type="button" className="kiosk-quiet" onClick={() => void kioskDesktop.leaveClientMode()}>
      {t('staff')}
    </button>
  )
}
