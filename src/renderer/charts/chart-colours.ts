import { theme } from 'antd'
import { useMemo } from 'react'

/** `bands`: from the one that asks for the least to the one that asks for the most; red stays reserved for today's alerts. */
const day = {
  bands: ['#eef5f1', '#f6f5e8', '#faefd9', '#f7e3c5', '#f1d3b0'],
  others: ['#6b4f8a', '#8a5a1d', '#2f5d8a', '#5b6663'],
  hues: ['#6f9b8d', '#2b5348', '#b8893a', '#6b7fa3', '#8a6f8f', '#5b6663'],
}
const night = {
  bands: ['#1f2d29', '#2b2d22', '#352e1f', '#3f321f', '#4a3820'],
  others: ['#bfa4dd', '#dcae6c', '#84b6e4', '#a6b4af'],
  hues: ['#6f9b8d', '#a9d3c6', '#d3a557', '#8fa5cd', '#b394b9', '#a6b4af'],
}

/** Whether a ground is darker than what stands on it. */
const isDark = (ground: string): boolean => Number.parseInt(ground.slice(1, 3), 16) < 128

/** The theme's colours for what is drawn on a canvas, where style sheets do not reach. */
export function useChartColours() {
  const { token } = theme.useToken()
  const { colorPrimary, colorTextSecondary, colorTextBase, colorBorderSecondary, colorBgBase, fontFamily } =
    token
  return useMemo(
    () => ({
      ...(isDark(colorBgBase) ? night : day),
      accent: colorPrimary,
      ink: colorTextSecondary,
      strongInk: colorTextBase,
      line: colorBorderSecondary,
      font: fontFamily,
    }),
    [colorPrimary, colorTextSecondary, colorTextBase, colorBorderSecondary, colorBgBase, fontFamily],
  )
}
