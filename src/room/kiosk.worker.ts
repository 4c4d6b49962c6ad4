import { Inbox } from '../vault/inbox.ts'
import { expose } from './expose.ts'
import { kioskApi } from './kiosk.ts'

expose(kioskApi(new Inbox()))
