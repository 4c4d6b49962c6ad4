import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { rememberedFolder, rememberFolder } from '../../../src/vault/backup/chosen-folder.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'

test('the folder somebody chose last is remembered, for each vault its own', async () => {
  const [vault, other] = [`vault-${drawId()}`, `vault-${drawId()}`]
  onTestFinished(async () => {
    for (const name of [vault, other]) await Dexie.delete(`${name}-backup-folder`)
  })
  expect(await rememberedFolder(vault)).toBeNull()
  const files = await navigator.storage.getDirectory()
  const [first, second] = await Promise.all(
    ['one', 'two'].map((name) => files.getDirectoryHandle(`${vault}-${name}`, { create: true })),
  )
  if (!first || !second) throw new Error('no folder')
  await rememberFolder(vault, first)
  await rememberFolder(vault, second)
  expect(await (await rememberedFolder(vault))?.isSameEntry(second)).toBe(true)
  expect(await rememberedFolder(other)).toBeNull()
  for (const { name } of [first, second]) await files.removeEntry(name)
})
