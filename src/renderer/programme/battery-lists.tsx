import { Button } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import type { BatteryShelf } from '../../room/contract/programme.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { BatteryDraft } from './battery-form.tsx'
import { BatteryLine } from './battery-line.tsx'
import { useShelfNames } from './use-shelf-names.ts'
import './battery-lists.css'

/** The batteries in use, those that are proposed, and those that are retired, each with what can be done with it. */
export function BatteryLists({
  batteries: { batteries, proposals },
  shelf,
  onDraft,
  onChanged,
}: {
  batteries: BatteryShelf
  shelf: QuestionnaireShelf
  /** Opens the form with a battery; null for somebody who may only read. */
  onDraft: ((draft: BatteryDraft) => void) | null
  onChanged: () => void
}) {
  const { t } = useTranslation('programme')
  const [language] = useLanguage()
  const names = useShelfNames(shelf)
  const retire = useCommand((battery: { id: string; revision: number; retired: boolean }) =>
    room.retireBattery(battery),
  )
  const keep = async (id: string, revision: number, retired: boolean) => {
    if ((await retire.run({ id, revision, retired })) !== null) onChanged()
  }
  const inUse = batteries.filter(({ value }) => value.retired === null)
  const retired = batteries.filter(({ value }) => value.retired !== null)

  return (
    <>
      <RefusalNotice refusal={retire.refusal} />
      <Panel title={t('inUse')}>
        {inUse.length === 0 && (
          <EmptyState title={t('empty.title')}>{t(onDraft ? 'empty.text' : 'empty.ask')}</EmptyState>
        )}
        <ul className="battery-lines">
          {inUse.map(({ id, revision, value }) => (
            <BatteryLine key={id} {...value} names={names}>
              {onDraft !== null && (
                <>
                  <Button
                    aria-label={t('changeOne', { name: value.name })}
                    onClick={() => onDraft({ ...value, id, revision })}
                  >
                    {t('change')}
                  </Button>
                  <Button
                    aria-label={t('retireOne', { name: value.name })}
                    disabled={retire.running}
                    onClick={() => void keep(id, revision, true)}
                  >
                    {t('retire')}
                  </Button>
                </>
              )}
            </BatteryLine>
          ))}
        </ul>
      </Panel>
      {onDraft !== null && proposals.length > 0 && (
        <Panel title={t('proposed')}>
          <p className="quiet battery-note">{t('proposedMeans')}</p>
          <ul className="battery-lines">
            {proposals.map(({ id, name, about, instruments, everyWeeks }) => (
              <BatteryLine
                key={id}
                name={name[language]}
                about={about[language]}
                instruments={instruments}
                everyWeeks={everyWeeks}
                names={names}
              >
                <Button
                  aria-label={t('adoptOne', { name: name[language] })}
                  onClick={() =>
                    onDraft({
                      id: null,
                      revision: 0,
                      name: name[language],
                      instruments,
                      everyWeeks,
                      proposal: id,
                    })
                  }
                >
                  {t('adopt')}
                </Button>
              </BatteryLine>
            ))}
          </ul>
        </Panel>
      )}
      {retired.length > 0 && (
        <Panel title={t('retired')}>
          <ul className="battery-lines">
            {retired.map(({ id, revision, value }) => (
              <BatteryLine key={id} {...value} names={names}>
                {onDraft !== null && (
                  <Button
                    aria-label={t('takeBackOne', { name: value.name })}
                    disabled={retire.running}
                    onClick={() => void keep(id, revision, false)}
                  >
                    {t('takeBack')}
                  </Button>
                )}
              </BatteryLine>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 className="panel-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
