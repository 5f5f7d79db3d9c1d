/** An entry of the catalogue that apps are made from. */
export interface CatalogueApp {
  readonly displayName: string;
  /** How people can be signed on to it; the first is taken where a request says none. */
  readonly modes: readonly string[];
  /** Members of `settings.app` in Okta's order; a star marks those that must be given. */
  readonly fields: readonly string[];
  /** What stands in members that nobody gives; null in all others. */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  /** Its links: a name, and the end of its path. */
  readonly links: Readonly<Record<string, string>>;
  /** File of its logo. */
  readonly logo: string;
}

const SAML = 'SAML_2_0';
const SWA = 'BROWSER_PLUGIN';
const AUTO = 'AUTO_LOGIN';
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
  okta_org2org: entry('Okta Org2Org', `${SAML} ${AUTO}`, { login: '51975' }, 'acsUrl audRestriction baseUrl'),
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
  office365: entry(
    'Microsoft Office 365',
    `${SWA} SAML_1_1 WS_FEDERATION`,
    { login: '2161', mail: '30781', calendar: '30783', onedrive: '30785', people: '31727', newsfeed: '31729' },
    'domain* msftTenant* domains wsFedConfigureType requireAdminConsent windowsTransportEnabled',
  ),
};

/** Apps of the integration network of which no more than their names is known: whatever settings come are kept. */
const named: readonly (readonly [name: string, displayName: string, modes: string])[] = [
  ['active_directory', 'Active Directory', AUTO],
  ['adobe_creative_cloud', 'Adobe Creative Cloud', `${SAML} ${SWA}`],
  ['adp', 'ADP', `${SWA} ${SAML}`],
  ['airtable', 'Airtable', `${SAML} ${SWA}`],
  ['amazon_appstream', 'Amazon AppStream 2.0', SAML],
  ['amazon_aws_sso', 'AWS IAM Identity Center', SAML],
  ['asana', 'Asana', `${SAML} ${SWA}`],
  ['atlassian', 'Atlassian Cloud', `${SAML} ${SWA}`],
  ['aws_console', 'AWS Console', `${SWA} ${SAML}`],
  ['bamboohr', 'BambooHR', `${SAML} ${SWA}`],
  ['boxnet', 'Box', `${SAML} ${SWA}`],
  ['cisco_webex_meetings', 'Cisco Webex Meetings', `${SAML} ${SWA}`],
  ['cloudflare', 'Cloudflare', `${SAML} ${SWA} ${OIDC}`],
  ['concur', 'Concur', `${SAML} ${SWA}`],
  ['confluence_onprem', 'Confluence (On-Premises)', `${SAML} ${SWA}`],
  ['datadog', 'Datadog', `${SAML} ${SWA}`],
  ['docusign', 'DocuSign', `${SAML} ${SWA}`],
  ['dropbox_for_business', 'Dropbox Business', `${SAML} ${SWA}`],
  ['egnyte', 'Egnyte', `${SAML} ${SWA}`],
  ['expensify', 'Expensify', `${SAML} ${SWA}`],
  ['facebook', 'Facebook', SWA],
  ['figma', 'Figma', `${SAML} ${SWA}`],
  ['freshservice', 'Freshservice', `${SAML} ${SWA}`],
  ['github', 'GitHub', SWA],
  ['github_enterprise_cloud', 'GitHub Enterprise Cloud - Organization', SAML],
  ['github_enterprise_managed_user', 'GitHub Enterprise Managed User', SAML],
  ['githubcloud', 'GitHub Enterprise Cloud - Enterprise Accounts', SAML],
  ['gitlab', 'GitLab', `${SAML} ${SWA}`],
  ['google', 'Google Workspace', `${SAML} ${SWA}`],
  ['gotomeeting', 'GoToMeeting', `${SAML} ${SWA}`],
  ['grafana', 'Grafana', `${SAML} ${SWA}`],
  ['hubspot_saml', 'HubSpot', `${SAML} ${SWA}`],
  ['jira_onprem', 'Jira (On-Premises)', `${SAML} ${SWA}`],
  ['lastpass', 'LastPass', `${SAML} ${SWA}`],
  ['linkedin', 'LinkedIn', SWA],
  ['lucidchart', 'Lucidchart', `${SAML} ${SWA}`],
  ['mimecast', 'Mimecast', `${SAML} ${SWA}`],
  ['miro', 'Miro', `${SAML} ${SWA}`],
  ['mongodb_cloud', 'MongoDB Cloud', SAML],
  ['netsuite', 'NetSuite', `${SAML} ${SWA}`],
  ['newrelic', 'New Relic', `${SAML} ${SWA}`],
  ['notion', 'Notion', `${SAML} ${SWA}`],
  ['opsgenie', 'Opsgenie', `${SAML} ${SWA}`],
  ['panw_globalprotect', 'Palo Alto Networks - GlobalProtect', SAML],
  ['salesforce', 'Salesforce.com', `${SAML} ${SWA}`],
  ['sentry', 'Sentry', `${SAML} ${SWA}`],
  ['servicenow_ud', 'ServiceNow UD', `${SAML} ${SWA}`],
  ['slack', 'Slack', `${SAML} ${SWA}`],
  ['smartsheet', 'Smartsheet', `${SAML} ${SWA}`],
  ['snowflake', 'Snowflake', SAML],
  ['splunk_cloud', 'Splunk Cloud', SAML],
  ['sumologic', 'Sumo Logic', `${SAML} ${SWA}`],
  ['tableau_online', 'Tableau Cloud', `${SAML} ${SWA}`],
  ['trello', 'Trello', `${SAML} ${SWA}`],
  ['twitter', 'Twitter', SWA],
  ['workday', 'Workday', `${SAML} ${SWA}`],
  ['zendesk', 'Zendesk', `${SAML} ${SWA}`],
  ['zscalerbyz', 'Zscaler', SAML],
];

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
