import { theme } from 'antd'
import { useMemo } from 'react'

/** The theme's colours for what is drawn on a canvas, where style sheets do not reach. */
export function useChartColours() {
  const { token } = theme.useToken()
  const { colorPrimary, colorTextSecondary, colorTextBase, colorBorderSecondary, fontFamily } = token
  return useMemo(
    () => ({
      accent: colorPrimary,
      ink: colorTextSecondary,
      strongInk: colorTextBase,
      line: colorBorderSecondary,
      font: fontFamily,
    }),
    [colorPrimary, colorTextSecondary, colorTextBase, colorBorderSecondary, fontFamily],
  )
}
