import { initialsOf } from '../initials';
import type { Organisation } from '../organisation';
import { rightsInWords, type User } from '../users';

/** The page that lists who can sign in. It needs no script, so that it works before anything is built. */
export function signInPage(organisation: Organisation, users: readonly User[], returnTo: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · ${escaped(organisation.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/web/fabric.css">
<link rel="stylesheet" href="/web/shell.css">
</head>
<body class="ms-Fabric sign-in">
<main>
<h1 class="ms-fontSize-20 ms-fontWeight-semibold">Sign in</h1>
<p>This is a local CRM for trying things out: no passwords, and only this machine reaches it. Choose who you are.</p>
<ul>${users.map((user) => userItem(user, returnTo)).join('')}</ul>
${users.length === 0 ? '<p>Nobody can sign in: the table systemuser has no records.</p>' : ''}
</main>
</body>
</html>`;
}

function userItem(user: User, returnTo: string): string {
  return `<li><form method="post" action="/sign-in"><input type="hidden" name="return" value="${escaped(returnTo)}">
<button name="user" value="${escaped(user.id)}"><span class="persona" aria-hidden="true">${escaped(initialsOf(user.name))}</span>
<span><b>${escaped(user.name)}</b><span class="second">${escaped(user.title)}</span><span class="second">${escaped(rightsInWords(user))}</span></span></button></form></li>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in markup and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
