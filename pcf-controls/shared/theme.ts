import { createTheme, getTheme, type IPalette, type ITheme } from '@fluentui/react';

/** Fluent's palette for dark backgrounds, where the host says no more than that it is dark. */
const darkPalette: Partial<IPalette> = {
  themePrimary: '#2899f5',
  themeDarkAlt: '#3aa0f3',
  themeDark: '#6cb8f6',
  themeDarker: '#82c7ff',
  themeSecondary: '#0078d4',
  themeTertiary: '#235a85',
  themeLight: '#004c87',
  themeLighter: '#043862',
  themeLighterAlt: '#092c47',
  black: '#ffffff',
  neutralDark: '#faf9f8',
  neutralPrimary: '#f3f2f1',
  neutralPrimaryAlt: '#d0d0d0',
  neutralSecondary: '#c8c6c4',
  neutralSecondaryAlt: '#979593',
  neutralTertiary: '#a19f9d',
  neutralTertiaryAlt: '#605e5c',
  neutralQuaternary: '#4f4d4b',
  neutralQuaternaryAlt: '#484644',
  neutralLight: '#3b3a39',
  neutralLighter: '#323130',
  neutralLighterAlt: '#1b1a19',
  white: '#252423',
};

/** The host's theme as far as it is known: its palette, or that it is dark, or nothing. */
export interface HostTheme {
  readonly palette?: Partial<IPalette>;
  readonly isDark?: boolean;
}

/** The Fluent theme that the tab is drawn with: the host's own, else the platform's, else one of the two known ones. */
export function themeOf({ palette, isDark }: HostTheme): ITheme {
  const platform = getTheme();
  const dark = isDark ?? platform.isInverted;
  if (palette) return withLinks(createTheme({ palette, isInverted: dark }));
  return withLinks(
    dark === platform.isInverted ? platform : createTheme(dark ? { palette: darkPalette, isInverted: true } : {}),
  );
}

/** Links darker than Fluent's own, which pass 4.5:1 on the grey page too. */
function withLinks(theme: ITheme): ITheme {
  const link = theme.isInverted ? theme.palette.themeDark : theme.palette.themeDarkAlt;
  const linkHovered = theme.isInverted ? theme.palette.themeDarker : theme.palette.themeDark;
  return { ...theme, semanticColors: { ...theme.semanticColors, link, linkHovered } };
}

/** One hue, none to most. */
const ramp = ['#f3f2f1', '#deecf9', '#a9d0f0', '#5ea6e0', '#106ebe', '#004578'];
const ink = { dark: '#201f1e', light: '#ffffff' };

/** Of links, rank 1 to last. A message is light on either theme, and so are its colours. */
const heat = [
  { fill: '#a4262c', ink: ink.light },
  { fill: '#ca5010', ink: ink.light },
  { fill: '#f2a65a', ink: ink.dark },
  { fill: '#f7e3a1', ink: ink.dark },
  { fill: '#bcd9ea', ink: ink.dark },
  { fill: '#5b9bd1', ink: ink.dark },
  { fill: '#1f5fa8', ink: ink.light },
];

const light = {
  series: ['#0078d4', '#005e50', '#986f0b', '#881798', '#c239b3'],
  other: '#8a8886',
  warningInk: '#8a3707',
  grid: ramp.map((fill, step) => ({ fill, ink: step < 4 ? ink.dark : ink.light })),
  heat,
};
const dark = {
  series: ['#2899f5', '#c4f0e6', '#c19c00', '#d9c8ff', '#ff99bc'],
  other: '#8a8886',
  warningInk: '#fce100',
  grid: [...ramp].reverse().map((fill, step) => ({ fill, ink: step > 1 ? ink.dark : ink.light })),
  heat,
};

/** Colours that carry data and have no token: series in their fixed order, "other", the ink of warnings, and the steps of grids and of links. */
export function dataColours(theme: ITheme): typeof light {
  return theme.isInverted ? dark : light;
}
