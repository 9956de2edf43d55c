/** Other given names that are near to another one: with them a letter is a difference, not a slip. */
export const OTHERS = `
aarav aarti aarush aayush abdul abel abhay abhijit abhishek adela adele adina agathe agustina ahmet aida aidan aileen aime aina aino aisha ajit akash alana alastair alba albane
alberto albin alena alessio alicia alina alisa alix alla alma alok alva alvaro alvin amadeo amalie aman amandine amar amara amaya ambre ameet amina amir amira amit amita amol
amrita amy anais anand anant andra andres anfisa angel angelina angelo anica anil anita anja anjali anju anke ankit ankita ankur annette annika anouk anselmo ansgar antje antonello
antonin antonina anup anupam anuradha aparna apolline april archana ari aria ariadna ariana ariel arjun arkady armand armando arnaldo arnaud arne arno arpit artem arti arun arvind
arvo asha ashish ashok ashwin asif astrid atul aubin aude audrey aurelie aurelio aurore ava avinash avital avni axel axelle ayaan ayelet ayla aylin ayse aysel aysen
babita bahar banu bao barnabe baudouin beata bella benito berit berk berta beverly bharat bharati bhavesh bhavna bianca bina bjorg bjorn blanca blandine bodil bogdan bogdana
boguslaw boris bozena brad brady brandon brandy branka branko brenda breno brent brett bridget brijesh brita brock brooke bruna bruno bryce bulent burak burcu burkhard
caitlin callan callie calum camila camille camilo canan candace candela capucine cara carine carla carly carmelo carmen carmina carolina carsten cathal cecilio cedric celestin
celina celine cem cemal cengiz cesar chad chandan charu chelsea chen cheryl chetan chhaya chiara chloe ciara clara clark claude claudia claudio claus clemence clement clothilde
cody colin colm conal connor constanza cora coralie corentin corinne cory cosimo craig cristian cristobal crystal curtis cyprien cyril cyrille
daan dagmar dagny dale dalia damien damon dana dara daria dario darko darren darshan dawn daya dean deepa deepak deepika deepti delia delphine denise deniz desmond detlef devi
devin devon dhruv didier diego dieter diethelm dilek dilip dina dinesh dino diogo dirk divya diya dominika donatella donna doreen dorian dorina doris dorit dragan duane duncan
dustin dylan
earl ebba ebru eckhard edeltraud edgardo edith eduarda edyta efrat egil egon egor eija eila eitan eivind elad elaine elena elia elias elif elin elina eliot elisa elke ellis elmar
elmer eloise elsa elsie elvira elvis emanuela emel emeline emer emeric emil emilia emiliana emiliano emilio emine emir emre engin ennio enno enrico enrique enya eoin eren eric
erica erika erin erna erol ersin erwin eskil espen esperanza esra estela estelle etienne ettore euan eudes eugenia eugenio eva evan ewelina eyal ezequiel
fabia fabian fabiana fabienne fabio fabiola fabrice fabrizia fabrizio facundo faith falk farah farhan farida faris fatih fatima felicia fenna ferhat filippa filiz fiona firoz
flavia flavie flavio flore florencia floriane floyd franca franciszek frauke frida friedhelm frode fulvio
gael gaelle gaetan gaia galit ganesh gary gaspard gaurav gauri gautam gavin geeta geir gemma genowefa geraldine gerda gerlinde germain gerold gervais gesa giada giancarlo gianmarco
gianna gilad gilberto gilles gina giorgia girish gisela gita giuliana giuliano giulio gleb glen glenn gloria gokhan gonul gopal gordon gottfried gotthard govind graham grant
grazyna greta gudrun guido gul gulay gulsen gunnar gunther gurdeep gurmeet gurpreet guy gwenael gwenaelle
hadas hagit hailey hakan halil haluk hamad hamid hamza hande hanne hanno haris harish harjeet harjit harpreet harsh harsha hartmut hartwig harvey hassan hazel heather hector hedwig
hege heike heiko heinz helga helge helle helmut hema hemant henna henning henriette henrike henryka herminia hernan herta herve hila hilda hilma hilmar hina hitesh holger holly
honore hope horacio horst hubert hugues hulya humberto
ida igor ilan ilaria ilona ilse ilya imke imran inbal indira ines inessa inga ingeborg ingemar inger ingo ingrid ingvar inna ira irfan irina iris irma irmgard isaiah isaure ishaan
isidora ismael isolde itai ivana ivanka ivano ivar ivy iwona
jacinta jacinto jade jagdish jamal jan jana janina jared jari jarno jasmeet jasna jasper jaspreet jatin javed jay jaya jayant jayesh jean jeanne jeannette jelle jelte jens jerry
jesper jignesh jill jimena jitendra jochen jody joel joelle jolana jolanta jolie jordana jordane jorge jorn jose josef josette josiane josip josue joy joyce juana juanita judah
jude jukka juliane julieta julio julita june jurgen juri justyna jyoti
kai kaija kailash kaisa kalina kalpana kamal kamala kamil kamlesh kapil kara karan kari karim karin karina karl karla karola kartik kasper kate katri kaushal kaushik kavin kavita
kavya kayla keith kelly kelvin kemal kent kerem keri kerry kerstin ketan khushi kian kiara kim kinga kira kiran kirill kirk kirsi kirti kjeld klara klaus knut komal koray kornelia
krishna krista kristy kuldeep kumari kunal kurt kyle kylie
ladislav lakshmi lalit lalita lana lance lapo lara larisa lars lata laure lauren lavanya lea leah leandra leandro lech lechoslaw lee leela leif leila leire lena leo leokadia leon
leona leonie leroy leszek leticia levent levi liam liana lidia lieke lieselotte lila lilia liliana lina linda lindsay line linnea lionel lior liora lisa lise lisette liv livia
livio lloyd logan loic lois lokesh lola lone loren lorena lorenza loretta lori loris lorna lothar lovisa luan luana luara luca lucian luciano lucila lucio lucyna ludger ludivine
ludovic ludovica luis luisa luise luna lutz lydia lyubov
maayan mabel madalina madhav madhu madhuri mads mae mael maelle mahesh maia mala malik malin malini malte mamta manan mandeep manish manisha manjit manju manlio manoj manon
manpreet mara marc marcel marcela marcelin marcella marcelo marcia marcin marcio marco mareike marek maren margaux mariah mariam marianne mariano marielle marika marina marine
mario marion marisa marisela marissa marit marita marius markku marla marlene marlies marlon marta marvin marzena matea matej mateo mateusz matias mats maud maura maureen mauricio
maurilio mauro max maxence maximiliano maya mayank mechthild meenakshi megha mehul mei meike meinhard meir melek melina melis melitta meltem menachem merav merete merja mert merve
mesut metin mette mia micaela mieczyslaw mika mikko mila milagros milan milena miles milind milo milou mina minal mindy mira mireille mirella mirja mirko miro mirta mitesh mogens
mohan mohini mohit mona monique monja moran mordechai moreno morgane morten mukesh mukul munish murat muriel mustafa mykola myra
naama nadav nadege nadia nadine nahuel nalan nandini naomi narciso narendra naresh nasir natalia naveen navin nazan neelam neena neeraj neeta neha neil nello nelson nese nestor
nevin nidhi nihal nihat nika nikhil nikita nilesh nilgun nilima nimesh nina ninon nir niraj nirmal nirmala nisha nishant nita nitesh nitin nitya noa noah noam noel noelia noelle
noemi nora norbert norberto norma nuray nurcan nurit
oana octave octavia odette odile ofer ofir okan olaf ole oleg olga olimpia olive omar omer onur ophelie ora oren orhan oriana oriane orit orlando orly ornella ortrud oscar osvaldo
otmar otto owen ozan ozge ozlem
padma padraig paivi pallavi pam pankaj paola paras parul pascal pascale patrice patricio patryk paulette paulino pavan pawan pearl pedro pekka pelin pentti pernille perrine perry
pertti petra petri petru philibert philomene pia piera piero pietro pilar pinar pinky pirjo pirkko piyush polina pooja poonam prabha prabhu pradeep pragya prakash pramod pranav
prasad prasanna prashant prateek praveen preeti prem prerna preston pritam priti priya priyanka puja pushpa
quentin
rachna rada radhika rafaela raghav ragnar ragnhild rahul raimund rainer raisa rajan rajani rajat rajeev rajendra rajesh rajiv rakesh rakhi ralf raman ramesh rami ramiro ramona ran
rana ranjan ranjana ranjit rashid rashmi rasmus ratan raul ravi ravindra ray rebeca recep reena regis reidar reine reinhard reinhold rekha remi remo ren renata renato renaud renu
renuka reshma reza rhonda ricarda richa rimma rina rino rishabh rishi rita ritesh ritu rivka riya robin rocco rodolfo rodolphe rodrigue rogelio rohan rohini rohit roman romeo
romina ronan ronen ronit rosa rosalie rosanna rosaria roseline roshan roshni rosina rosita ross roswitha rowan roy ruben ruby ruchi rufino rune rupa rupali rupert ruslan
sabina sabine sabrina sachin sagar sagi salim sally salma sam samar samer sami samir samira samson samu sandeep sandhya sandrine sandro sangeeta sanjana sanjay sanjeev sanjit sanna
santiago santosh sapna sara sarika sarita sasha satish satu saul saurabh saverio savita seda sedat seema selcuk selena selin selma sema semih seppo serdar serena serhat serkan seth
severine sevgi sevil shai shailesh shakti shalini shane shani shania shankar shannon sharad sharda sharmila shashi shauna sheela sheetal sheila shelby shikha shilpa shira shirley
shiv shivani shlomit shobha shona shreya shruti shubham shweta sian sibel sidonie siegbert sienna sigal sigmund signe sigrun sigurd silje silke silvana silvano silvio simo simona
simone simran sinan sindre sirpa sita smita sneha sohan solange solene solveig sonal sonam songul sonia sonja sora sorin steen stella suat subhash sudha sudhir sujata sulabha suman
sumit sumita sunil sunita supriya suraj surbhi surendra suresh sushant sushil sushma svante svea sven svenja sverre swantje swapnil swati sylvain sylvestre sylviane szymon
taina tal tali tamar tamer tamir taner tanguy tanja tanvi tanvir tapio tara taras tariq tarja tarun tatjana teemu teija tejas teodoro teofilo tessa thibault thierry tia tilda till
tim timo timur tina tine tiziana tiziano tobias todd todor tolga tom tomer tomi tone tonje tord torsten tove travis trent trevor trine tristan troy trupti tuba tudor tuija tullio
tuncay turgut tushar tuula tuva tyler tyra
ubaldo uberto uday ufuk ugur ulyana uma umberto umesh umut undine upasana uri urmila ursula usha uta ute uwe
vadim vaibhav valeria valerio vandana vanesa vani varsha varun veena veit vera vernon victoire vidar viggo vihaan vijay vikas vikash vikram vilde vilho viljo ville vimal vimala
vinay vineet vineeta vinita vinod viola violet violette vipin vipul viraj virgilio vishal vishnu vitaly vito vivek vivian viviana vladislav volkan volker
wade waltraud wanda warren wayne wendelin wendy werner wiebke wieslaw wieslawa wilfredo wilfried wilma winfried wolfram
ximena
yael yair yana yaniv yann yara yaron yash yashvi yashwant yasin yasmin yeliz yigal ylva yngve yoav yoel yogesh yogita yolande yoram yotam yusuf yuval yves yvette yvon yvonne
zafer zaida zaira zara zdzislaw zehra zeki zelie zenon zeynep zinaida ziv zoe zora zoran zorka zoya zygmunt
`;
/** Given names of Korea, Japan and China in plain letters: near to another one as well, and none that somebody of there takes on abroad. */
export const EAST_ASIAN_GIVEN = `
aiko akiko akira asami ayaka ayako ayumi chiharu daichi daiki daisuke dohyun donghyun dongwook doyun eiji eriko eunji eunjoo eunyoung fumiko haeun haruka haruki haruto hayoon hideki hideo
hiroki hiroko hiroshi hitomi hyejin hyerin hyunjin hyunjoo hyunsoo hyunwoo isamu jaeho jaehyun jaewon jihoon jihye jihyun jimin jin jinho jinwon jinwoo jisoo jisu jiwon jiwoo jiyeon jiyoon
jiyoung junho junhyuk junko kaito kana kaori kazuki kazuko kazuo keiji keiko kenichi kenji kenta koichi koji kumiko kyoko maki makoto mami mariko masaki masako masao masashi mayumi megumi
midori ming minh minho minjae minji minju minjun minoru minseo minsu misaki mitsuko miyuki naoki naoko naoto natsuki noboru nobuko noriko osamu rie riko rumi ryo ryota ryuji sachiko sakura
satomi satoru satoshi sayaka sayuri seojin seojun seoyeon seoyoung seungho seunghyun shigeru shinji shinobu shiori shota sujin sumin sungho sunghoon sungmin susumu tadashi taehyung taiki
takahiro takashi takeshi takuma takuya taro tatsuya tetsuya tomoko tomomi toru toshio tsubasa tsutomu yasuko yejin yejun yerin yoko yoshiko yoshio yosuke younghee youngho yujin yuka yukari
yuki yukiko yukio yuko yuma yumi yumiko yusuke yuta yuto yuya
`;
