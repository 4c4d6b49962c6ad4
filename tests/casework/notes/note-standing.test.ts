import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToNote,
  inForm,
  isOwnProcessNote,
  noteStanding,
  partsOfNote,
  rewriteNote,
  signingBlocks,
  signNote,
} from '../../../src/casework/notes/note-standing.ts'
import { type SessionNote, sessionNoteKind } from '../../../src/casework/notes/session-note.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { noteOf, workingRules } from '../file-records.ts'
import { idOf } from '../records.ts'

const [me, other] = [idOf(900), idOf(901)]
const at = '2026-11-20T05:00:00.000Z'
const signed = noteOf({ signedAt: at })

describe('a session note', () => {
  it('is changed by its writer alone, and until it is signed', () => {
    const minutes = { minutes: 45 }
    expect(given(rewriteNote(noteOf(), me, minutes)).minutes).toBe(45)
    expect(codeOf(rewriteNote(noteOf(), other, minutes))).toBe('NOTE_OF_ANOTHER')
    expect(codeOf(rewriteNote(signed, me, minutes))).toBe('NOTE_SIGNED')
  })

  it('is signed by its writer, with something in it, after the session began', () => {
    expect(given(signNote(noteOf(), me, at)).signedAt).toBe(at)
    expect(codeOf(signNote(noteOf(), other, at))).toBe('NOTE_OF_ANOTHER')
    expect(codeOf(signNote(signed, me, at))).toBe('NOTE_SIGNED')
    const empty = noteOf({
      content: { form: 'SOAP', subjective: ' ', objective: '', assessment: '\n', plan: '' },
    })
    expect(codeOf(signNote(empty, me, at))).toBe('NOTE_EMPTY')
    expect(codeOf(signNote(noteOf(), me, '2026-11-20T01:59:59.000Z'))).toBe('NOTE_HELD_AHEAD')
    expect(signingBlocks(empty, other, '2026-11-20T01:00:00.000Z').map(({ code }) => code)).toEqual([
      'NOTE_OF_ANOTHER',
      'NOTE_EMPTY',
      'NOTE_HELD_AHEAD',
    ])
  })

  it('is added to once it is signed, by whoever works with it', () => {
    const addendum = { by: other, at, text: ' 示例补记 ' }
    expect(codeOf(addToNote(noteOf(), addendum))).toBe('NOTE_NOT_SIGNED')
    expect(codeOf(addToNote(signed, { ...addendum, text: ' x ' }))).toBe('ADDENDUM_EMPTY')
    const added = given(addToNote(signed, addendum))
    expect(added.addenda).toEqual([{ by: other, at, text: '示例补记' }])
    expect(checkChange(sessionNoteKind, signed, added).ok).toBe(true)
    expect(checkChange(sessionNoteKind, added, signed).ok).toBe(false)
  })

  it('is late from 24 hours after the session’s end on', () => {
    const standing = (now: string, more: Partial<SessionNote> = {}) =>
      noteStanding(noteOf(more), now, workingRules)
    expect(standing('2026-11-21T03:00:00.000Z')).toBe('draft')
    expect(standing('2026-11-21T03:00:00.001Z')).toBe('draftLate')
    const much = '2027-01-01T00:00:00.000Z'
    expect(standing(much, { signedAt: '2026-11-21T03:00:00.000Z' })).toBe('signed')
    expect(standing(much, { signedAt: '2026-11-21T03:00:00.001Z' })).toBe('signedLate')
  })

  it('loses no word on its way from one form to the other', () => {
    const words = fc.constantFrom('', '示例甲', '示例乙', '示例丙')
    fc.assert(
      fc.property(words, words, words, words, (subjective, objective, assessment, plan) => {
        const soap = { form: 'SOAP', subjective, objective, assessment, plan } as const
        const dap = inForm(soap, 'DAP')
        for (const { text } of partsOfNote(soap))
          expect(
            partsOfNote(dap)
              .map((part) => part.text)
              .join('\n'),
          ).toContain(text)
        const back = inForm(dap, 'SOAP')
        expect(partsOfNote(inForm(back, 'DAP'))).toEqual(partsOfNote(dap))
        expect(inForm(soap, 'SOAP')).toBe(soap)
      }),
    )
  })

  it('keeps what was signed, whatever anybody does afterwards', () => {
    const moves = fc.array(
      fc.tuple(
        fc.constantFrom('rewrite', 'sign', 'add'),
        fc.constantFrom(me, other),
        fc.constantFrom('', '示例补记'),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(moves, (all) => {
        let note = noteOf()
        for (const [move, by, text] of all) {
          const content = { form: 'DAP', data: text, assessment: '', plan: '' } as const
          const next =
            move === 'rewrite'
              ? rewriteNote(note, by, { content })
              : move === 'sign'
                ? signNote(note, by, at)
                : addToNote(note, { by, at, text })
          if (!next.ok) continue
          expect(checkChange(sessionNoteKind, note, next.value).ok).toBe(true)
          expect(sessionNoteKind.schema.safeParse(next.value).success).toBe(true)
          if (note.signedAt !== null) {
            expect(next.value.content).toEqual(note.content)
            expect(next.value.addenda.slice(0, note.addenda.length)).toEqual(note.addenda)
          }
          note = next.value
        }
      }),
    )
  })
})

it('a private note is its writer’s', () => {
  expect(isOwnProcessNote({ writtenBy: me }, me)).toBe(true)
  expect(isOwnProcessNote({ writtenBy: me }, other)).toBe(false)
})
