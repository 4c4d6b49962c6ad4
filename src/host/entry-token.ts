import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may make host calls: whoever entered with a secret that is drawn anew at each start. */
export interface Entry {
  /** Opens as often as wanted while the server runs; for this person's own terminal and files. */
  token: string
  /** Opens once: other users of the machine may read it in the list of programs. */
  ticket(): string
  /** The cookie for who comes with the token or an unused ticket, or null. */
  admit(secret: string | null): string | null
  /** Whether the request's cookies were given out here. */
  isAdmitted(cookies: string | undefined): boolean
}

/** `port` tells the cookies of several servers apart: a browser sends them all to every port. */
export const drawEntry = (port: number): Entry => {
  const token = draw()
  const cookie = `anxin-${port}`
  const tickets = new Set<string>()
  return {
    token,
    ticket() {
      const ticket = draw()
      tickets.add(ticket)
      return ticket
    },
    admit(secret) {
      if (secret === null || !(tickets.delete(secret) || isSame(secret, token))) return null
      return `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/host`
    },
    isAdmitted: (cookies = '') =>
      cookies
        .split('; ')
        .some((one) => one.startsWith(`${cookie}=`) && isSame(one.slice(cookie.length + 1), token)),
  }
}

const draw = (): string => randomBytes(32).toString('base64url')

/** Takes as long for a secret that is nearly right as for any other. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other))

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
