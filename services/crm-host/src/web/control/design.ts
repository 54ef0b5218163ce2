import { themeOf, type ThemeName } from '../theme';

/** The blue ramp of model-driven apps, dark to light. */
const brand = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

/** `context.fluentDesignLanguage`: whether the app is dark, and the tokens of its colours. */
export function designOf(name: ThemeName): object {
  const { palette, fonts } = themeOf(name);
  return {
    isDarkTheme: name === 'dark',
    brand,
    tokenTheme: {
      fontFamilyBase: fonts.medium.fontFamily,
      colorNeutralForeground1: palette.neutralDark,
      colorNeutralForeground2: palette.neutralPrimary,
      colorNeutralForeground3: palette.neutralSecondary,
      colorNeutralBackground1: palette.white,
      colorNeutralBackground2: palette.neutralLighterAlt,
      colorNeutralBackground3: palette.neutralLighter,
      colorNeutralStroke1: palette.neutralTertiaryAlt,
      colorNeutralStroke2: palette.neutralLight,
      colorBrandBackground: palette.themePrimary,
      colorBrandForeground1: palette.themePrimary,
      colorBrandForegroundLink: palette.themeDarkAlt,
    },
  };
}
