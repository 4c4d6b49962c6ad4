import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

const shownAtMost = 8

/** Whom something is planned for, found by name, pinyin or file number; nobody when it is left empty. */
export function ClientField({
  value,
  onChange,
  id,
}: {
  value?: string | null
  onChange?: (clientId: string | null) => void
  /** Of the label's field; given by the form. */
  id?: string
}) {
  const { t } = useTranslation('appointments')
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const chosen = useQuery(async () => (value == null ? null : room.appointmentClient(value)), [value])
  const found = useQuery(
    async () =>
      query === '' ? [] : (await room.listClients(query, { from: 0, atMost: shownAtMost })).clients,
    [query],
  )
  const options = (found.data ?? []).map((client) => ({ value: client.id, label: client.fileNumber }))
  const held =
    value == null || options.some((option) => option.value === value)
      ? []
      : [{ value, label: chosen.data ?? t('someClient') }]
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      placeholder={t('field.clientHint')}
      notFoundContent={query === '' ? null : t('field.nobodyFound')}
      options={[...options, ...held]}
    />
  )
}
