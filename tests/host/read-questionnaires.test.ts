import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'

let root: string
const ids = async () => (await readQuestionnaires(root)).available.map(({ instrument }) => instrument.id)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'questionnaires-'))
  for (const id of ['behaviour-clues', 'gad-7', 'phq-9', 'social-function', 'who-5'])
    await cp(fileURLToPath(new URL(`../../questionnaires/${id}`, import.meta.url)), join(root, id), {
      recursive: true,
    })
})
afterEach(() => rm(root, { recursive: true }))

it('reads what is whole and refuses what is broken, file by file', async () => {
  await writeFile(join(root, 'gad-7', 'survey.json'), '{ "locale": "zh-cn", ')
  await rm(join(root, 'who-5', 'vectors.json'))
  await cp(join(root, 'phq-9', 'survey.json'), join(root, 'social-function', 'survey.json'))
  const { available, broken } = await readQuestionnaires(root)
  expect(available.map(({ instrument }) => instrument.id)).toEqual(['behaviour-clues', 'phq-9'])
  expect(broken).toContainEqual({ code: 'NOT_JSON', at: 'gad-7/survey.json' })
  expect(broken).toContainEqual({ code: 'FILE_MISSING', at: 'who-5/vectors.json' })
  expect(broken).toContainEqual({ code: 'TITLE_DIFFERS', at: 'social-function/survey.json#/title' })
})

it('refuses a file that cannot be read, instead of taking it for an empty one', async () => {
  await rm(join(root, 'phq-9', 'instrument.json'))
  await cp(join(root, 'who-5'), join(root, 'phq-9', 'instrument.json'), { recursive: true })
  expect((await readQuestionnaires(root)).broken).toEqual([
    { code: 'FILE_UNREADABLE', at: 'phq-9/instrument.json' },
  ])
})

it('leaves files beside the folders alone', async () => {
  await writeFile(join(root, 'notes.txt'), 'no questionnaire')
  expect(await ids()).toHaveLength(5)
})
