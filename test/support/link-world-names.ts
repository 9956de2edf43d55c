/** The given names and surnames of one culture, most frequent first; `James=Jim,Jimmy` lists how a name is also said or spelled, `_` is a space. */
export interface Culture {
  readonly key: string;
  /** How many of some 100 people. */
  readonly share: number;
  readonly men: string;
  readonly women: string;
  readonly families: string;
  /** Beginnings and ends of the long tail of rare surnames. */
  readonly rare?: readonly [string, string];
  readonly countries: readonly string[];
}

const RARE_ENGLISH: readonly [string, string] = [
  'Ash Thorn Black Whit Hart Win Hazel Elm Brad Chad Stan Lang Hol Pem Wor Tre Cald Eller Fair Gold Hather Kings Lock Mar Nether Oak Pen Quar Rad Sher Tat Under Wake Yar Comp Darn Gran Hume Lith',
  'worth bury field more wood croft ley ton ham stead wick shaw brook cott den gate house land man mere pole ridge son stone thwaite water well by',
];
const RARE_GERMAN: readonly [string, string] = [
  'Stein Berg Rosen Linden Gold Silber Eisen Hoch Nieder Ober Unter Wald Feld Bach Birken Buchen Eichen Haber Kirch Kron Lauter Mühl Neu Reich Roth Schön Tann Weiden Winkel Ziegel',
  'bauer berger brand bruch dorfer egger eder feld felder garten hauer heim hofer horst huber kamp mann meier moser müller reuter rieder schmid stetter wald wirth zeller',
];
const RARE_NORDIC: readonly [string, string] = [
  'Berg Blom Björk Ek Eng Fors Gran Gyllen Hed Holm Häll Lind Lund Löf Myr Norr Nord Ny Ros Sand Sjö Ström Sund Söder Varg Väst Åker Ång Öster Almer',
  'berg blad bäck dahl gren gård holm hult kvist lund man mark qvist rud sten ström strand stedt vall vik ås',
];
const RARE_SLAV: readonly [string, string] = [
  'Bara Boro Chmiel Czar Dobr Gaj Gór Jaro Kali Kamin Kozi Krasi Lip Mali Miro Ostro Pia Rado Rybi Sad Sokol Star Topol Wiel Wola Zab Zali Zielin',
  'biński cki czak czyk ewicz kiewicz kowski lewski liński nicki niewski nowski owiak rski szewski wicz wski zewski',
];
const RARE_INDIAN: readonly [string, string] = [
  'Bala Chandra Deva Gana Hari Jaya Kamala Lakshmi Maha Naga Padma Raja Rama Ranga Sesha Siva Sri Subra Surya Venkata Vija Vishwa',
  'chari chandran charan dhar dhas gopal jan kanth krishnan linga mani murthy nathan natesan palan prasad ppa raman rajan samy shekar sundaram swamy varan yya',
];
const RARE_LATIN: readonly [string, string] = [
  'Alba Bar Bel Cal Camp Cant Car Cast Cer Cor Dal Esc Fer Gal Gran Leon Luc Mal Mar Mon Mont Mor Pal Per Pin Quin Riv Rom Sal Sant Sor Tor Val Vil Zam',
  'adero alba aldi ana ardo arelli aro ejo ella elli ello era ero etti iano illa ini ino ol ona one onte oso uela',
];

