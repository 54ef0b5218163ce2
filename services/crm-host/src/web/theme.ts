import { createTheme, loadTheme, type IPalette, type Theme } from '@fluentui-platform/react';

export type ThemeName = 'light' | 'dark';

/** What Fluent's own palette has otherwise for dark backgrounds; light is Fluent's default. */
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

const fonts = {
  fontFamily:
    '"Segoe UI", "Segoe UI Web (West European)", -apple-system, Roboto, "Open Sans", "Helvetica Neue", system-ui, sans-serif',
};

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: createTheme({ defaultFontStyle: fonts }),
  dark: createTheme({ palette: darkPalette, isInverted: true, defaultFontStyle: fonts }),
};

export function themeOf(name: ThemeName): Theme {
  return themes[name];
}

const kept = 'crm.theme';

/** The theme chosen before on this machine, else what the system prefers. */
export function chosenTheme(): ThemeName {
  const name = window.localStorage.getItem(kept);
  if (name === 'light' || name === 'dark') return name;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Gives the theme to Fluent, and its palette to the shell's own styles as custom properties. */
export function applyTheme(name: ThemeName): void {
  const theme = loadTheme(themeOf(name));
  const root = document.documentElement;
  for (const [token, colour] of Object.entries(theme.palette)) root.style.setProperty(`--${token}`, String(colour));
  root.style.setProperty('--link', name === 'dark' ? theme.palette.themeDark : theme.palette.themeDarkAlt);
  root.dataset['theme'] = name;
  root.style.colorScheme = name;
}

export function keepTheme(name: ThemeName): void {
  window.localStorage.setItem(kept, name);
}
