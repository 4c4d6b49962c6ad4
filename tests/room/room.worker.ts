import { expose } from '../../src/room/expose.ts'
import { openRoom } from '../../src/room/room.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'

// The program's worker, in which passphrases cost no more than they must.
expose(openRoom(kdfFloor))
