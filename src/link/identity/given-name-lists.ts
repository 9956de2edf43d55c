// A short form may stand on several lines; two full forms are never one name because they share it. Our own list.
/** Given names that are one name: spellings, short and pet forms, each line led by the full form. */
export const FORMS = `
aaron ron ronnie
abigail abby abbie gail
abraham abe bram ibrahim
adam ad
adelaide addie heidi
adrian adriaan ade
agnes aggie inez
alan allan allen al
albert beto al bert bertie albrecht
alejandro alex ale jandro
alexander alex al alec aleksander aleksandr alexandre sandy sasha sander xander lex zander
alexandra alex sandra sandy lexi sasha alexa alessandra
alfred al alf alfie fred
alicja ala
alice ali allie
alison allison ali allie
amanda mandy
amelia amy millie
andrea andie
andreas andy andi
andrew andy drew andrei andrej
angela angie ange
anna ann anne annie ana anya
anneliese annelies liesel
anthony tony antony ant antonio antoine anton toni
antonia toni
arnold arnie
arthur art artie
barbara barb babs barbie
bartholomew bart barry
beatrice bea bee trixie beatriz
benjamin ben benny benji
bernard bernie berny bernhard
bradley brad
brian bryan brien
bruce brucie
caleb cal
calvin cal
camille cam
cameron cam
carl karl carlo
carlos charlie carlitos
caroline carolyn carol carrie caro karoline
cassandra cass cassie
catherine katherine kathryn kate katie cathy kathy kat cat kay katharina katarina catarina kathleen cate
cecilia cissy cecile celia
charles charlie chuck chas chip karl
charlotte charlie lottie lotte char
christian chris kristian
christina christine chris chrissy tina kristina kristine christa kirsten
christopher chris topher kit kris christoph cristopher christophe
claire clare clara
clifford cliff
clinton clint
cornelius neil con
cynthia cindy
daniel dan danny dani
danielle dani daniella daniela
david dave davy davey
deborah deb debbie debra
dennis denis denny
derek derrick deric
diana diane di
dmitri dmitry dima dmitriy
dominic dom dominik nick
donald don donnie donny
dorothy dot dottie dora dorothea
douglas doug
edgar ed eddie
edmund ed ned ted eddie
edward ed eddie ted ned teddy eduard
edwin ed eddie
eleanor ellie nell nora elena eleonora
elizabeth elisabeth liz lizzie beth betty betsy eliza libby lisa ellie elsa elise bess liza
ella ellie
ellen ellie nell
emily em emmy millie
emma em emmy
emmanuel manny manuel emanuel manolo
eric erik erich rick
ernest ernie ernst
esther essie hester
eugene gene eugen
evelyn evie eve
felix fe
ferdinand ferdie fred fernando
florence flo flora
frances fran fanny francie frankie francesca francisca
francis chico kiko frank fran francisco paco pancho franz francesco francois
franklin frank
frederick fred freddy freddie frederic friedrich fritz frederik
gabriel gabe gabi
gabriella gabby gabrielle gabriela
geoffrey geoff jeff jeffrey jeffery
george georg jorge georgie giorgio
gerald jerry gerry gerard
gilbert gil bert
giovanni gianni gio vanni
giuseppe beppe peppe
grace gracie
gregory greg gregor gregg
guillermo memo guille
gustav gus gustavo
gwendolyn gwen
hannah hanna hana
harold harry hal harald
harrison harry
harry henry
helen helena ellen nell lena elena
henry hank harry hal henri henrik heinrich hendrik
herbert herb bert bertie
hermann herman
howard howie
hugh hugo huey
ignacio nacho
ian iain
irene rene
isaac ike zac
isabel isa isabella isabelle bella izzy belle izabela
ivan vanya
jack jackie
jackson jack
jacob jake jakob jacobo
jacqueline jackie jacqui jacquelyn
jacques jack
james jim jimmy jamie jimmie
jane janie jennie jayne
janet jan jenny
janice jan
jason jay jase
jasmine jas jazz
javier javi xavier
jennifer jen jenny jenn jenna
jeremy jerry jez jem
jerome jerry
jessica jess jessie
jesus chucho
joan joanie jo
joanna joanne jo jojo
johann johannes hans jo
john jon johnny jack jonny
jonathan jon johnny jonny jonathon nathan
joseph ze joe joey josef jose pepe jo
josephine jo josie fina
joshua josh
juan juanito
judith judy judi
julia julie jules giulia
julian jules julien
juliet juliette jules
justin jus
karen caren
kenneth ken kenny
kevin kev
kimberly kim kimberley
kristen kirsten kris kristin
laura laurie lori
lawrence enzo larry laurence lorenzo laurent lars
leonard leo len lenny leonardo leon
leslie les lesley
lewis louis lou lew luis ludwig luigi
lillian lily lil lilian
linda lindy lyn
louise lou luisa
lucas luke luca lukas
lucy lucia lucille
lynn lyn lynne
madeline maddie madeleine mady
magdalena lena maggie magda
manuel manny manolo
marcus marc mark markus marco marcos
margaret maggie meg peggy marge margie greta rita margarita peg margarete margot
maria marie mary mia
mariana mari
marilyn lyn
martha marty
martin marty martijn
martina tina
mary molly polly mamie maria marie
matilda tilly mattie mathilde
matthew matt mathew matthias mathieu mateo matteo mat
maurice mo maury
maxime max
maximilian max
maxwell max
megan meg meghan
melanie mel
melissa mel missy lissa
melvin mel
mercedes mercy
michael mike mick mickey mikey micky michel miguel mikhail mikael micha
michelle shelly chelle mich
mildred millie
miranda mandy randi
miriam mim
mitchell mitch
mohammed mohamed muhammad mohammad mo muhammed mehmet
monica mo monika
nancy nan
natalie nat natalia natasha nathalie
nathaniel nate nathan nat
nathan nate nat
nicholas nick nicky nicolas nikolas nico klaus niko nikolai nicolo
nicole nicky nikki nicola
nora norah
norman norm
oliver ollie olivier
olivia liv livvy
oscar ozzy oskar
pamela pam
patricia pat patty trish tricia patti
patrick pat paddy rick
paul paulie pablo paolo pavel
paula pauline polly
penelope penny
peter piet pete pedro pedrinho pieter piotr petr pierre
philip phillip phil pip philippe filip felipe
priscilla cilla
rachel rach rachael raquel
ralph raf rolf
randall randy
randolph randy
raphael rafael rafe rafa raf
raymond ray ramon
rebecca becky becca beck
regina gina reggie
reginald reg reggie
rene renee
richard rick rich dick ricky richie ricardo riccardo rik
robert beto bob rob bobby robbie bert roberto rupert
roberta bobbie robbie
rodney rod
roger rodger rog
roland rolly rolando
ronald ron ronnie
rosemary rose rosie
rose rosa rosie
roxanne roxy
rudolph rudy rolf rudolf
russell russ rusty
ruth ruthie
ryan rye
salvador sal salvatore
samantha sam sammy
samuel sam sammy
sandra sandy
sara sarah sally sadie sarai
scott scotty
sean shaun shawn
sebastian seb bastian
sergio sergei serge sergey
seth se
sharon shari
sheila shelagh
sidney sid sydney
silvia sylvia sylvie
simon si
sofia sophia sophie sofie
solomon sol
spencer spence
stanley stan
stefanie stephanie steph steffi stephania
stefan stephan steve
stephen steven steve stevie stephan esteban
stuart stewart stu
susan sue susie suzanne susanna suzy susanne
tamara tammy tam
tatiana tanya
terence terry terrence
teresa theresa terry tess tessa tere therese
theodore ted theo teddy theodor
thomas tom tommy tomas tommaso
tiffany tiff
timothy tim timmy
tobias toby tobi
tracy tracey
ulrich uli
valentina val tina
valerie val
vanessa nessa
veronica ronnie vera veronika vero
victor vic viktor vittorio
victoria vicky tori vicki viktoria
vincent vince vinny vincenzo vicente enzo
virginia ginny ginger
vladimir vlad vova volodymyr
walter walt wally
wesley wes
wilhelm willem wim willi will willy
william bill will billy willy liam wm guillaume
yevgeny evgeny eugene zhenya
yolanda yoli
yuri yury yuriy
ashley ashleigh
harriet hattie
zachary zach zack zachariah
`;