export const CULTURES: readonly Culture[] = [
  {
    key: 'english',
    share: 44,
    countries: ['US', 'US', 'US', 'US', 'GB', 'AU'],
    rare: RARE_ENGLISH,
    men: `James=Jim,Jimmy,Jamie Robert=Bob,Rob,Bobby John=Jack,Johnny Michael=Mike,Mick David=Dave William=Bill,Will,Billy Richard=Rick,Dick,Rich Joseph=Joe Thomas=Tom,Tommy Christopher=Chris
      Charles=Charlie,Chuck Daniel=Dan,Danny Matthew=Matt Anthony=Tony Mark=Marc Donald=Don Steven=Steve,Stephen Andrew=Andy,Drew Paul Joshua=Josh Kenneth=Ken Kevin Brian=Bryan Timothy=Tim Ronald=Ron
      George Jason Edward=Ed,Ted,Eddie Jeffrey=Jeff,Geoffrey Ryan Jacob=Jake Nicholas=Nick,Nicolas Gary Eric=Erik Jonathan=Jon Stephen=Steve,Steven Lawrence=Larry Justin Scott Brandon Benjamin=Ben Samuel=Sam
      Gregory=Greg Alexander=Alex Patrick=Pat,Paddy Francis=Frank Raymond=Ray Dennis Gerald=Jerry Tyler Aaron Adam Nathan=Nate Henry=Hank,Harry Zachary=Zach Douglas=Doug Peter=Pete Kyle Noah Ethan Jeremy Christian
      Walter=Walt Keith Austin Roger Terence=Terry Sean=Shaun Harold Albert=Al,Bert Carl=Karl Arthur=Art Philip=Phil,Phillip Frederick=Fred,Freddie Leonard=Len Eugene=Gene Stuart=Stu,Stewart Graham Nigel Neil=Neal
      Simon Ian=Iain Colin Trevor Clive Duncan Malcolm Martin=Marty Oliver=Ollie Theodore=Theo Vincent=Vince Victor=Vic Stanley=Stan Calvin=Cal Marcus Curtis Wesley=Wes Mitchell=Mitch Dominic=Dom Randall=Randy
      Russell=Russ Maxwell=Max Gordon Craig Glenn=Glen Darren Alan=Allan,Allen Geoffrey=Geoff,Jeffrey Leroy Clifford=Cliff Warren Derek=Derrick Lloyd Rhys Gareth Callum Hamish`,
    women: `Mary Patricia=Pat,Patty,Trish Jennifer=Jen,Jenny Linda Elizabeth=Liz,Beth,Betty,Elisabeth Barbara=Barb Susan=Sue Jessica=Jess Karen Sarah=Sara Lisa Nancy Sandra=Sandy Ashley=Ashleigh Emily Kimberly=Kim Margaret=Maggie,Meg,Peggy
      Donna Michelle=Michele Carol Amanda=Mandy Melissa=Mel Deborah=Deb,Debbie Stephanie=Steph Rebecca=Becky Laura Helen Sharon Cynthia=Cindy Kathleen=Kathy Amy Angela=Angie Shirley Brenda Emma Anna=Ana Pamela=Pam
      Nicole=Nikki Samantha=Sam Katherine=Kate,Kathy,Katie,Catherine,Kathryn Christine=Chris,Chrissy Rachel=Rachael Carolyn Janet Heather Diane=Diana Olivia=Liv Julie Joyce Victoria=Vicky Ruth Virginia=Ginny Lauren Kelly
      Christina=Tina,Chris Joan Evelyn Judith=Judy Andrea Hannah Megan=Meg,Meghan Cheryl Jacqueline=Jackie Martha Madison=Maddie Teresa=Theresa,Terry Gloria Janice Abigail=Abby Sophia=Sophie,Sofia Frances=Fran Alice Isabella=Bella,Isabel
      Julia Grace Denise Amber Marilyn Danielle=Dani Charlotte=Lottie Natalie=Nat Brittany Alexandra=Alex,Lexi Gillian=Gill Fiona Philippa=Pippa Bronwyn Siobhán Niamh Aoife Róisín Josephine=Jo,Josie Lillian=Lily
      Tracy=Tracey Wendy Allison=Alison,Ali Holly Gwendolyn=Gwen Meredith Paige Jasmine Latoya Tamara=Tammy Yvonne Leah Erin Claire=Clare Bethany Naomi Imogen Harriet=Hattie`,
    families: `Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall
      Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Cox Ward Richardson Watson Brooks Wood James Bennett Gray Hughes Price
      Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Cole West Hayes Bryant Gibson Ellis Stevens Murray Ford Marshall
      Owens McDonald Harrison Kennedy Wells Woods Washington Henry Freeman Webb Tucker Burns Crawford Olson Simpson Porter Hunter Gordon Shaw Snyder Mason Dixon Hunt Hicks Holmes Palmer Black Robertson Boyd Stone Fox Warren Mills Rice
      Daniels Ferguson Nichols Stephens Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce Hansen Peters Hart Bradley Knight Elliott Cunningham Duncan Armstrong Carroll Lane Riley Andrews Ray Berry Hudson Perkins
      O'Brien O'Connor O'Neill McCarthy Byrne Doyle Gallagher Doherty Fitzgerald Nolan Quinn Brennan MacLeod MacKenzie McGregor Griffiths Davies Llewellyn Pritchard Whitaker Abbott Barker Chapman Dawson Fletcher Goodwin Holloway Ingram
      Jarvis Kirby Lowe Marsh Newton Osborne Pearson Rowe Sharp Todd Vaughn Walsh York Atkins Barton Chandler Drake Emerson Frost Garner Higgins Irwin Jennings Kemp Lambert Maxwell Norris Parsons Rhodes Saunders Tate Underwood
      Vance Whitehead Yates Smith-Jones Parker-Bowles Taylor-Green Hughes-Hallett Ward-Thomas`,
  },
  {
    key: 'german',
    share: 10,
    countries: ['DE', 'DE', 'AT', 'CH'],
    rare: RARE_GERMAN,
    men: `Thomas=Tom Michael=Micha Andreas=Andi Peter Stefan=Stephan Christian=Chris Hans=Johannes Klaus=Claus Wolfgang=Wolf Martin Jürgen Frank Markus=Marcus Matthias=Mathias Daniel=Dani Alexander=Alex Jan Florian=Flo Tobias=Tobi Sebastian=Basti
      Maximilian=Max Uwe Bernd=Bernhard Günther=Günter Dieter Werner Karl-Heinz=Karlheinz Jörg Ralf Rainer=Reiner Ulrich=Uli Philipp=Philip Lukas=Lucas Jonas Felix Björn Holger Torsten=Thorsten Dirk Sven Hans-Peter Götz Jens Anton=Toni Friedrich=Fritz Ludwig Rüdiger`,
    women: `Sabine Petra Monika Susanne=Susi Claudia Andrea Anna Julia=Jule Katharina=Kathi Stefanie=Steffi,Stephanie Nicole Birgit Martina Ursula=Uschi Renate Karin Christine=Christina Sandra Melanie=Melli Anja Heike Kathrin=Katrin Silke Ute Annette Daniela=Dani
      Sarah=Sara Lena Johanna Anne-Marie=Annemarie Käthe Bärbel Jutta Franziska=Franzi Elisabeth=Lisa Theresa Charlotte=Lotte Friederike Gudrun Brigitte=Gitte Ulrike=Uli Angelika=Geli Margarete=Grete`,
    families: `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid
      Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig
      Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer
      von_Hohenfels von_der_Heide zu_Altenburg Müller-Lüdenscheidt Schmidt-Rottluff Leutheusser-Schnarrenberger Meyer-Landrut Strauß Preuß Löwe Bürger`,
  },
  {
    key: 'spanish',
    share: 10,
    countries: ['US', 'ES', 'ES', 'MX'],
    rare: RARE_LATIN,
    men: `José=Pepe Antonio=Toño Juan=Juanito Manuel=Manolo Francisco=Paco,Fran Luis=Lucho Javier=Javi Miguel Carlos=Carlitos Ángel Jesús David Alejandro=Alex,Ale Pedro Daniel=Dani Jorge Pablo Fernando=Fer,Nando Rafael=Rafa Sergio Ramón Andrés Eduardo=Edu
      Ricardo=Ricky Roberto=Beto Alberto Enrique=Quique Álvaro Diego Raúl Víctor Ignacio=Nacho Óscar Rubén Guillermo=Memo,Guille Héctor Martín Arturo Gustavo=Gus Jaime Joaquín Julián Hernán Iñigo José_Luis Juan_Carlos Miguel_Ángel`,
    women: `María Carmen=Carmela Ana Isabel=Isa Laura Cristina=Cris Marta Lucía Josefa=Pepa Dolores=Lola Pilar Elena Raquel Concepción=Concha Rosario=Charo Beatriz=Bea Paula Silvia Patricia=Patri Mercedes=Merche Rocío Teresa=Tere Andrea Sofía Inés Sara Alba
      Verónica=Vero Gabriela=Gaby Alejandra=Ale Daniela=Dani Valentina=Vale Guadalupe=Lupe Mónica Nuria Yolanda Ximena Itziar Fernanda=Fer Juana Angélica Verónica_Inés María_José Ana_María María_Luisa`,
    families: `García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega
      Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez Reyes Caballero
      Nieto Aguilar Pascual Santana Herrero Montero Lorenzo Hidalgo Giménez Ibáñez Ferrer Durán Benítez Mora Vargas Arias Carmona Crespo Rojas Soto Sáez de_la_Fuente de_la_Cruz del_Río de_León Zúñiga Echeverría Goikoetxea Ordóñez`,
  },
  {
    key: 'french',
    share: 5,
    countries: ['FR', 'FR', 'BE', 'CA'],
    men: `Jean Pierre=Pierrot Michel Philippe=Phil Nicolas=Nico Christophe=Chris Laurent Thierry Frédéric=Fred Stéphane=Steph Julien Sébastien=Seb David Éric Olivier=Oliv Alexandre=Alex Thomas=Tom Guillaume=Guigui Antoine Vincent Jérôme Patrick Alain Bruno Emmanuel=Manu
      François Hervé Mathieu=Matthieu Romain Benoît Maxime=Max Cédric Jean-Pierre Jean-Luc Jean-François Étienne Gaël Loïc Hugo Rémi=Rémy Théo Grégoire=Greg Aurélien Didier`,
    women: `Marie Nathalie=Nath Isabelle=Isa Catherine=Cathy Sophie Céline Sylvie Valérie Christine Sandrine Véronique=Véro Anne Julie Camille=Cam Stéphanie=Steph Caroline=Caro Aurélie Hélène Émilie Virginie Delphine Laurence Martine Chloé Léa Manon Élodie Florence=Flo
      Anne-Sophie Marie-Claire Marie-Christine Brigitte Élise Gaëlle Noémie Solène Mathilde Agnès Béatrice=Béa Monique Zoé Clémence Amélie`,
    families: `Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre=Lefèbvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc
      Guérin Müller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand Dufour
      Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas Fernandez Besson Lefort Tessier Charpentier de_Villeneuve de_La_Tour d'Estaing Le_Goff Le_Gall L'Hermite Dupont-Moretti Kosciusko-Morizet`,
  },
  {
    key: 'italian',
    share: 4,
    countries: ['IT', 'IT', 'US'],
    rare: RARE_LATIN,
    men: `Giuseppe=Beppe,Peppe Giovanni=Gianni Antonio=Toni Mario Luigi=Gigi Francesco=Franco Angelo Vincenzo=Enzo Pietro Salvatore=Totò Carlo Franco Domenico=Mimmo Bruno Paolo Michele Giorgio Aldo Sergio Luciano Marco Andrea Alessandro=Ale,Sandro Matteo Lorenzo Davide Simone=Simo
      Stefano Roberto Federico=Fede Riccardo=Ricky Fabio Claudio Massimo Gianluca=Luca Nicolò=Nico Filippo=Pippo Giacomo Tommaso Emanuele=Manu`,
    women: `Maria Anna Giuseppina=Pina Rosa=Rosy Angela Giovanna=Gianna Teresa Lucia Carmela Caterina=Cate Francesca=Fra Antonietta Carla Elena Concetta Rita Margherita=Marghe Franca Paola Giulia Chiara Sara Martina Alessia=Ale Valentina=Vale Silvia Federica=Fede Elisa=Eli Laura
      Ilaria Simona Daniela Roberta Claudia Stefania Barbara Monica Elisabetta=Betta Beatrice=Bea Ginevra`,
    families: `Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola
      De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti
      Caputo Montanari Guerra Palmieri Bernardi Martino Fiore D'Amico Della_Valle Di_Stefano Lo_Presti`,
  },
  {
    key: 'dutch',
    share: 4,
    countries: ['NL', 'NL', 'BE'],
    men: `Jan=Johannes Johan=Joop Pieter=Piet Willem=Wim Hendrik=Henk Cornelis=Kees Gerrit=Ger Dirk Jacobus=Koos,Jaap Marinus=Rinus Theodorus=Theo Adriaan Bas=Sebastiaan Daan Sem Lars Thijs=Matthijs Ruben Stijn Jeroen Maarten Bart Erik Rob=Robert Marcel Peter Martijn Sander=Alexander
      Joost Rutger Wouter Jelle Sjoerd Tjeerd Niels Joris Koen Geert-Jan`,
    women: `Maria=Mieke,Ria Johanna=Annie,Hanneke Anna Cornelia=Corrie Wilhelmina=Mina,Willie Elisabeth=Els,Liesbeth Catharina=Karin,Toos Hendrika=Riek Petronella=Nel Emma Sophie Julia Lotte Sanne=Susanne Fleur Femke Marieke Ingrid Saskia Linda Monique Esther Anouk Iris Eva Marloes Annemiek
      Margriet=Griet Wendy Annelies Janneke Renske Tessa`,
    families: `de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen van_den_Heuvel van_der_Veen
      van_den_Broek de_Bruijn van_der_Heijden Schouten van_Beek Willems van_Vliet van_de_Ven Hoekstra Maas Verhoeven Koster van_Dam van_der_Wal Prins Blom Huisman Peeters de_Jonge Kuipers van_Veen Post Kuiper Veenstra Kramer van_den_Brink Scholten van_Wijk Postma Martens Vink de_Ruiter
      Timmermans Groen Gerritsen Jonker van_Loon Boer van_der_Velde Willemsen Smeets de_Lange de_Vos Wouters van_'t_Hof ter_Horst ten_Brinke op_den_Camp van_Dongen-Vermaat`,
  },
  {
    key: 'nordic',
    share: 4,
    countries: ['SE', 'DK', 'NO', 'FI'],
    rare: RARE_NORDIC,
    men: `Lars=Lasse Anders Mikael=Micke Johan Per=Pelle Erik Karl=Kalle,Carl Peter=Petter Thomas Jan=Janne Nils=Nisse Fredrik=Fredde Jens Henrik Søren Jørgen Bjørn=Björn Ole Magnus=Mange Håkan Göran Åke Gösta Olof=Olle Gunnar Mats Kristian Morten Rasmus Øyvind Tor Kåre Antti Juha Mikko Jukka Timo
      Sami Ville Emil Oskar=Oscar Mads Niels Knud Leif Torbjörn Jan-Erik`,
    women: `Anna Eva Karin Maria Kristina=Stina Lena Kerstin Ingrid Marie Birgitta=Gitta Elisabeth=Lisbeth Anne Mette Hanne Kirsten Helle Susanne=Sanne Inger Liv Bente Åse Solveig Astrid Sigrid Ida Emma Linnéa Elsa Maja Johanna Sanna Päivi Tuula Minna Katja Hanna Gunilla Malin Åsa Pernille Signe
      Margrethe=Grethe Ann-Christin Ragnhild Frida`,
    families: `Andersson Johansson Karlsson=Carlsson Nilsson Eriksson=Ericsson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund
      Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Østergaard Bjerregaard Nygård Haugen Hagen Bakke Moen Solberg Strand Ødegård Korhonen Virtanen Mäkinen
      Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Sjöberg Åström Öberg Hägglund af_Ugglas Nordenskiöld Ahlström`,
  },
  {
    key: 'polish',
    share: 4,
    countries: ['PL', 'PL', 'GB', 'US'],
    rare: RARE_SLAV,
    men: `Piotr=Piotrek Krzysztof=Krzysiek Andrzej Tomasz=Tomek Paweł Jan=Janek Michał Marcin Stanisław=Staszek Jakub=Kuba Adam Marek Łukasz Grzegorz=Grzesiek Mateusz Wojciech=Wojtek Mariusz Dariusz=Darek Zbigniew=Zbyszek Jerzy=Jurek Maciej=Maciek Rafał Robert Kamil Jacek Dawid
      Szymon Kacper Bartosz=Bartek Artur Sławomir=Sławek Radosław=Radek Zdzisław`,
    women: `Anna=Ania Maria Katarzyna=Kasia Małgorzata=Gosia Agnieszka=Aga Barbara=Basia Ewa Krystyna Elżbieta=Ela Magdalena=Magda Joanna=Asia Zofia=Zosia Aleksandra=Ola Monika Teresa Natalia Danuta Karolina Marta Julia Beata Dorota Alicja=Ala Jolanta=Jola Iwona Grażyna Halina Irena
      Paulina Justyna Bożena Renata Sylwia Wiesława`,
    families: `Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Nowakowski Pawłowski Michalski Nowicki Adamczyk Dudek Zając Wieczorek Jabłoński Król Majewski Olszewski Jaworski
      Wróbel Malinowski Pawlak Witkowski Walczak Stępień Górski Rutkowski Michalak Sikora Ostrowski Baran Duda Szewczyk Tomaszewski Pietrzak Marciniak Wróblewski Zalewski Jakubowski Jasiński Zawadzki Sadowski Bąk Chmielewski Włodarczyk Borkowski Czarnecki Sawicki Sokołowski Urbański
      Kubiak Maciejewski Szczepański Kucharski Wilk Kalinowski Lis Mazurek Wysocki Adamski Kaźmierczak Sobczak Czerwiński Andrzejewski Cieślak Głowacki Zakrzewski Kołodziej Sikorski Krajewski Gajewski Szymczak Szulc Baranowski Laskowski Brzeziński Ziółkowski Przybylski`,
  },
  {
    key: 'russian',
    share: 2,
    countries: ['US', 'DE', 'IL'],
    men: `Aleksandr=Sasha,Alexander,Aleksander Sergey=Sergei,Serge Dmitry=Dima,Dmitri,Dmitriy Andrey=Andrei Aleksey=Alexey,Alexei Vladimir=Volodya,Vova Mikhail=Misha Nikolay=Kolya,Nikolai Evgeny=Zhenya,Yevgeny,Evgeniy Igor Yuri=Yury Oleg Viktor=Victor Maxim=Maksim Pavel=Pasha Anatoly=Tolya,Anatoliy Boris Konstantin=Kostya Roman Ivan=Vanya
      Artem=Artyom Ilya Denis Vadim Ruslan`,
    women: `Elena=Lena,Yelena Olga=Olya Tatiana=Tanya,Tatyana Natalia=Natasha,Nataliya Irina=Ira Svetlana=Sveta Ekaterina=Katya,Yekaterina Anna=Anya Maria=Masha,Mariya Yulia=Julia,Yuliya Anastasia=Nastya Ludmila=Lyuda,Lyudmila Galina=Galya Marina Oksana Victoria=Vika,Viktoria Daria=Dasha,Darya Nadezhda=Nadia Alina Ksenia=Kseniya`,
    families: `Ivanov=Ivanoff Smirnov Kuznetsov Popov Vasiliev=Vasilyev Petrov Sokolov Mikhailov=Mikhaylov Novikov Fedorov=Fyodorov Morozov Volkov Alekseev=Alexeev Lebedev Semenov=Semyonov Egorov=Yegorov Pavlov Kozlov Stepanov Nikolaev=Nikolayev Orlov Andreev Makarov Nikitin Zakharov Zaitsev=Zaytsev Soloviev=Solovyov Borisov Yakovlev
      Grigoriev=Grigoryev Romanov Vorobiev=Vorobyov Sergeev Kuzmin Frolov Aleksandrov=Alexandrov Dmitriev Korolev Gusev Kiselev Ilyin Maksimov=Maximov Polyakov Sorokin Vinogradov Kovalenko Bondarenko Shevchenko Tkachenko Kravchenko Oliynyk Boyko Lysenko Shcherbakov`,
  },
  {
    key: 'portuguese',
    share: 3,
    countries: ['BR', 'PT', 'US'],
    rare: RARE_LATIN,
    men: `João=Joãozinho José=Zé António=Toni Francisco=Chico Carlos=Carlão Paulo Pedro=Pedrinho Lucas Luiz=Luis Marcos Luís Gabriel=Biel Rafael=Rafa Daniel=Dani Marcelo Bruno Eduardo=Edu,Dudu Felipe=Filipe Rodrigo Manoel=Manuel Mateus Gustavo=Gugu Henrique=Rique Tiago=Thiago Leonardo=Léo Fernando=Nando Roberto=Beto Diogo Vítor=Victor Nuno Rui`,
    women: `Maria Ana Francisca=Chica Antónia Adriana=Dri Juliana=Ju Márcia Fernanda=Nanda Patrícia=Paty Aline Sandra Camila=Cami Amanda Bruna Jéssica=Jessy Letícia=Lê Júlia Luciana=Lu Vanessa Mariana=Mari Gabriela=Gabi Vera Vitória=Vivi Larissa Cláudia Beatriz=Bia Catarina Inês Sofia Conceição=São`,
    families: `Silva=da_Silva Santos=dos_Santos Oliveira Souza=Sousa Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Cavalcanti Pinto Monteiro Moura
      Correia=Corrêa Batista=Baptista Campos Azevedo Magalhães Guimarães Assunção Conceição de_Almeida de_Souza Simões Figueiredo Brandão Brito Fonseca`,
  },
  {
    key: 'chinese',
    share: 3,
    countries: ['CN', 'US', 'SG'],
    men: `Wei Jun Ming Lei Qiang Yong Jie Bin Hao Peng Bo Tao Chao Xin Feng Jianguo Zhiqiang Xiaoming Haoran Zihan Yichen Jianhua Guoqiang Weidong Zhigang Haitao Xiaodong Junjie Yifan Mingzhe Tianyu Chengyu Zhenhua Wenbo Kaiwen Guangming Yuanqing Shiming Zhongwei Dawei`,
    women: `Fang Na Min Jing Li Yan Ying Xia Juan Hong Mei Lan Hui Ting Xiu Xiuying Guiying Lihua Meiling Xiaoyan Yuting Jiayi Xinyi Yuxin Mengyao Shuting Xiaoli Yanfang Huifang Lijuan Ruoxi Qianqian Wenjing Xueying Chunhua Jingjing Yulan Zhilan`,
    families: `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Yuan Pan Jiang Cai Yu Du Ye Cheng Su Wei Lu Ding Ren Shen Yao Ouyang Zhong Situ Qiu`,
  },
  {
    key: 'vietnamese',
    share: 1,
    countries: ['VN', 'US'],
    men: `Anh Dũng Hùng Minh Tuấn Nam Long Hải Quang Thắng Sơn Đức Phong Khoa Bình Cường Trung Hoàng Phúc Tùng Kiên Việt`,
    women: `Linh Hương Lan Mai Hoa Thảo Trang Ngọc Phương Hà Yến Nga Thu Hạnh Nhung Hiền Vy Quỳnh Loan Trinh Uyên Duyên`,
    families: `Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Trương`,
  },
  {
    key: 'korean',
    share: 1,
    countries: ['KR', 'US'],
    men: `Minjun Seojun Jihoon Sungmin Donghyun Jaewon Hyunwoo Youngho Sangwoo Junho Taeyang Kwangsoo Jinwoo Seunghwan Kyungho Minho Byungchul Woojin`,
    women: `Seoyeon Minji Jiwoo Hyejin Eunji Sujin Yuna Jiyoung Soyeon Haeun Minseo Youngmi Kyunghee Eunkyung Mikyung Hyunjung Boram Chaewon`,
    families: `Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong Jeon Moon Bae Baek`,
  },
  {
    key: 'japanese',
    share: 1,
    countries: ['JP', 'US'],
    men: `Hiroshi Takashi Kenji Satoshi Makoto Yuki Daiki Haruto Kazuya Takeshi Naoki Shinji Yusuke Ryota Kenta Masahiro Tetsuya Osamu Akira Koji Shunsuke`,
    women: `Yuko Keiko Sachiko Naomi Akiko Haruka Misaki Yoko Kaori Tomoko Mayumi Ayumi Rina Emiko Junko Noriko Mariko Chihiro Sayuri Hitomi`,
    families: `Satō Suzuki Takahashi Tanaka Watanabe Itō Yamamoto Nakamura Kobayashi Katō Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Ogawa Goto Okada Hasegawa Fujita Kondō Murakami Sakamoto Endō Aoki Fujii Nishimura Fukuda Miura Okamoto`,
  },
  {
    key: 'indian',
    share: 6,
    countries: ['IN', 'IN', 'US', 'GB'],
    rare: RARE_INDIAN,
    men: `Rajesh=Raj Amit Sanjay Suresh Rahul Vijay Ashok Anil Sunil Manoj Ravi Deepak Arun Vinod Ramesh Rakesh Mukesh Ajay Vikram=Vicky Krishna Mahesh Naveen Praveen Pradeep Srinivas Venkatesh=Venkat Subramanian=Subbu Karthik Arjun Aditya=Adi Rohan Siddharth=Sid Gaurav Nikhil Harpreet Gurpreet Balakrishnan=Bala Raghavendra=Raghu Chandrasekhar=Chandra Abhishek=Abhi`,
    women: `Priya Anjali Pooja Neha Sunita Anita Kavita Rekha Lakshmi Deepa Meena Divya Swati Shilpa Ritu Sneha Aishwarya=Aish Nandini Shweta Preeti Radhika Padmavathi=Padma Vijayalakshmi=Viji Meenakshi=Meena Gayatri Ananya Shreya Jyoti Usha Geetha Rajeshwari=Raji Manpreet`,
    families: `Sharma Singh Kumar Patel Gupta Shah Verma Reddy Mehta Jain Rao Nair Iyer Agarwal=Aggarwal,Agrawal Mishra Joshi Desai Chopra Kapoor=Kapur Malhotra Bhat=Bhatt Menon Pillai Das Ghosh Mukherjee=Mukherji Banerjee=Banerji Chatterjee=Chatterji Sen Bose Roy Dutta=Datta Kulkarni Deshmukh Patil Pandey Tiwari Yadav Chauhan=Chouhan Thakur Sinha Saxena Srivastava=Shrivastava
      Trivedi Dubey Kaur Gill Sandhu Dhillon Grewal Naidu Krishnan Subramaniam Venkataraman Raghavan Iyengar Hegde Shetty Gowda Kamath Bhattacharya Chakraborty Choudhury=Chowdhury`,
  },
  {
    key: 'arabic',
    share: 3,
    countries: ['AE', 'US', 'GB', 'FR'],
    men: `Mohammed=Muhammad,Mohamed,Mohammad Ahmed=Ahmad Ali Omar=Umar Hassan=Hasan Hussein=Hussain,Husain Ibrahim=Ebrahim Khalid=Khaled Yousef=Youssef,Yusuf Mustafa=Moustafa Mahmoud=Mahmud Abdullah=Abdallah Tariq=Tarek Karim=Kareem Samir=Sameer Nabil Faisal=Faysal Rashid=Rasheed Walid=Waleed Hamza Bilal Salman Imran Adnan Jamal=Gamal
      Sherif Amir=Ameer Ziad=Ziyad Abdul_Rahman=Abdelrahman,Abdurrahman`,
    women: `Fatima=Fatma,Fatimah Aisha=Aysha,Ayesha Maryam=Mariam Khadija Zainab=Zaynab,Zeinab Layla=Leila,Laila Noor=Nour Sara=Sarah Huda Amina=Aminah Salma Rania=Raniya Yasmin=Yasmine,Jasmin Hanan Nadia Samira Dina Reem=Rim Lina Mona=Muna Iman=Eman Sumaya=Soumaya`,
    families: `Khan Ahmed=Ahmad Ali Hassan=Hasan Hussein=Hussain Ibrahim Abdullah=Abdallah Rahman=Rehman Malik=Malek Mahmoud=Mahmood Saleh=Salih Omar Youssef=Yousef Mansour=Mansoor Khalil=Khaleel Hamdan Nasser=Nasir Haddad Khoury=Khouri al-Rashid=Alrashid,Al_Rashid al-Farsi=Alfarsi el-Sayed=Elsayed,El_Sayed al-Mansouri=Almansouri ben_Ali=Benali bin_Laith
      Qureshi=Qureishi Siddiqui=Siddiqi Chaudhry=Chaudhary Sheikh=Shaikh Iqbal Mirza Ansari Hashmi=Hashemi Aziz Bakr Darwish=Darwich Farouk=Farooq Ghanem=Ghanim Jaber Kassem=Qasim Najjar Sabbagh Shaheen=Shahin Tawfik=Tawfiq Zaki`,
  },
  {
    key: 'turkish',
    share: 2,
    countries: ['TR', 'DE', 'TR'],
    men: `Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Osman Yusuf Murat Ömer Emre Burak Can Cem Kemal Serkan Volkan Tolga Onur Uğur Çağlar Gökhan Barış Özgür Yiğit Şükrü`,
    women: `Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Merve Özlem Esra Gülşen Sevgi Derya Ebru Selin Büşra İrem Çiğdem Gökçe Aslı Yasemin`,
    families: `Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Aktaş Güler Bulut Keskin Ünal Turan Güneş Tekin Karaca Işık Bozkurt Taş Uçar Ateş`,
  },
];
