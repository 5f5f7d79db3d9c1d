/** Passwords that everybody tries first, in lower case: refused where the policy excludes common ones. A data table. */
export const commonPasswords: ReadonlySet<string> = new Set(
  (
    'password password1 password12 password123 passw0rd passw0rd1 p@ssw0rd p@ssword p@ssword1 12345678 123456789 ' +
    '1234567890 87654321 11111111 00000000 abc12345 abcd1234 a1b2c3d4 qwerty12 qwerty123 qwertyui qwertyuiop 1q2w3e4r ' +
    '1q2w3e4r5t 1qaz2wsx zaq12wsx asdfghjk asdfghjkl letmein1 letmein12 letmein123 welcome1 welcome12 welcome123 ' +
    'changeme changeme1 changeme123 iloveyou iloveyou1 sunshine sunshine1 princess princess1 football football1 ' +
    'baseball baseball1 superman superman1 batman123 trustno1 dragon123 monkey123 master123 shadow123 michael1 ' +
    'jennifer1 jordan23 computer computer1 internet internet1 samsung1 starwars starwars1 whatever whatever1 ' +
    'administrator admin123 admin1234 administrator1 default1 default123 temp1234 temppass1 test1234 testtest1 ' +
    'secret123 secret1234 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 autumn2025'
  ).split(' '),
);
