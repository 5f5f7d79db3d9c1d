import type { Json } from '../../store/rows/common.js';
import { named } from './catalogue-names.js';

/** An entry of the catalogue that apps are made from. */
export interface CatalogueApp {
  readonly displayName: string;
  /** How people can be signed on to it; the first is taken where a request says none. */
  readonly modes: readonly string[];
  /** Members of `settings.app` in Okta's order; a star marks those that must be given. */
  readonly fields: readonly string[];
  /** What stands in members that nobody gives; null in all others. */
  readonly defaults?: Readonly<Record<string, Json>>;
  /** Whether it shows how many seats were bought. */
  readonly isLicensed?: boolean;
  /** Its links: a name, and the end of its path. */
  readonly links: Readonly<Record<string, string>>;
  /** File of its logo. */
  readonly logo: string;
}

const SAML = 'SAML_2_0';
const SWA = 'BROWSER_PLUGIN';
const OIDC = 'OPENID_CONNECT';
const DEFAULT_LOGO = 'default.6770228fb0dab49a1695ef440a5279bb.png';

const entry = (
  displayName: string,
  modes: string,
  links: Readonly<Record<string, string>>,
  fields = '',
  logo = DEFAULT_LOGO,
): CatalogueApp => ({
  displayName,
  modes: modes.split(' '),
  links,
  fields: fields === '' ? [] : fields.split(' '),
  logo,
});

/** Templates and apps that Okta itself makes (facts: apps §2). */
const templates: Readonly<Record<string, CatalogueApp>> = {
  bookmark: entry(
    'Bookmark App',
    'BOOKMARK',
    { login: '2557' },
    'requestIntegration url*',
    'bookmark-app.b81c03e2607468e5b5f9c9351c99313e.png',
  ),
  template_basic_auth: entry('Template Basic Auth App', 'BASIC_AUTH', { login: '2873' }, 'loginUrlRegex authURL* url*'),
  template_swa: entry(
    'Template App',
    SWA,
    { login: '2357' },
    'loginUrlRegex usernameField* redirectUrl buttonField* checkbox passwordField* url*',
  ),
  template_swa3field: entry(
    'Template App 3 Fields',
    SWA,
    { login: '3287' },
    'loginUrlRegex extraFieldSelector* extraFieldValue* redirectUrl userNameSelector* passwordSelector* buttonSelector* targetURL*',
  ),
  template_sps: entry(
    'Template Plugin App',
    'SECURE_PASSWORD_STORE',
    { login: '2355' },
    'usernameField* optionalField1 optionalField2Value optionalField3Value passwordField* url* optionalField1Value optionalField2 optionalField3',
  ),
  template_wsfed: entry(
    'Template WS-Fed App',
    'WS_FEDERATION',
    { login: '3187' },
    'siteURL* realm wReplyURL* wReplyOverride* audienceRestriction* nameIDFormat* authnContextClassRef* groupFilter groupName groupValueFormat* usernameAttribute* attributeStatements',
  ),
  oidc_client: entry('OpenID Connect Client', OIDC, { oidc_client_link: 'aln177a159h7Zf52X0g8' }),
  okta_org2org: entry('Okta Org2Org', `${SAML} ${OIDC}`, { login: '51975' }, 'acsUrl audRestriction baseUrl idpId'),
  sharepoint_onpremise: entry(
    'SharePoint (On-Premise)',
    'SAML_1_1',
    { login: '3601' },
    'groupFilter siteURL* attributeStatements',
  ),
};

