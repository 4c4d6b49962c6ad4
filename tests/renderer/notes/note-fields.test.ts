import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inForm } from '../../../src/casework/notes/note-standing.ts'
import { contentOf, entryOf, fieldsOf } from '../../../src/renderer/notes/note-fields.ts'
import type { NoteEntry } from '../../../src/room/contract/notes.ts'

const entry: NoteEntry = {
  content: { form: 'DAP', data: '示例：说了', assessment: '示例：看来', plan: '示例：下次' },
  heldAt: '2026-11-20T02:00:00.000Z',
  minutes: 50,
  mode: 'inRoom',
}

test('a note comes back from the form as it went in', () => {
  expect(entryOf(fieldsOf(entry), entry)).toEqual(entry)
})

test('a time or a length that is being typed leaves what was there', () => {
  const fields = { ...fieldsOf(entry), day: '', minutes: null }
  expect(entryOf(fields, entry)).toEqual(entry)
  expect(entryOf({ ...fieldsOf(entry), time: '11:15' }, entry).heldAt).toBe('2026-11-20T03:15:00.000Z')
})

test('changing the form, however often, loses no word of what was written', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(words, fc.nat(6), ([data = '', objective = '', assessment = '', plan = ''], times) => {
      let fields = fieldsOf({
        ...entry,
        content: { form: 'SOAP', subjective: data, objective, assessment, plan },
      })
      for (let turn = 0; turn <= times; turn += 1) {
        const next = fields.form === 'DAP' ? 'SOAP' : 'DAP'
        fields = { ...fields, ...inForm(contentOf(fields), next) }
      }
      const written = JSON.stringify(contentOf(fields))
      for (const word of [data, objective, assessment, plan]) expect(written).toContain(word)
    }),
  )
})
