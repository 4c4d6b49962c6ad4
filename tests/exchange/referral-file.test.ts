import { beforeAll, expect, test } from 'vitest'
import { type ReferredClient, readReferralFile, writeReferralFile } from '../../src/exchange/referral-file.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { readCard, writeCard } from '../../src/exchange/unit-card.ts'
import { generateUnitKeys, recipientOf, type UnitKeys } from '../../src/exchange/unit-keys.ts'
import { codeOf, given } from '../support/outcome.ts'

const at = '2026-11-22T09:00:00.000Z'
const referral: ReferredClient = {
  fileNumber: '2026-0007',
  name: '示例甲',
  receiver: { kind: 'hospital', name: '示例县医院心理科', contact: '000-0000' },
  urgency: 'planned',
  question: '示例：请评估是否需要药物治疗',
  told: '示例：近一个月睡不好',
  ground: 'consentedReferral',
  writtenBy: '示例咨询师',
  writtenAt: at,
}

let sender: UnitKeys
let receiver: UnitKeys
let card: Uint8Array

const cardOf = async (unit: string, keys: UnitKeys) =>
  (await writeCard({ unit, name: '示例室', created: '2026-11-22', plan: null }, keys)).bytes

const written = async (changed: Partial<ReferredClient> = {}) => {
  const to = given(await readCard(await cardOf('990101102', receiver)))
  return writeReferralFile({ ...referral, ...changed }, { card, keys: sender }, to.card)
}

beforeAll(async () => {
  sender = await generateUnitKeys('990101101', at)
  receiver = await generateUnitKeys('990101102', at)
  card = await cardOf('990101101', sender)
})

test('the receiver reads what was written, and from whose card', async () => {
  const read = given(await readReferralFile(await written(), receiver.identity))
  expect(read.referral).toEqual(referral)
  expect(read.from.card).toMatchObject({ kind: 'room', unit: '990101101' })
})

test('nobody else reads it, not even who wrote it', async () => {
  expect(codeOf(await readReferralFile(await written(), sender.identity))).toBe('REFERRAL_FOR_ANOTHER')
  const text = new TextDecoder('latin1').decode(await written())
  expect(text).not.toContain(referral.fileNumber)
})

test('a file changed on its way is refused at every byte that is tried', async () => {
  const bytes = await written()
  for (let place = 0; place < bytes.length; place += Math.ceil(bytes.length / 40)) {
    const changed = bytes.slice()
    changed[place] = (changed[place] ?? 0) ^ 1
    expect((await readReferralFile(changed, receiver.identity)).ok, `byte ${place}`).toBe(false)
  }
})

test('a card that did not sign it is not believed', async () => {
  const other = await generateUnitKeys('990101103', at)
  const to = { encryption: await recipientOf(receiver) }
  const foreign = await writeReferralFile(referral, { card, keys: other }, to)
  expect(codeOf(await readReferralFile(foreign, receiver.identity))).toBe('SIGNATURE_INVALID')
})

test('anything else is refused: a card, words, another sealed text', async () => {
  const to = [await recipientOf(receiver)]
  const others = [card, new TextEncoder().encode('示例'), await sealFile('示例', to), new Uint8Array()]
  for (const bytes of others)
    expect(codeOf(await readReferralFile(bytes, receiver.identity))).toBe('NOT_A_REFERRAL')
})

test('nothing stands in it but what stands on the slip', async () => {
  const opened = given(await unsealFile(await written(), receiver.identity))
  const [, payload = ''] = new TextDecoder().decode(opened).split('.')
  const content = JSON.parse(Buffer.from(payload, 'base64url').toString())
  expect(Object.keys(content)).toEqual(['format', 'from', 'referral'])
  expect(Object.keys(content.referral).toSorted()).toEqual(Object.keys(referral).toSorted())
  await expect(written({ name: '' })).rejects.toThrow()
})
