import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inForm, noteParts } from '../../casework/notes/note-standing.ts'
import type { SessionNote } from '../../casework/notes/session-note.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { NoteEntry } from '../../room/contract/notes.ts'
import { room } from '../room/room.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'
import { useConflict } from '../ui/use-conflict.ts'
import { WhenFields } from '../ui/when-fields.tsx'
import { contentOf, entryOf, fieldsOf, type NoteFields } from './note-fields.ts'
import { useComparedNote } from './use-compared-note.tsx'
import { useNoteSaving } from './use-note-saving.ts'
import './notes.css'

const modes = ['inRoom', 'phone', 'video', 'visit'] as const

/** A draft, kept while it is written; signed, it is closed. */
export function WriteNote({
  about,
  stored,
  begin,
  onSigned,
}: {
  about: Pick<SessionNote, 'clientId' | 'appointment'>
  /** Null for a new note. */
  stored: Stored<SessionNote> | null
  /** What the form begins with. */
  begin: NoteEntry
  onSigned: (id: string) => void
}) {
  const { t } = useTranslation('notes')
  const [form] = Form.useForm<NoteFields>()
  const chosen = Form.useWatch('form', form) ?? begin.content.form
  const saving = useNoteSaving(about, stored)
  const [signing, setSigning] = useState<'not' | 'asked' | 'running'>('not')
  const compared = useComparedNote()
  const conflict = useConflict(saving.refusal, async () =>
    saving.id === null ? null : (await room.note(saving.id)).note,
  )
  const written = (): NoteEntry => entryOf({ ...fieldsOf(begin), ...form.getFieldsValue(true) }, begin)

  const change = (changed: Partial<NoteFields>) => {
    if (changed.form !== undefined) {
      // The store still holds what was written in the other form.
      const other = changed.form === 'DAP' ? 'SOAP' : 'DAP'
      const before = contentOf({ ...fieldsOf(begin), ...form.getFieldsValue(true), form: other })
      form.setFieldsValue(inForm(before, changed.form))
    }
    saving.change(written())
  }
  const sign = async () => {
    setSigning('running')
    const signed = await saving.sign(written())
    setSigning('not')
    if (signed !== null) onSigned(signed.id)
  }

  if (conflict.stored !== null) {
    const { revision, value } = conflict.stored
    const goOn = (entry: NoteEntry, changed: NoteEntry | null) => {
      saving.goOnFrom(revision, changed)
      form.setFieldsValue(fieldsOf(entry))
      conflict.settled()
      if (value.signedAt !== null && saving.id !== null) onSigned(saving.id)
    }
    return (
      <SideBySide<NoteEntry>
        fields={compared}
        stored={value}
        mine={written()}
        closed={value.signedAt !== null}
        onSettled={(entry) => goOn(entry, entry)}
        onLeft={() => goOn(value, null)}
      />
    )
  }
  return (
    <Form<NoteFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel note-form"
      initialValues={fieldsOf(begin)}
      onValuesChange={change}
      onFinish={() => setSigning('asked')}
    >
      <WhenFields shortest={0}>
        <Form.Item name="mode" label={t('field.mode')}>
          <Radio.Group
            aria-label={t('field.mode')}
            options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
        </Form.Item>
      </WhenFields>
      <Form.Item name="form" label={t('field.form')} extra={t('field.formHint')}>
        <Radio.Group
          aria-label={t('field.form')}
          options={(['DAP', 'SOAP'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        />
      </Form.Item>
      {noteParts[chosen].map((part) => (
        <Form.Item key={part} name={part} label={t(`part.${part}.label`)} extra={t(`part.${part}.hint`)}>
          <Input.TextArea rows={3} maxLength={20_000} />
        </Form.Item>
      ))}
      <FormActions refusal={saving.refusal}>
        {signing === 'not' ? (
          <Button type="primary" htmlType="submit">
            {t('sign.ask')}
          </Button>
        ) : (
          <>
            <span role="status">{t('sign.means')}</span>
            <Button type="primary" autoFocus loading={signing === 'running'} onClick={() => void sign()}>
              {t('sign.now')}
            </Button>
            <Button onClick={() => setSigning('not')}>{t('sign.notYet')}</Button>
          </>
        )}
        <SavedAt at={saving.savedAt} />
        <span className="quiet">{t('keptByItself')}</span>
      </FormActions>
    </Form>
  )
}
