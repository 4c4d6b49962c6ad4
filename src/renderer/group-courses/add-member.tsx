import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const shownAtMost = 8

/** Finds somebody by name, pinyin or file number, and names them by file number only. */
export function AddMember({
  label,
  taken,
  onAdd,
}: {
  label: string
  /** Ids of those who stand there already. */
  taken: readonly string[]
  onAdd: (member: { id: string; fileNumber: string }) => void
}) {
  const { t } = useTranslation('group-courses')
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const found = useQuery(
    async () =>
      query === '' ? [] : (await room.listClients(query, { from: 0, atMost: shownAtMost })).clients,
    [query],
  )
  const add = useCommand((id: string) => room.groupMember(id))
  const options = (found.data ?? [])
    .filter(({ id }) => !taken.includes(id))
    .map(({ id, fileNumber }) => ({ value: id, label: fileNumber }))
  const choose = async (id: string) => {
    setText('')
    const may = await add.run(id)
    if (may !== null) onAdd(may.value)
  }
  return (
    <>
      <Select<string>
        className="group-add"
        aria-label={label}
        value={null}
        onChange={(id) => void choose(id)}
        showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
        placeholder={t('member.hint')}
        notFoundContent={query === '' ? null : t('member.nobodyFound')}
        options={options}
      />
      <RefusalNotice refusal={add.refusal} />
      {add.refusal !== null && <p className="quiet">{t('member.countInstead')}</p>}
    </>
  )
}
