import type { JobFunction, Level } from './titles.ts';

/**
 * Words of job titles, by what they say. Compared in lower case without accents and signs. `...` stands for words between, `*` at an
 * end for the rest of a word; a comma ends one pattern. Of levels the first row wins, so that the more telling words stand first; of functions every row counts.
 */
export const LEVEL_WORDS: readonly (readonly [level: Level, words: string])[] = [
  // Deputies that are steps of the ladder by themselves.
  ['director', 'chief of staff, general manager'],
  ['senior_manager', 'assistant vice president, avp'],
  ['senior_manager', 'assistant director, deputy director, sub director, subdirector, subdirectora, wicedyrektor'],
  ['manager', 'assistant manager, assistant general manager, deputy manager'],
  // Who helps somebody is not that somebody: "Assistant to the CEO", "Director's assistant".
  ['ic', 'assistant, secretary, intern, receptionist, student, trainee, apprentice, pa to, office of'],
  ['ic', 'assistent, assistentin, sekretar, sekretarin, praktikant, praktikantin, werkstudent, azubi'],
  ['ic', 'assistante, secretaire, stagiaire, alternant, asistente, asistenta, secretaria, secretario, becario'],
  ['ic', 'assistente, segretaria, segretario, tirocinante, stagista, secretaresse, stagiair, estagiario, estagiaria'],
  ['ic', 'sekreterare, sekretaer, assistentka, asystent, asystentka, sekretarka, stazysta'],
  // Owners of things, not of the company; partners of the business, not in it.
  ['ic', 'product owner, process owner, service owner, system owner, data owner, business owner of, business partner'],
  ['manager', 'partner manager, partnership manager, partner success manager, partner marketing manager'],
  ['vp', 'svp, evp, vp, v p, vice president, vice presidente, vice president*, wiceprezes, head of'],
  ['c_level', 'ceo, cfo, cio, coo, cto, cro, cso, cmo, cpo, cdo, ciso, chro, cxo, cco, clo'],
  ['c_level', 'chief ... officer, chief executive, president, managing director, director general, general director'],
  [
    'c_level',
    'geschaftsfuhrer, geschaftsfuhrerin, geschaeftsfuehrer, geschaeftsfuehrerin, geschaftsfuhrung, geschaftsleitung, vorstand, vorstandsvorsitzende*',
  ],
  ['c_level', 'pdg, dg, directeur general, directrice generale, president directeur general, presidente'],
  ['c_level', 'director general, directora general, consejero delegado, consejera delegada, gerente general'],
  [
    'c_level',
    'amministratore delegato, amministratrice delegata, direttore generale, direttrice generale, amministratore unico',
  ],
  ['c_level', 'algemeen directeur, bestuurder, bestuursvoorzitter, diretor geral, diretora geral, diretor executivo'],
  ['c_level', 'vd, verkstallande direktor, administrerende direktor, adm direktor, daglig leder, koncernchef'],
  ['c_level', 'prezes, prezes zarzadu, czlonek zarzadu, dyrektor generalny, dyrektor zarzadzajacy'],
  ['owner', 'owner, founder, cofounder, co founder, partner, proprietor, inhaber, inhaberin, grunder, gesellschafter'],
  [
    'owner',
    'gerant, gerante, fondateur, fondatrice, proprietaire, associe, dueno, duena, propietario, propietaria, socio, socia, fundador, fundadora',
  ],
  [
    'owner',
    'titolare, fondatore, fondatrice, proprietario, proprietaria, eigenaar, oprichter, vennoot, agare, grundare, ejer, stifter, eier, wlasciciel, wlascicielka, zalozyciel, wspolnik',
  ],
  // Leaders of a team or a project: a step below the head of a department.
  [
    'manager',
    'team lead, team leader, teamlead, teamleiter, teamleiterin, gruppenleiter, gruppenleiterin, schichtleiter, projektleiter, projektleiterin',
  ],
  [
    'manager',
    'chef de projet, cheffe de projet, chef d equipe, chef de produit, jefe de proyecto, jefa de proyecto, jefe de equipo, capo progetto, capo squadra, teamleider, projectleider, projektleder, projektledare, teamleder, lider de equipe, lider zespolu',
  ],
  [
    'director',
    'director, directors, dir, direktor, direktorin, directeur, directrice, directora, direttore, direttrice, diretor, diretora, dyrektor, *direktor*',
  ],
  [
    'director',
    '*bereichsleiter, *bereichsleiterin, *abteilungsleiter, *abteilungsleiterin, leiter, leiterin, leitung, *leiter, *leiterin, prokurist, prokuristin',
  ],
  ['director', 'hoofd, afdelingshoofd, chef de service, chef de departement, avdelingsdirektor, dsi, drh, daf'],
  [
    'senior_manager',
    'senior manager, sr manager, sr mgr, senior mgr, lead manager, principal manager, group manager, senior ... manager, sr ... manager, chief engineer, chief architect, chief accountant',
  ],
  [
    'manager',
    'manager, mgr, supervisor, foreman, superintendent, manageur, responsable, gerente, encargado, jefe, jefa',
  ],
  [
    'manager',
    'responsabile, capo, caporeparto, leidinggevende, responsavel, coordenador geral, chef, *chef, leder, *leder, *sjef, kierownik, kierowniczka, menedzer, brygadzista',
  ],
  [
    'ic',
    'analyst, engineer, developer, specialist, coordinator, associate, consultant, administrator, representative, architect, designer, accountant, officer, executive, buyer, technician, scientist, operator, clerk, programmer',
  ],
  [
    'ic',
    'sachbearbeiter, sachbearbeiterin, referent, referentin, entwickler, entwicklerin, ingenieur*, berater, beraterin, techniker, buchhalter, buchhalterin, einkaufer, einkauferin',
  ],
  [
    'ic',
    'analyste, developpeur, developpeuse, technicien, technicienne, charge de, chargee de, comptable, analista, ingeniero, ingeniera, tecnico, especialista, desarrollador, contable',
  ],
  [
    'ic',
    'ingegnere, sviluppatore, impiegato, impiegata, specialista, addetto, medewerker, adviseur, ontwikkelaar, ingenieur, engenheiro, engenheira, desenvolvedor, assessor, coordenador, coordenadora',
  ],
  [
    'ic',
    'utvecklare, ingenjor, handlaggare, konsult, udvikler, ingenior, konsulent, medarbejder, utvikler, saksbehandler, radgiver, specjalista, inzynier, analityk, programista, ksiegowy, ksiegowa, konsultant',
  ],
];

