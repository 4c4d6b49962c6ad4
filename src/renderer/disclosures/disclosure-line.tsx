import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disclosure } from '../../casework/disclosures/disclosure.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { DisclosuresApi } from '../../room/contract/disclosures.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import type { AccountForm } from './account-of.ts'
import { TellingFields } from './telling-fields.tsx'

/** One disclosure: what, to whom, on what ground, and whether the client knows. */
export function DisclosureLine({
  disclosure: { id, value },
  on: { owed, rules, staffNames },
  what,
  onTold,
}: {
  disclosure: Stored<Disclosure>
  on: Pick<Awaited<ReturnType<DisclosuresApi['disclosures']>>, 'owed' | 'rules' | 'staffNames'>
  what: ReactNode
  onTold: () => void
}) {
  const { t } = useTranslation('disclosures')
  const { day, time, dateTime } = useFormatTime()
  const [telling, setTelling] = useState(false)
  const { recipient, basis, purpose, disclosedBy, disclosedAt, fields, moreBecause, clientTold } = value
  const told = clientTold?.at(-1)
  const somebody = (staffId: string) => staffNames[staffId] ?? t('list.somebody')
  return (
    <li>
      <time dateTime={disclosedAt}>
        {day(disclosedAt)} {time(disclosedAt)}
      </time>
      <div>
        {what} {t('list.line', { recipient, basis: t(`basis.${basis}.title`), who: somebody(disclosedBy) })}{' '}
        <span className="quiet">{purpose}</span>
        {fields !== undefined && (
          <p className="quiet">
            {t('list.fields', { fields: fields.map((field) => t(`field.${field}`)).join(t('listComma')) })}
            {moreBecause !== undefined && ` ${t('list.more', { because: moreBecause })}`}
          </p>
        )}
        {told !== undefined && (
          <p className="quiet">
            {t(`list.${told.state}`, { at: dateTime(told.at), who: somebody(told.by) })}{' '}
            {told.state === 'told' ? told.note : told.because}
          </p>
        )}
        {owed.includes(id) && !telling && (
          <p className="disclosure-owed">
            {t('list.owed')} <Button onClick={() => setTelling(true)}>{t('list.tell')}</Button>
          </p>
        )}
        {telling && (
          <TellingForm
            id={id}
            when={rules[basis].tellClient}
            onDone={(saved) => {
              setTelling(false)
              if (saved) onTold()
            }}
          />
        )}
      </div>
    </li>
  )
}

type Fields = Pick<AccountForm, 'telling' | 'tellingNote'>

function TellingForm({
  id,
  when,
  onDone,
}: {
  id: string
  when: Parameters<typeof TellingFields>[0]['when']
  onDone: (saved: boolean) => void
}) {
  const { t } = useTranslation('disclosures')
  const tell = useCommand(({ telling, tellingNote = '' }: Fields) =>
    room.noteTelling({ id, telling: { state: telling, note: tellingNote } }),
  )
  return (
    <Form<Fields>
      name={`telling-${id}`}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void tell.run(fields).then((done) => done && onDone(true))}
    >
      <TellingFields when={when} />
      <FormActions refusal={tell.refusal}>
        <Button type="primary" htmlType="submit" loading={tell.running}>
          {t('telling.submit')}
        </Button>
        <Button onClick={() => onDone(false)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
