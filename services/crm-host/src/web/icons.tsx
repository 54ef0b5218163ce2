import * as React from 'react';
import { registerIcons, setIconOptions } from '@fluentui-platform/react';
import add from '@fluentui/svg-icons/icons/add_16_regular.svg';
import arrowLeft from '@fluentui/svg-icons/icons/arrow_left_16_regular.svg';
import book from '@fluentui/svg-icons/icons/book_16_regular.svg';
import building from '@fluentui/svg-icons/icons/building_16_regular.svg';
import calendar from '@fluentui/svg-icons/icons/calendar_ltr_16_regular.svg';
import checkmark from '@fluentui/svg-icons/icons/checkmark_16_regular.svg';
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg';
import chevronLeft from '@fluentui/svg-icons/icons/chevron_left_16_regular.svg';
import chevronRight from '@fluentui/svg-icons/icons/chevron_right_16_regular.svg';
import chevronUp from '@fluentui/svg-icons/icons/chevron_up_16_regular.svg';
import circle from '@fluentui/svg-icons/icons/circle_16_regular.svg';
import refresh from '@fluentui/svg-icons/icons/arrow_clockwise_16_regular.svg';
import trash from '@fluentui/svg-icons/icons/delete_16_regular.svg';
import dismiss from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import document from '@fluentui/svg-icons/icons/document_16_regular.svg';
import errorCircle from '@fluentui/svg-icons/icons/error_circle_16_regular.svg';
import flag from '@fluentui/svg-icons/icons/flag_16_regular.svg';
import flow from '@fluentui/svg-icons/icons/branch_fork_16_regular.svg';
import formPage from '@fluentui/svg-icons/icons/document_bullet_list_16_regular.svg';
import globe from '@fluentui/svg-icons/icons/globe_16_regular.svg';
import gridDots from '@fluentui/svg-icons/icons/grid_dots_16_regular.svg';
import home from '@fluentui/svg-icons/icons/home_16_regular.svg';
import info from '@fluentui/svg-icons/icons/info_16_regular.svg';
import link from '@fluentui/svg-icons/icons/link_16_regular.svg';
import lock from '@fluentui/svg-icons/icons/lock_closed_16_regular.svg';
import mail from '@fluentui/svg-icons/icons/mail_16_regular.svg';
import more from '@fluentui/svg-icons/icons/more_horizontal_16_regular.svg';
import navigation from '@fluentui/svg-icons/icons/navigation_16_regular.svg';
import people from '@fluentui/svg-icons/icons/people_16_regular.svg';
import person from '@fluentui/svg-icons/icons/person_16_regular.svg';
import save from '@fluentui/svg-icons/icons/save_16_regular.svg';
import search from '@fluentui/svg-icons/icons/search_16_regular.svg';
import settings from '@fluentui/svg-icons/icons/settings_16_regular.svg';
import signOut from '@fluentui/svg-icons/icons/sign_out_20_regular.svg';
import sortDown from '@fluentui/svg-icons/icons/arrow_down_16_regular.svg';
import sortUp from '@fluentui/svg-icons/icons/arrow_up_16_regular.svg';
import star from '@fluentui/svg-icons/icons/star_16_regular.svg';
import sun from '@fluentui/svg-icons/icons/weather_sunny_16_regular.svg';
import warning from '@fluentui/svg-icons/icons/warning_16_regular.svg';

/** Drawings by the name that Fluent's controls and the registry's record types use. */
const drawings = {
  Add: add,
  Back: arrowLeft,
  BranchMerge: flow,
  Calendar: calendar,
  Cancel: dismiss,
  CheckMark: checkmark,
  ChevronDown: chevronDown,
  ChevronLeft: chevronLeft,
  ChevronRight: chevronRight,
  ChevronUp: chevronUp,
  CircleRing: circle,
  CityNext: building,
  Clear: dismiss,
  Contact: person,
  Delete: trash,
  Dictionary: book,
  ErrorBadge: errorCircle,
  FavoriteStar: star,
  Flag: flag,
  GlobalNavButton: navigation,
  Globe: globe,
  Home: home,
  Info: info,
  Link: link,
  Lock: lock,
  Mail: mail,
  More: more,
  Page: document,
  People: people,
  Refresh: refresh,
  Save: save,
  Search: search,
  Settings: settings,
  SignOut: signOut,
  SortDown: sortDown,
  SortUp: sortUp,
  StatusCircleCheckmark: checkmark,
  Sunny: sun,
  TextDocument: formPage,
  WaffleOffice365: gridDots,
  Warning: warning,
} as const;

export type IconName = keyof typeof drawings;

/** A drawing of 16 by 16 in the colour of the text around it; it says nothing to screen readers. */
export function Icon({ name }: { readonly name: IconName }): React.ReactElement {
  return <span className="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawings[name] }} />;
}

export function isIconName(name: string): name is IconName {
  return Object.hasOwn(drawings, name);
}

/** Gives the drawings to Fluent's controls, in place of the icon font that is neither fetched nor shipped. */
export function registerDrawings(): void {
  const icons = Object.fromEntries(
    Object.keys(drawings)
      .filter(isIconName)
      .map((name) => [name, <Icon key={name} name={name} />]),
  );
  // Controls bring drawings of their own under the same names; the first ones stay.
  setIconOptions({ disableWarnings: true });
  registerIcons({ icons });
}
