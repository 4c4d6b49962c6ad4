import { groupCourseKind } from '../../casework/activities/group-course.ts'
import { type GroupPart, groupPartsOf } from '../../casework/activities/group-sessions.ts'
import type { Session } from '../session.ts'

/** In which group sessions a client is known to have taken part, also under files that are read with theirs; oldest first. */
export const groupsOfClient = async (
  { list, merged }: Pick<Session, 'list' | 'merged'>,
  clientId: string,
): Promise<GroupPart[]> => {
  const { readTogether } = await merged()
  return groupPartsOf(readTogether(clientId), (await list(groupCourseKind)).records)
}
