/**
 * What the exporter's ids of browsers and systems stand for, as the vendor's documentation lists them. Ids are in the
 * one spelling of `canonicalId`.
 */
export const browsers: Readonly<Record<string, string>> = {
  '2f5c5058-9d1f-4969-84dd-17d0e67bb4a4': 'Microsoft Edge',
  '5baeadfc-25d3-4059-bc7b-f5ae56e6d530': 'Opera',
  'f9b18f1b-89dc-48e3-a0af-0532ce0e23f7': 'Netscape',
  'a44c2f62-82fa-4e28-b3ff-e5db4861ccdb': 'SeaMonkey',
  'd28c8f68-aaeb-4f70-8f25-e898b9c303e7': 'Camino',
  '807c4a91-d194-443b-8052-5a4f2945fba0': 'Firefox',
  '881b893b-cd9d-4382-bc44-6cb483ae20f2': 'UC Browser',
  'e075c8df-a34a-4015-b9dd-54eab8192458': 'Sleipnir',
  'e9f61625-b032-449b-8cd6-254ed21f39e4': 'Internet Explorer',
  '27b2ef0a-17f1-4444-89cd-91665330a566': 'Samsung Internet',
  'a672ec74-b253-4aa3-9158-d4f7cd9818b8': 'Outlook',
  '7759e90a-93d0-4891-a6f3-a17d05335bf4': 'Comodo Dragon',
  'a90b7cb3-ddc2-456d-9c8d-e90104ed6d81': 'ChromePlus',
  'a8a2dc38-6acd-42c3-999b-5599e31aca3b': 'Chrome',
  'b0541878-4329-4f38-8b2f-54fea245ee22': 'Rekonq',
  'e54ffd0f-c94d-435f-8a97-407c634cbda1': 'Safari',
  '30f089c6-c601-42d5-9922-366c0acfaf40': 'Konqueror',
  'f5b513f6-ad0a-4515-9a63-4e7bcc3c928f': 'Other',
};

interface SystemDef {
  readonly title: string;
  /** What such a system mostly runs on: the export does not tell devices of opens and clicks. */
  readonly device: 'Computer' | 'Phone or tablet' | 'Other';
}

const computer = (title: string): SystemDef => ({ title, device: 'Computer' });
const mobile = (title: string): SystemDef => ({ title, device: 'Phone or tablet' });

export const systems: Readonly<Record<string, SystemDef>> = {
  '2fd14342-0556-42bf-a155-7f1343ce16df': computer('Windows'),
  '307e8c83-fa4e-4d6d-8973-73b79f9d0101': mobile('Symbian'),
  'f2372ff7-5aa7-482c-99d7-ef2b1c8d64ff': computer('Solaris'),
  '691fee8e-7c8d-4ee4-bb40-5c924affd9fe': computer('macOS'),
  '407890b5-651f-4935-9d1c-4d146076bbfe': computer('Linux'),
  'cc324703-9d00-4cf9-bee7-fa65b373841d': mobile('iOS'),
  '9d1dacfc-3270-40e8-85e3-64bb62b2c562': computer('Chrome OS'),
  '5b72cdd9-3277-4472-9051-d2631a2f69e9': mobile('Fire OS'),
  'df7d6ff2-99a7-4e1d-96af-0bbcc59cd7f8': mobile('BlackBerry'),
  'dcb8d655-5b63-4a3a-92f5-3213686344fa': mobile('Bada'),
  '731cdf56-671e-4694-9685-71173e7e3412': computer('AIX'),
  '6b6b81d0-ef01-4b4d-8430-675dc31ae27d': mobile('Android'),
  '8c0667b0-492a-4872-bcdd-0a9278127bdb': computer('AmigaOS'),
  '6b467d92-4ca8-4ea5-bc36-6fc1ba779f43': { title: 'Other', device: 'Other' },
};
