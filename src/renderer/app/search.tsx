import { SearchOutlined } from '@ant-design/icons'
import { AutoComplete, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { openEntries } from './nav.ts'
import { useShortcut } from './use-shortcut.ts'

const shownAtMost = 8

/** Finds people and pages from anywhere; the address it opens carries an id, and no name stays in the field. */
export function Search() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const entries = openEntries(useSession())
  const [text, setText] = useState('')
  /** Enter was pressed before what was typed had been looked for. */
  const [entered, setEntered] = useState(false)
  const field = useRef<InputRef>(null)
  useShortcut(
    'k',
    useCallback(() => field.current?.focus({ cursor: 'all' }), []),
  )

  const query = useDeferredValue(text.trim())
  const findsPeople = query !== '' && entries.some(({ key }) => key === 'clients')
  const found = useQuery(
    async () =>
      findsPeople ? (await room.listClients(query, { from: 0, atMost: shownAtMost })).clients : [],
    [query, findsPeople],
  )
  const people = (found.data ?? []).map(({ id, age, sex, fileNumber }) => ({
    value: `/clients/${id}`,
    label: [
      fileNumber,
      ...(sex === null ? [] : [t(`search.sex.${sex}`)]),
      ...(age === null ? [] : [t('search.age', { age })]),
    ].join(' · '),
  }))
  const pages = entries
    .map(({ key }) => ({ value: `/${key}`, name: t(`nav.${key}`) }))
    .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .map(({ value, name }) => ({ value, label: t('search.page', { name }) }))

  const search = (typed: string) => {
    setText(typed)
    setEntered(false)
  }
  const open = (address: string) => {
    search('')
    field.current?.blur()
    void navigate(address)
  }

  const options = [...people, ...pages]
  const settled = query === text.trim() && (found.data !== null || found.failed !== null)
  const first = options[0]?.value
  useEffect(() => {
    if (!entered || !settled) return
    setEntered(false)
    if (first !== undefined) open(first)
  })

  // Whoever types fast would otherwise open what was found for half of the word: the file of somebody else.
  const waitForWhatWasTyped = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || settled || text.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    setEntered(true)
  }
  const nothing = query !== '' && options.length === 0
  return (
    <search className="frame-search" onKeyDownCapture={waitForWhatWasTyped}>
      <AutoComplete
        value={text}
        defaultActiveFirstOption
        onSelect={open}
        onSearch={search}
        onBlur={() => search('')}
        options={options}
        notFoundContent={null}
      >
        <Input
          ref={field}
          aria-label={t('search.label')}
          placeholder={t(
            entries.some(({ key }) => key === 'clients') ? 'search.forPeople' : 'search.forPages',
          )}
          prefix={<SearchOutlined aria-hidden />}
          suffix={<kbd className="frame-key">Ctrl K</kbd>}
        />
      </AutoComplete>
      <p role="status" className={nothing ? 'frame-search-nothing' : 'visually-hidden'}>
        {nothing && (found.data === null ? t('search.looking') : t('search.nothing'))}
      </p>
    </search>
  )
}
