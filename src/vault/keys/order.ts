import type { Domain } from '../../casework/records/record.ts'
import type { StaffMember } from '../../casework/staff/staff.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, joined, toHex } from '../primitives/bytes.ts'
import { sign } from '../primitives/signature.ts'
import { type OrderRow, recoveryId, type SheetKeys } from '../store/database.ts'
import type { Signer } from './signer.ts'

/** Somebody who works here, or once did: then without a role. Newest signing key first. */
export interface Member extends StaffMember {
  sealKey: Bytes
  signKeys: Bytes[]
}

/** Where the next order goes: its number, and a digest of all before it. */
export interface OrdersEnd {
  number: number
  digest: Bytes
}

export const noOrders: OrdersEnd = { number: 1, digest: new Uint8Array(32) }

/** The end of the orders after one more. */
export const endAfter = async (
  { number, digest }: OrdersEnd,
  { signature }: Pick<OrderRow, 'signature'>,
): Promise<OrdersEnd> => ({
  number: number + 1,
  digest: new Uint8Array(await crypto.subtle.digest('SHA-256', joined(digest, signature))),
})

type Order = Omit<OrderRow, 'id' | 'revision' | 'signature'>

/** What is signed: who does what from now on, with which keys, and what was ordered before. */
export const orderStatement = (vaultId: string, end: OrdersEnd, order: Order): string =>
  binding(
    'anxin/order/1',
    vaultId,
    end.number,
    toHex(end.digest),
    order.staffId,
    order.name,
    order.roles,
    toHex(order.sealKey),
    order.signKeys.map(toHex),
    order.renews,
    order.signedBy,
    order.sheet ? [String(order.sheet.sheet), String(order.sheet.halves)] : [],
  )

/** An order after those there are. */
export const makeOrder = async (
  vaultId: string,
  end: OrdersEnd,
  { id: staffId, name, roles, sealKey, signKeys }: Member,
  renews: readonly Domain[],
  signer: Signer,
): Promise<Omit<OrderRow, 'revision'>> => {
  const order = { staffId, name, roles, sealKey, signKeys, renews: [...renews], signedBy: signer.id }
  const signature = await sign(signer.privateKey, orderStatement(vaultId, end, order))
  return { ...order, id: String(end.number), signature }
}

/** What a new recovery sheet says to the order that brings it in, and with it to everything that was ordered before. */
export const acceptedStatement = (statement: string): string => binding('anxin/sheet-accepted/1', statement)

/** An order that puts a new recovery sheet in the place of the one before, which says so itself, too. */
export const makeSheetOrder = async (
  vaultId: string,
  end: OrdersEnd,
  { sheet, halves, sealKey, signKey }: SheetKeys,
  { signer, successor }: { signer: Signer; successor: CryptoKey },
): Promise<Omit<OrderRow, 'revision'>> => {
  const order = {
    staffId: recoveryId,
    name: '',
    roles: [],
    sealKey,
    signKeys: [signKey],
    renews: [],
    signedBy: signer.id,
  }
  const kept = { sheet, halves, accepted: new Uint8Array() }
  const statement = orderStatement(vaultId, end, { ...order, sheet: kept })
  const accepted = await sign(successor, acceptedStatement(statement))
  const signature = await sign(signer.privateKey, statement)
  return { ...order, id: String(end.number), sheet: { ...kept, accepted }, signature }
}
