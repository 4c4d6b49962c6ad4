import './own-scripts.ts'
import { expose } from './expose.ts'
import { openRoom } from './room.ts'

expose(openRoom())
