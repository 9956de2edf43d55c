/** The words that firms' names, legal forms, domains and addresses are made of; `_` is a space. */
const list = (words: string): readonly string[] => words.split(' ').map((word) => word.replaceAll('_', ' '));
export const SINGLES = list(
  'Acme Atlas Apex Delta Nova Orion Vertex Summit Pinnacle Global United National Pacific Atlantic Northern Southern Premier Allied Alpha Omega Sigma Titan Phoenix Horizon Quantum Zenith Vector Matrix Fusion Synergy Catalyst Element Origin Pioneer Liberty Patriot Heritage Legacy Keystone Cornerstone Milestone Beacon Compass Meridian Equinox Solstice Aurora Polaris Sirius Vega Helios Luna Terra Aqua Ventus Ignis Optima Maxima Prima Ultra Omni Inter Trans Euro Nordic Baltic Alpine Rhein Donau Iberia Gallia Lusitania Helvetia Anglia Hanse Ost West Nord Süd',
);
export const FIRSTS = list(
  'Bright Blue Black White Green Red Silver Gold Iron Steel Stone Oak Pine Maple Cedar Birch River Lake Sea Ocean Wind Storm Cloud Sky Sun Moon Star North East West South High Deep Clear Swift Quick Bold True Fair Grand Prime Clever Smart Sharp Keen Wild Free Open Wise Noble Royal Crown Lion Eagle Falcon Wolf Bear Fox Hawk',
);
export const LASTS = list(
  'water stone field bridge ford gate point peak ridge hill dale wood leaf branch root spring stream shore port haven harbor light path way line mark craft works forge mill smith wright house hall court yard side land view scape sphere wave beam spark pulse logic mind',
);
export const BRANDS = list(
  'zapp quiv loop nimb flux vyb kod tren mix bol dax pry snap grid hub drift wrap stak lum zen opti veri medi agri fin data info tele cyber bio eco geo neuro',
);
export const BRAND_ENDS = list('ly ify io ora ix era on us ium ex al ity a o eo ient wise point base soft tech net');
export const TRADES = list(
  'Software Systems Solutions Consulting Logistics Foods Capital Partners Health Energy Media Labs Industries Technologies Services Engineering Construction Manufacturing Insurance Financial Marketing Design Analytics Networks Security Robotics Pharma Diagnostics Dental Legal Properties Holdings Transport Freight Packaging Plastics Metals Textiles Electronics Automotive Aviation Marine Hospitality Travel Education Staffing Recruitment Events Printing Optics Chemicals Bank Wealth_Management Real_Estate Home_Care Water_Treatment Machine_Tools',
);
export const LEGALS: Readonly<Record<string, readonly string[]>> = {
  US: ['Inc', 'Inc.', 'LLC', 'Corp', 'Corporation', 'Co.', 'L.L.C.', 'Incorporated', 'Company', 'LP', ''],
  GB: ['Ltd', 'Limited', 'PLC', 'LLP', 'Ltd.', ''],
  AU: ['Pty Ltd', 'Pty. Ltd.', 'Ltd', ''],
  CA: ['Inc', 'Ltée', 'Ltd', ''],
  DE: ['GmbH', 'AG', 'GmbH & Co. KG', 'KG', 'UG (haftungsbeschränkt)', 'SE', 'e.K.', ''],
  AT: ['GmbH', 'AG', 'Ges.m.b.H.'],
  CH: ['AG', 'GmbH', 'SA'],
  FR: ['SAS', 'SARL', 'S.A.', 'S.A.S.', ''],
  BE: ['NV', 'BVBA', 'SA', 'SPRL'],
  ES: ['S.L.', 'S.A.', 'SL', 'S.L.U.', ''],
  MX: ['S.A. de C.V.', 'S. de R.L.'],
  BR: ['Ltda', 'Ltda.', 'S.A.', 'S/A'],
  PT: ['Lda', 'S.A.'],
  IT: ['S.r.l.', 'S.p.A.', 'Srl', 'SpA', 'S.n.c.'],
  NL: ['B.V.', 'BV', 'N.V.', 'V.O.F.'],
  SE: ['AB', 'AB (publ)', ''],
  DK: ['A/S', 'ApS', ''],
  NO: ['AS', 'ASA', ''],
  FI: ['Oy', 'Oyj', 'Ab Oy'],
  PL: ['Sp. z o.o.', 'S.A.', 'sp. j.', ''],
  IN: ['Pvt Ltd', 'Private Limited', 'Ltd', 'Pvt. Ltd.'],
  TR: ['A.Ş.', 'Ltd. Şti.'],
  JP: ['K.K.', 'Co., Ltd.'],
  CN: ['Co., Ltd.', 'Co. Ltd'],
  KR: ['Co., Ltd.', 'Inc.'],
  AE: ['LLC', 'FZE', 'FZCO'],
  SG: ['Pte Ltd', 'Pte. Ltd.'],
  IL: ['Ltd', 'Ltd.'],
  VN: ['JSC', 'Co., Ltd.'],
};

export const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  GB: ['co.uk', 'co.uk', 'com'],
  AU: ['com.au', 'com'],
  BR: ['com.br'],
  IN: ['in', 'co.in', 'com'],
  TR: ['com.tr', 'com'],
  JP: ['co.jp', 'jp'],
  CN: ['com.cn', 'cn', 'com'],
  KR: ['co.kr', 'com'],
  SG: ['com.sg', 'com'],
  MX: ['com.mx', 'com'],
  IL: ['co.il', 'com'],
  US: ['com', 'com', 'com', 'com', 'net', 'io', 'org', 'co'],
};

export const FREE_HOSTS: readonly string[] = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
];
export const FREE_HOSTS_OF: Readonly<Record<string, readonly string[]>> = {
  DE: ['gmx.de', 'web.de', 't-online.de', 'gmail.com'],
  AT: ['gmx.at', 'gmail.com'],
  FR: ['orange.fr', 'free.fr', 'gmail.com', 'hotmail.fr'],
  IT: ['libero.it', 'gmail.com', 'virgilio.it'],
  PL: ['wp.pl', 'onet.pl', 'gmail.com', 'o2.pl'],
  CN: ['qq.com', '163.com', '126.com'],
  KR: ['naver.com', 'gmail.com'],
  NL: ['ziggo.nl', 'gmail.com', 'kpnmail.nl'],
  GB: ['btinternet.com', 'gmail.com', 'hotmail.co.uk', 'yahoo.co.uk'],
};
/** What people write who have no firm. */
export const NO_FIRMS = [
  'Freelance',
  'Self-employed',
  'Self employed',
  'Independent Consultant',
  'Freelancer',
  'Private',
  'n/a',
  'N/A',
  'Retired',
  'Student',
  'Homeowner',
  'None',
  '-',
];
