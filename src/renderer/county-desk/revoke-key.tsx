import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Ends a room's key that was lost or may be in other hands. */
export function RevokeKey({ unit, name, onRevoked }: { unit: string; name: string; onRevoked: () => void }) {
  const { t } = useTranslation('county-desk')
  const revoke = useCommand(() => room.revokeKey(unit))
  const now = async () => {
    if (await revoke.run()) onRevoked()
  }
  return (
    <>
      <Popconfirm
        title={t('revoke.title', { name })}
        description={t('revoke.means')}
        okText={t('revoke.now')}
        cancelText={t('revoke.keep')}
        onConfirm={() => void now()}
      >
        <Button loading={revoke.running} aria-label={t('revoke.of', { name })}>
          {t('revoke.ask')}
        </Button>
      </Popconfirm>
      <RefusalNotice refusal={revoke.refusal} />
    </>
  )
}