export const FUNCTION_WORDS: readonly (readonly [job: JobFunction, words: string])[] = [
  [
    'it',
    'it, ict, information technology, infrastructure, system, systems, cio, technology, network, edv, informatik, informatique, informatica, dsi, sistemas, sistemi, systemes, informatyki, informatyka',
  ],
  [
    'engineering',
    'engineering, engineer, cto, development, software, r d, entwicklung, entwickler*, ingenieur*, developpement, ingenieria, desarrollo, ingegneria, sviluppo, ontwikkeling, engenharia, utveckling, udvikling, utvikling, rozwoju',
  ],
  [
    'operations',
    'operation, operations, ops, coo, supply chain, logistics, plant, production, manufacturing, facility, facilities, warehouse',
  ],
  [
    'operations',
    'betrieb*, produktion*, logistik*, werksleiter, werkleiter, lager*, logistique, usine, exploitation, operaciones, produccion, logistica, planta, operazioni, produzione, stabilimento, productie, operacoes, producao, drift*, operacyjny, produkcji, logistyki',
  ],
  [
    'finance',
    'finance, financial, cfo, controller, controlling, accounting, treasury, accountant, finanz*, buchhalt*, kaufmannisch*, daf, finances, financier, financiere, comptab*, finanzas, financiero, financiera, contab*, contable, finanza, amministrazione, financien, financieel, financeiro, financeira, ekonomi*, okonomi*, finans*, ksiegow*',
  ],
  [
    'marketing',
    'marketing*, cmo, brand, demand generation, growth, communication, communications, kommunikation*, comunicacion, comunicazione, markedsforing, marknad*',
  ],
  [
    'sales',
    'sales, cro, revenue, business development, account executive, vertrieb*, verkauf*, ventes, commercial, commerciale, ventas, comercial, vendite, verkoop, vendas, forsaljning*, salg*, salgs*, sprzedazy, handlowy',
  ],
  [
    'hr',
    'hr, human resources, people, talent, chro, personalleit*, personalchef, personalabteilung, rh, drh, ressources humaines, recursos humanos, risorse umane, personeelszaken, kadr, zasobow ludzkich',
  ],
  ['legal', 'legal, counsel, compliance, recht*, jurist*, juridique, juridico, legale, juridisch, prawny'],
  ['product', 'product, cpo, produkt*, produit, producto, prodotto, produto'],
  [
    'procurement',
    'procurement, purchasing, sourcing, buyer, einkauf*, beschaffung, achats, acheteur, acheteuse, compras, comprador, acquisti, inkoop, inkop*, indkob*, innkjop*, zakupow, zakupy',
  ],
  ['data', 'data, analytics, business intelligence, cdo, daten*, donnees, datos, dati, dados'],
  [
    'security',
    'security, ciso, sicherheit*, securite, seguridad, sicurezza, beveiliging, seguranca, sakerhet*, sikkerhed*, sikkerhet*, bezpieczenstwa',
  ],
  [
    'support',
    'support, customer success, customer service, kundendienst, kundenservice, service client, atencion al cliente, assistenza clienti, klantenservice, kundeservice, kundtjanst, obslugi klienta',
  ],
  [
    'any',
    'ceo, chief executive, owner, founder, president, managing director, general manager, pdg, geschaftsfuhrer*, geschaeftsfuehrer*, directeur general, director general, consejero delegado, gerente general, amministratore delegato, direttore generale, algemeen directeur, eigenaar, diretor geral, inhaber*, gerant, titolare, vd, verkstallande direktor, administrerende direktor, daglig leder, prezes, wlasciciel, dyrektor generalny',
  ],
];
