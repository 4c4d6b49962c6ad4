import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'

/** By which day of the month reports are to be here. */
export function DueDay({ day, onSet }: { day: number; onSet: () => void }) {
  const { t } = useTranslation('county-board')
  const field = useId()
  const [next, setNext] = useState<number | null>(null)
  const set = useCommand((chosen: number) => room.setDueDay(chosen))
  return (
    <>
      <label htmlFor={field}>{t('dueDay')}</label>
      <InputNumber
        id={field}
        className="board-due-day"
        min={1}
        max={28}
        precision={0}
        value={next ?? day}
        onChange={setNext}
      />
      {next !== null && next !== day && (
        <Button
          loading={set.running}
          onClick={() =>
            void set.run(next).then((done) => {
              if (done === null) return
              setNext(null)
              onSet()
            })
          }
        >
          {t('setDueDay')}
        </Button>
      )}
      <RefusalNotice refusal={set.refusal} />
    </>
  )
}
