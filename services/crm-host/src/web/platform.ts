import './ownFontsOnly';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as Fluent from '@fluentui-platform/react';

/** The libraries of the platform under the names that built controls look for. */
Object.assign(window, { Reactv16: React, ReactDOMv16: ReactDOM, FluentUIReactv81211: Fluent });
