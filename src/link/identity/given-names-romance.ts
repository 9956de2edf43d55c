/** Spanish, Portuguese, Italian and French given names with their short and pet forms, each line led by the full form. Our own list. */
export const ROMANCE_FORMS = `
agustin tin
alejandra ale jandra
alfonso poncho fonso
antonia tonia toni
antonio tono tonin
arturo turo
beatriz bea
carolina carol caro
catalina cata
concepcion concha conchi conchita
consuelo chelo
cristina cris
dolores lola loli
domingo mingo
eduardo edu lalo eddy dudu
enrique quique kike
ernesto neto
federico fede
fernando nando fer fernan
fernanda fer nanda
francisca paca paqui francis
gerardo gera
gonzalo gonza
graciela chela
gregorio goyo
guadalupe lupe lupita
guillermo guille
gustavo tavo gus guga gugu
hortensia tencha
ignacio iggy inaki
isabel chabela isa
jaime jimmy
joaquin quino ximo
jose pepe pepito chepe
josefa pepa fina
josefina pepa fina
leticia lety leti le
lourdes lulu
lucia luci
luis luiz lucho luisito
manuela manoli manu
manuel manu
margarita marga
mario mayito
mercedes merche meche
miguel migue
montserrat montse
natividad nati
nicolas nico
octavio otavio tavo
patricia paty pati patri
pilar pili
rafael rafita
ramon moncho
refugio cuca cuco
remedios reme
roberto berto
rocio chio
rosario charo chayo
salvador chava
santiago santi yago
sergio checo
socorro coco
soledad sole
susana susi
teresa tere
vicente chente
victoria vicky
virginia vicky
yolanda yoli
fernando nandinho
guilherme gui
henrique rique
joao joaozinho jota
jose zeca zezinho
rodrigo digo
sebastiao tiao
alessandra sandra ale
alessandro sandro ale
agostino tino
antonella nella
antonio tonino tonio nino
bartolomeo meo
benedetto betto
carmela mela
caterina rina katia cate
vitoria vivi
luciana lu
concetta tina cettina
domenica mimma
domenico mimmo mimi
elisabetta betta
emanuele lele manu
federica fede
filippo pippo
francesco franco ciccio cesco
gabriele lele
gaetano tano
giovanna vanna
giovanni gianni nanni vanni
giuseppe pino pippo geppo
giuseppina pina giusy giusi
guglielmo memmo
leonardo nardo
lorenzo renzo
luigi gigi gino
margherita rita
massimiliano max
nicola nico
raffaele lele raf
raffaella lella
salvatore toto turi salvo
stefania stefi
stefano ste
vincenza enza
vincenzo enzo
alexandre alex
bernadette dette
catherine cathy cath
christophe chris tophe
dominique dom
elizabeth elisabeth babeth
emmanuel manu
emmanuelle manu
frederic fred
frederique fred
genevieve ginette
guillaume guigui
isabelle isa
jacqueline jacotte
nathalie nath
nicolas nico
philippe phil
sebastien seb
stephane steph
veronique vero
virginie nini
adriana dri
alessandra ale sandra
alessia ale
beatriz bia
carmen carmela
catarina cata
francisca chica
gabriel biel
gianluca luca
gregoire greg
jessica jessy
`;
