import type { Organisation } from '../organisation';
import { escaped } from '../auth/signInPage';

/** The page that carries the shell, for every address of the app. No outside address is in it. */
export function shellPage(organisation: Organisation): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(organisation.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/web/fabric.css">
<link rel="stylesheet" href="/web/shell.css">
</head>
<body class="ms-Fabric">
<div id="app"></div>
<noscript>This app needs JavaScript.</noscript>
<script src="/web/platform.js"></script>
<script src="/web/shell.js"></script>
</body>
</html>`;
}

/** What pages may load: this CRM and the service, nothing else on any network. */
export function contentSecurityPolicy(serviceAddress: string): string {
  return [
    "default-src 'self'",
    `connect-src 'self' ${new URL(serviceAddress).origin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