/** Apps of the integration network whose settings are known. */
const known: Readonly<Record<string, CatalogueApp>> = {
  pagerduty: entry('PagerDuty', `${SAML} ${SWA}`, { login: '3107' }, 'adminUserId baseUrl subdomain'),
  zoomus: entry('Zoom', `${SAML} ${SWA}`, { login: '1835' }, 'subDomain* audience_uri acs_url'),
  deelhr: entry('Deel HR', `${SAML} ${OIDC}`, { deelhr_link: 'aln5a838ba0SiO7GZ0x7' }),
  amazon_aws: {
    ...entry(
      'AWS Account Federation',
      `${SAML} ${SWA}`,
      { login: '272' },
      'appFilter groupFilter secretKey useGroupMapping joinAllRoles identityProviderArn sessionDuration roleValuePattern awsEnvironmentType accessKey loginURL webSSOAllowedClient',
    ),
    defaults: {
      appFilter: 'okta',
      groupFilter: 'aws_(?{{accountid}}\\d+)_(?{{role}}[a-zA-Z0-9+=,.@\\-_]+)',
      useGroupMapping: false,
      joinAllRoles: false,
      sessionDuration: 3600,
      roleValuePattern: `arn:aws:iam::\${accountid}:saml-provider/OKTA,arn:aws:iam::\${accountid}:role/\${role}`,
      awsEnvironmentType: 'aws.amazon',
      loginURL: 'https://console.aws.amazon.com/ec2/home',
    },
  },
  jeli: entry('Jeli', OIDC, { jeli_link: 'aln1j2pa6kerQDTuQ1d8' }),
  office365: {
    ...entry(
      'Microsoft Office 365',
      `${SWA} SAML_1_1 WS_FEDERATION`,
      {
        word: 'aln17ly8t4u5vRVXq0g8',
        excel: 'aln17ly8t4vMfFmHp0g8',
        planner: 'aln19lcheurcnyLzM0g8',
        sway: 'aln19lcheusJOZ6GV0g8',
        newsfeed: '31729',
        delve: 'aln19hbfd37K0z1Y90g8',
        yammer: 'aln19lchevtvi5JD10g8',
        crm: 'aln19lcheuqhzC7uA0g8',
        forms: 'aln1eim5oy8SRvCn90g8',
        tasks: 'aln19hbfd36x3KNXY0g8',
        login: '2161',
        calendar: '30783',
        onedrive: '30785',
        powerbi: 'aln1esydxnjVK2ade0g8',
        teams: 'aln1bye81qjqxeCEO0g8',
        mail: '30781',
        sites: '31737',
        people: '31727',
        powerpoint: 'aln17ly8t4wLQMJhC0g8',
      },
      'tenantType wsFedConfigureType occSettings windowsTransportEnabled domain* msftTenant* domains requireAdminConsent',
    ),
    defaults: { windowsTransportEnabled: false, domains: [], requireAdminConsent: false },
    isLicensed: true,
  },
};

/** Apps that come with an org, by the names that requests cannot make another of. */
const system: Readonly<Record<string, CatalogueApp>> = {
  saasure: entry('Okta Admin Console', OIDC, { admin: '2' }, '', 'okta_admin_app.da3325676d57eaf566cb786dd0c7a819.png'),
  okta_enduser: entry(
    'Okta Dashboard',
    OIDC,
    {},
    '',
    'okta-logo-end-user-dashboard.fc6d8fdbcb8cb4c933d009e71456cec6.svg',
  ),
  okta_browser_plugin: entry(
    'Okta Browser Plugin',
    OIDC,
    {},
    '',
    'okta-logo-browser-plugin.1db9f55776407dfc548a5d6985ff280a.svg',
  ),
  Okta_Authenticator: entry('Okta Authenticator', OIDC, {}),
};

const catalogue: ReadonlyMap<string, CatalogueApp> = new Map([
  ...Object.entries(templates),
  ...Object.entries(known),
  ...named.map(([name, displayName, modes]) => [name, entry(displayName, modes, {})] as const),
]);

/** The names that a request may give. */
export const catalogueNames = (): Iterable<string> => catalogue.keys();

/** The entry that a request may name, or undefined. */
export const catalogueApp = (name: string): CatalogueApp | undefined => catalogue.get(name);

/** The entry of an app that comes with every org, or undefined. */
export const systemApp = (name: string): CatalogueApp | undefined =>
  Object.hasOwn(system, name) ? system[name] : undefined;

/** Whether every org may have several active apps of this entry under one label. */
export const isTemplate = (name: string): boolean => Object.hasOwn(templates, name);

/** The file of an app's logo, whatever its name. */
export const logoOf = (name: string): string => (catalogueApp(name) ?? systemApp(name))?.logo ?? DEFAULT_LOGO;

const logoFiles: ReadonlySet<string> = new Set(
  [...catalogue.values(), ...Object.values(system)].map(({ logo }) => logo),
);

/** Whether some app has this file for its logo. */
export const isLogoFile = (file: string): boolean => logoFiles.has(file);
