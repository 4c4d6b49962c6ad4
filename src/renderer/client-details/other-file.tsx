import { AutoComplete, Form } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

const shownAtMost = 8

/** Finds the other file of somebody who has two, where nothing in them looks alike. */
export function OtherFile({
  clientId,
  onChosen,
}: {
  clientId: string
  onChosen: (file: { id: string; fileNumber: string }) => void
}) {
  const { t } = useTranslation('client-details')
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const found = useQuery(
    async () =>
      query === '' ? [] : (await room.listClients(query, { from: 0, atMost: shownAtMost })).clients,
    [query],
  )
  const files = (found.data ?? []).filter(({ id }) => id !== clientId)
  return (
    <Form.Item label={t('merge.other')} htmlFor="other-file" layout="vertical" className="details-other">
      <AutoComplete
        id="other-file"
        value={text}
        placeholder={t('merge.otherHint')}
        options={files.map(({ fileNumber }) => ({ value: fileNumber }))}
        onSearch={setText}
        onSelect={(chosen: string) => {
          setText('')
          const file = files.find(({ fileNumber }) => fileNumber === chosen)
          if (file) onChosen(file)
        }}
      />
    </Form.Item>
  )
}
