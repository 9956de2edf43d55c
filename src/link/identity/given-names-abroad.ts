/** German, Dutch, Nordic, Polish, Czech, Hungarian, Russian, Greek, Turkish, Arabic and Hebrew given names with their short and pet forms, each line led by the full form. Our own list. */
export const FORMS_ABROAD = `
andreas anderl
angelika geli
barbara babsi barbel
benedikt bene
brigitte gitte gitti biggi
cornelia conny
dietrich dieter
elizabeth elisabeth lisa elli liesel else elsbeth lisbeth sissi betti
ferdinand ferdi
florian flo
franziska franzi fanny
friederike rike
friedrich fritz fiete friedel
gabriele gabi gaby
gabriela gabi gaby
georg schorsch
gerhard gerhardt hardy
gertrud trude traudl
gunther gunter guenter
hannelore lore
heinrich heiner
helene leni
hildegard hilde
jakob jockel
johanna hanni
johannes hannes jo
josef joseph sepp jupp
katharina kathi kathe
klaus claus clauss
konrad conny
kurt curt
leonhard leo
magdalena leni
manfred manni fred
margarete margarethe grete gretel grit margret marga grethe
margarethe grete gretel grit margret marga
matthias mathias matze hias
maximilian maxi
michael michi micha
michaela michi micha ela
rudiger rudi
sabine bine
sebastian basti wastl
siegfried sigi
sigrid sigi
susanne susi
theresa therese resi
ulrike uli ulli rike
ulrich ulli
ursula uschi ulla
veronika vroni
wilhelmine mina minna
wolfgang wolf
adrianus adriaan ad arie
antonius ton toon anton
catharina trijn toos tineke
cornelia corrie cor
cornelis kees cor
elizabeth elisabeth els bep liesbeth
franciscus frans
gerardus gerard ger
gijsbert gijs
hendrik henk rik hein
hubertus huub bert
jacobus jaap koos
johanna jo jopie
johannes joop jan
lambertus bert
leendert leen
margaretha greet griet greta
maria ria mieke
marinus rinus
martinus tinus
petronella nel nellie
theodorus theo dorus
wilhelmina willy willie mina mien
willem wil
birgitta gitta
elizabeth elisabeth lisbet bettan
fredrik fredde
frederik frede
johan janne
juhani jussi
johannes jussi
karin kajsa
carl karl kalle
kristina stina kia
kristoffer kris
lars lasse
margareta greta maggan
niels nels
nils nisse
per pelle pehr
agnieszka aga
aleksander olek
aleksandra ola
andrzej jedrek
anna ania anka
barbara basia
bartlomiej bartek
bartosz bartek
czeslaw czesiek
danuta danka
dorota dorotka
elzbieta ela
ewa ewka
grzegorz grzesiek grzes
halina hala
henryk heniek
jadwiga jadzia
jakub kuba
jan janek jas
jaroslaw jarek
jerzy jurek
joanna asia
jozef jozek
kazimierz kazik
katarzyna kasia
krystyna krysia
krzysztof krzys krzysiek
maciej maciek
magdalena magda
malgorzata gosia
maria marysia
miroslaw mirek
piotr piotrek
przemyslaw przemek
radoslaw radek
ryszard rysiek
slawomir slawek
stanislaw staszek stan
tadeusz tadek
tomasz tomek
waldemar waldek
wojciech wojtek
zbigniew zbyszek
zofia zosia
frantisek franta
jan honza
jan janne
jiri jirka
katerina katka
vaclav vasek vaclavek
erzsebet bozsi
ferenc feri
istvan pista pisti
jozsef joska
katalin kati
laszlo laci
sandor sanyi
zsuzsanna zsuzsa
aleksei aleksey alexei alexey alyosha lyosha
anastasia anastasiya nastya
anatoly anatoli anatoliy tolya tolik
boris borya
dmitri mitya dima
ekaterina yekaterina katya
elena lena yelena
evgeny zhenya evgeni
evgenia zhenya
galina galya
grigory grisha grigori
irina ira
konstantin kostya
lyudmila ludmila lyuda
maksim maxim max
maria masha mariya
mikhail misha
nikolai kolya nikolay
oksana ksenia
olga olya
pavel pasha
pyotr petya petr
roman roma
sergei seryozha
stanislav stas
svetlana sveta
tatiana tanya tatyana
valentin valya
vladimir volodya vova
vyacheslav slava
viktor vitya
yulia yuliya yulya julia
yuri yura
athanasios thanos
dimitrios dimitris mitsos
evangelos vangelis
georgios giorgos yorgos
ioannis yannis giannis
konstantinos kostas dinos
nikolaos nikos
panagiotis panos takis
vasilios vasilis
mirko mirco
abdullah abdallah
faisal faysal
hamid hameed
jamal jamaal
karim kareem
majid majeed
nasir naser nasser
omar umar
rashid rasheed
said saeed
salim saleem
samir sameer
tariq tarek tarik
walid waleed
yasir yasser
ahmed ahmad
aisha ayesha
fatima fatma
hassan hasan
hussein husain hussain huseyin
ibrahim ibo
khaled khalid
layla leila
mahmoud mahmud
mehmet memo
mustafa moustafa mostafa
osman othman
suleyman suleiman solomon
youssef yousef yusuf
avraham avi
david dudi
moshe moishe
shlomo solomon
yitzhak itzik
yosef yossi
hans hansi
bernd berndt
lena lenchen
bernhard bernd
gerhard gerd
julia jule
melanie melli
catharina karin katrijn
gerrit ger gert
hendrika riek rika
johan joop
johanna annie hanneke
margriet griet
matthijs mathijs thijs
nicolaas klaas
sebastiaan bas
theodora dora thea
anders ante
magnus mange
mikael micke
nils nisse
olof olle
per pelle
dariusz darek
jaroslaw jarek
nadezhda nadia nadya
svetlana sveta
amir ameer
chandrasekhar chandrashekhar shekhar
pratik prateek
vinit vineet
reem rim
balasubramanian bala balu
balakrishnan bala balu
siddharth sid
philippa pippa
madison maddie
gopalakrishnan gopal gopi
karthikeyan karthik
padmavathi padma
raghavendra raghu
rajeshwari raji
srinivasan srini
subramanian subbu
venkatesh venkat
vijayalakshmi viji
vikram vicky
`;
