import { useMemo } from 'react'
import type { Construct } from '../../casework/results/constructs.ts'
import { type ScoreCourse, scoreCourses } from '../../casework/results/score-courses.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { type Query, useQuery } from '../room/use-query.ts'
import { scaleOnShelf } from './scale-on-shelf.ts'

/** The constructs, and the scores over time of the file on show; null while they are awaited. */
export function useCourses(): Pick<Query<unknown>, 'failed'> & {
  constructs: readonly Construct[] | null
  courses: ScoreCourse[] | null
} {
  const { file, shelf } = useClientOnShow()
  const { data: constructs, failed } = useQuery(() => room.constructs(), [])
  const courses = useMemo(
    () => (constructs === null ? null : scoreCourses(file.assessments, constructs, scaleOnShelf(shelf))),
    [file.assessments, shelf, constructs],
  )
  return { constructs, courses, failed }
}
