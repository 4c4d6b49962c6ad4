import { Button, Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { QuarantinedFile } from '../../../room/contract/county-import.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { RevokeKey } from '../revoke-key.tsx'
import { canBeTriedAgain, wayOutOf } from './way-out.ts'

const longestNote = 500

/** The ways out for one file in quarantine. */
export function QuarantineWays({
  file: { id, name, code, unit, isHere },
  running,
  onTryAgain,
  onChanged,
}: {
  file: QuarantinedFile
  running: boolean
  onTryAgain: () => void
  onChanged: () => void
}) {
  const { t } = useTranslation('county-import')
  const [note, setNote] = useState<string | null>(null)
  const field = useId()
  const putAway = useCommand(() => room.putAwayQuarantined({ ids: [id], note: note ?? '' }))
  const done = async () => {
    if ((await putAway.run()) === null) return
    setNote(null)
    onChanged()
  }
  const way = wayOutOf(code)
  return (
    <div className="county-ways">
      {way === 'enrol' && <Link to="/county/units">{t('quarantine.toUnits')}</Link>}
      {canBeTriedAgain(code) && isHere && (
        <Button
          size="small"
          loading={running}
          aria-label={t('quarantine.tryOf', { name })}
          onClick={onTryAgain}
        >
          {t('quarantine.try')}
        </Button>
      )}
      {way === 'call' && unit !== null && (
        <RevokeKey unit={unit.code} name={unit.name} onRevoked={onChanged} />
      )}
      <Button size="small" aria-label={t('quarantine.putAwayOf', { name })} onClick={() => setNote('')}>
        {t('quarantine.putAway')}
      </Button>
      <Modal
        open={note !== null}
        title={t('quarantine.putAwayOf', { name })}
        okText={t('quarantine.putAway')}
        cancelText={t('quarantine.keep')}
        confirmLoading={putAway.running}
        onOk={() => void done()}
        onCancel={() => setNote(null)}
        destroyOnHidden
      >
        <p>{t('quarantine.putAwayMeans')}</p>
        <Form.Item label={t('quarantine.note')} htmlFor={field} layout="vertical">
          <Input.TextArea
            id={field}
            rows={3}
            autoComplete="off"
            maxLength={longestNote}
            value={note ?? ''}
            onChange={({ target }) => setNote(target.value)}
          />
        </Form.Item>
        <RefusalNotice refusal={putAway.refusal} />
      </Modal>
    </div>
  )
}
