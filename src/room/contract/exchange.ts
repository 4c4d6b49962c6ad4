import type { UnitCard } from '../../exchange/unit-card.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** A file to be written where the person chooses. */
export interface OutgoingFile {
  name: string
  bytes: Uint8Array
}

/** A unit's public card as shown to a person: what it says, and the digits to compare aloud. */
export interface CardOnShow {
  card: UnitCard
  fingerprint: string
}

export interface ExchangeApi {
  myCard(): Promise<Outcome<CardOnShow & { file: OutgoingFile }>>
  /** Reads a card without accepting it. */
  readCard(bytes: Uint8Array): Promise<Outcome<CardOnShow>>
  /** Accepts a card after its digits were compared. */
  enrolCard(bytes: Uint8Array): Promise<Outcome<CardOnShow>>
  enrolledCards(): Promise<CardOnShow[]>
  /** Draws this unit a new signing key; from now on it signs with that. The file, signed with the old key, goes to whom it works with. */
  changeMyKey(): Promise<Outcome<CardOnShow & { file: OutgoingFile }>>
  /** Accepts the new key of a unit whose old one vouches for it; no digits need to be compared. */
  takeKeyChange(bytes: Uint8Array): Promise<Outcome<CardOnShow>>
}
