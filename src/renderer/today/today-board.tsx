export function TodayBoard() {
  return null
}
