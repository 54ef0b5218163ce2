import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// Entra sends users back to this page, in a window or unseen: what it brings goes to the page that asked.
void broadcastResponseToMainFrame();
